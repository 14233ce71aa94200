package org.dragoman.annotators.rank;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a document, sentence by sentence. */
public final class SentenceTokens {
    private SentenceTokens() {}

    /** The tokens of each sentence, as written, of a document that has {@link Layers#SENTENCES} and {@link Layers#TOKENS}. */
    public static List<List<String>> in(Document document) {
        var result = new ArrayList<List<String>>();
        var tokens = document.get(Layers.TOKENS);
        var token = 0;
        for (var sentence : document.get(Layers.SENTENCES)) {
            var inside = new ArrayList<String>();
            for (; token < tokens.size() && tokens.get(token).start() < sentence.end(); token++) {
                inside.add(tokens.get(token).textIn(document.text()));
            }
            result.add(inside);
        }
        return result;
    }
}
