package org.dragoman.eval.annotation;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.Result;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the entities of sentences whose tokens are given, as IOB2 tags. */
public final class EntityRun {
    private EntityRun() {}

    /**
     * Tags sentences, each a document of its own whose tokens stand apart by a space.
     *
     * @param pipeline finds entities; its steps that find sentences, tokens or words are passed over
     * @param sentences tokens of each sentence, none of them empty
     * @return for each sentence a tag for each token; of entities that overlap, the one that begins first counts, and of those the longest
     */
    public static Stream<List<String>> tags(Pipeline pipeline, Stream<List<String>> sentences) {
        if (!pipeline.provides().contains(Layers.ENTITIES)) {
            throw new IllegalArgumentException("the pipeline " + pipeline.name() + " has no step that finds entities");
        }
        var results = GivenWords.pipeline(pipeline).process(sentences.map(EntityRun::document));
        return results.map(Result::orElseThrow).map(EntityRun::tags).onClose(results::close);
    }

    private static Document document(List<String> tokens) {
        var spans = new ArrayList<Span>();
        var start = 0;
        for (var token : tokens) {
            spans.add(new Span(start, start + token.length()));
            start += token.length() + 1;
        }
        var text = String.join(" ", tokens);
        var words = IntStream.range(0, tokens.size())
                .mapToObj(i -> new Word(tokens.get(i), i))
                .toList();
        return Document.of(text)
                .with(Layers.SENTENCES, text.isEmpty() ? List.of() : List.of(new Span(0, text.length())))
                .with(Layers.TOKENS, spans)
                .with(Layers.WORDS, words);
    }

    private static List<String> tags(Document document) {
        var tokens = document.get(Layers.TOKENS);
        var tags = new ArrayList<>(Collections.nCopies(tokens.size(), "O"));
        var free = 0; // the first token behind the last entity
        for (var entity : document.get(Layers.ENTITIES)) { // sorted by their starts, the longest first
            var inside = IntStream.range(0, tokens.size())
                    .filter(i -> overlap(tokens.get(i), entity.span()))
                    .toArray();
            if (inside.length > 0 && inside[0] >= free) {
                for (var token : inside) {
                    tags.set(token, (token == inside[0] ? "B-" : "I-") + entity.type());
                }
                free = inside[inside.length - 1] + 1;
            }
        }
        return tags;
    }

    private static boolean overlap(Span token, Span entity) {
        return token.start() < entity.end() && entity.start() < token.end();
    }
}
