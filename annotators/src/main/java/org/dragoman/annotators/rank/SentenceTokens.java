package org.dragoman.annotators.rank;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Span;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** The tokens of a document, sentence by sentence. */
public final class SentenceTokens {
    private SentenceTokens() {}

    /**
     * The tokens of each sentence, as written, of a document that has {@link Layers#SENTENCES} and {@link Layers#TOKENS}. They are cut out of the
     * text when they are asked for, so what nobody looks at costs next to nothing.
     */
    public static List<List<String>> in(Document document) {
        var result = new ArrayList<List<String>>();
        var tokens = document.get(Layers.TOKENS);
        var end = 0;
        for (var sentence : document.get(Layers.SENTENCES)) {
            var start = end;
            while (end < tokens.size() && tokens.get(end).start() < sentence.end()) {
                end++;
            }
            result.add(new Texts(document.text(), tokens.subList(start, end)));
        }
        return result;
    }

    /** The texts of spans. */
    private static final class Texts extends AbstractList<String> {
        private final String text;
        private final List<Span> spans;

        Texts(String text, List<Span> spans) {
            this.text = text;
            this.spans = spans;
        }

        @Override
        public String get(int index) {
            return spans.get(index).textIn(text);
        }

        @Override
        public int size() {
            return spans.size();
        }
    }
}
