package org.dragoman.eval.annotation;

import org.dragoman.corpora.PackedFile;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.Result;
import org.dragoman.pipeline.io.ConlluReader;
import org.dragoman.pipeline.io.ConlluWriter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Annotates the texts of a treebank anew and writes the result as CoNLL-U, for a comparison with the treebank.
 *
 * <p>The text of a document is that of its sentences, joined as {@code SpaceAfter} says, with an empty line before each {@code newpar}.
 */
public final class TreebankRun {
    private TreebankRun() {}

    /**
     * Annotates raw text: the pipeline finds sentences, tokens and words itself.
     *
     * @param gold treebank in CoNLL-U, which may be packed as {@link PackedFile} says
     * @param out what is found, document by document; left open
     * @throws org.dragoman.pipeline.AnnotationException if a step fails
     * @throws UncheckedIOException if {@code out} can't be written
     */
    public static void fromRawText(Pipeline pipeline, Path gold, Writer out) {
        run(pipeline, gold, out, document -> Document.of(document.id(), document.text()));
    }

    /**
     * Annotates the treebank's own words: of the pipeline, only those steps run that find neither sentences nor tokens nor words.
     *
     * @throws IllegalArgumentException if no such step is left, or if one needs more than sentences, tokens and words
     */
    public static void fromGoldWords(Pipeline pipeline, Path gold, Writer out) {
        run(GivenWords.pipeline(pipeline), gold, out, TreebankRun::wordsOnly);
    }

    private static Document wordsOnly(Document document) {
        return Document.of(document.id(), document.text())
                .with(Layers.SENTENCES, document.get(Layers.SENTENCES))
                .with(Layers.TOKENS, document.get(Layers.TOKENS))
                .with(Layers.WORDS, document.get(Layers.WORDS));
    }

    private static void run(Pipeline pipeline, Path gold, Writer out, UnaryOperator<Document> prepare) {
        try (var lines = open(gold);
                var results = pipeline.process(
                        new ConlluReader().read(gold.toString(), lines).map(prepare))) {
            new ConlluWriter().writeAll(results.map(Result::orElseThrow), out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + gold + ": " + e.getMessage(), e);
        }
    }

    private static BufferedReader open(Path treebank) {
        var decoder = StandardCharsets.UTF_8.newDecoder(); // refuses what is not UTF-8
        return new BufferedReader(new InputStreamReader(PackedFile.open(treebank), decoder));
    }
}
