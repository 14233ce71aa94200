package org.dragoman.nmt.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An experiment that takes seconds: to copy short sequences of letters, which the corpus here is made of. */
final class ToyExperiment {

    static final String TRANSFORMER = """
            {"type": "transformer", "size": 32, "heads": 4, "feedForwardSize": 64, "encoderLayers": 1,
             "decoderLayers": 1, "dropout": 0.1}""";

    static final String RECURRENT = """
            {"type": "recurrent", "embeddingSize": 32, "encoderSize": 24, "decoderSize": 48, "encoderLayers": 1,
             "attention": {"type": "additive", "size": 32}, "dropout": 0.1}""";

    static final String SCHEDULE = "\"schedule\": {\"type\": \"inverse-square-root\", \"peak\": 0.01, \"warmup\": 30},";

    private ToyExperiment() {}

    /** Writes the corpora and the experiment's file into a folder; the run's output is the sub-folder {@code run}. */
    static Path write(Path folder, String model, String limits) {
        return write(folder, model, limits, "");
    }

    /** The same with further settings of the training, each followed by a comma; they may replace {@link #SCHEDULE}. */
    static Path write(Path folder, String model, String limits, String further) {
        try {
            corpus(folder.resolve("train.tsv"), 400, 1);
            corpus(folder.resolve("validation.tsv"), 20, 2);
            return Files.writeString(folder.resolve("experiment.json"), json(model, limits, further));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(String model, String limits, String further) {
        return """
                {"task": "translation", "source": "en", "target": "en",
                 "train": [{"tsv": "train.tsv"}], "validation": {"tsv": "validation.tsv"}, "output": "run",
                 "subwords": {"pretokenizer": "none", "merges": 0},
                 "model": %s,
                 "training": {"seed": 7, "batchTokens": 256, %s %s
                   "limits": %s}}
                """.formatted(model, further, further.contains("\"schedule\"") ? "" : SCHEDULE, limits);
    }

    private static void corpus(Path file, int lines, long seed) throws IOException {
        var random = new Random(seed);
        var text = IntStream.range(0, lines)
                .mapToObj(line -> letters(random))
                .map(letters -> letters + "\t" + letters)
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(file, text);
    }

    private static String letters(Random random) {
        return IntStream.range(0, 2 + random.nextInt(5))
                .mapToObj(i -> List.of("a", "b", "c", "d", "e", "f", "g", "h").get(random.nextInt(8)))
                .collect(Collectors.joining(" "));
    }
}
