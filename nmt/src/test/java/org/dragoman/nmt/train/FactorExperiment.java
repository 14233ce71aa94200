package org.dragoman.nmt.train;

import org.dragoman.corpora.AtomicFile;
import org.dragoman.corpora.format.PlainLines;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;
import org.dragoman.pipeline.io.DocumentJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * An experiment whose sources all look alike: {@code x x x}. What is to be written, such as {@code c a b}, only the lemmas say, so nobody can
 * learn it who doesn't read them.
 */
final class FactorExperiment {

    static final String SUM = "\"factors\": [{\"layer\": \"lemmas\"}],";
    static final String CONCATENATE =
            "\"factors\": [{\"layer\": \"lemmas\", \"size\": 16}], \"combine\": \"concatenate\",";
    static final String NONE = "";

    private static final List<String> LETTERS = List.of("a", "b", "c", "d");

    private FactorExperiment() {}

    /** Writes corpora, annotations and the experiment's file; the run's output is the sub-folder {@code run}. */
    static Path write(Path folder, String factors, String model, int steps) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        corpus(folder, "train", 300, 1);
        corpus(folder, "validation", 20, 2);
        var file = folder.resolve("experiment.json");
        AtomicFile.writeText(file, out -> out.write("""
                {"task": "translation", "source": "en", "target": "en", %s
                 "train": [{"tsv": "train.tsv", "annotations": "train.jsonl.gz"}],
                 "validation": {"tsv": "validation.tsv", "annotations": "validation.jsonl.gz"},
                 "output": "run", "subwords": {"pretokenizer": "none", "merges": 0}, "model": %s,
                 "training": {"seed": 3, "batchTokens": 256, "labelSmoothing": 0,
                   "schedule": {"type": "constant", "peak": 0.01, "warmup": 20},
                   "limits": {"maximumSteps": %d, "validateEvery": %d}}}
                """.formatted(factors, model, steps, steps)));
        return file;
    }

    private static void corpus(Path folder, String name, int lines, long seed) {
        var random = new Random(seed);
        var targets = IntStream.range(0, lines)
                .mapToObj(line -> IntStream.range(0, 1 + random.nextInt(4))
                        .mapToObj(i -> LETTERS.get(random.nextInt(LETTERS.size())))
                        .toList())
                .toList();
        AtomicFile.writeText(folder.resolve(name + ".tsv"), out -> {
            for (var target : targets) {
                out.write(source(target).text() + "\t" + String.join(" ", target) + "\n");
            }
        });
        annotations(
                folder.resolve(name + ".jsonl.gz"),
                targets.stream().map(FactorExperiment::source).toList());
    }

    /** A document that looks like all of its length and hides some letters in its lemmas. */
    static Document source(List<String> letters) {
        return source(letters, List.of(new Span(0, 2 * letters.size() - 1)));
    }

    /** The same with sentences by hand; letter i stands at 2 i. */
    static Document source(List<String> letters, List<Span> sentences) {
        var tokens = new ArrayList<Span>();
        var words = new ArrayList<Word>();
        for (var i = 0; i < letters.size(); i++) {
            tokens.add(new Span(2 * i, 2 * i + 1));
            words.add(new Word("x", i));
        }
        return Document.of("x ".repeat(letters.size()).strip())
                .with(Layers.SENTENCES, sentences)
                .with(Layers.TOKENS, tokens)
                .with(Layers.WORDS, words)
                .with(Layers.LEMMAS, letters);
    }

    static void annotations(Path file, List<Document> documents) {
        try (var writer = PlainLines.writer(file)) {
            documents.forEach(document -> writer.write(new DocumentJson().write(document)));
            writer.complete();
            writer.finish();
        }
    }
}
