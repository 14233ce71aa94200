package org.dragoman.nmt.translate;

import org.dragoman.nmt.model.TranslationModel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Models that come as jars, one for a pair of languages: the files of a model folder under {@code dragoman-models/en-de/} on the class
 * path. A model is found by its languages; nothing is downloaded.
 */
public final class EmbeddedModels {

    private static final String ROOT = "dragoman-models/";
    private static final List<String> FILES = List.of("model.json", "weights.safetensors", "bpe.txt", "vocabulary.txt");

    private EmbeddedModels() {}

    /** Loads the model for a pair of languages; empty if none is on the class path. */
    public static Optional<TranslationModel> load(String source, String target) {
        return unpacked(source, target, TranslationModel::load);
    }

    /**
     * Does something with the files of a model; empty if there is none for the pair of languages on the class path.
     *
     * @param use is given a folder with the files, which is deleted afterwards
     */
    public static <T> Optional<T> unpacked(String source, String target, Function<Path, T> use) {
        var name = source + "-" + target;
        if (loader().getResource(ROOT + name + "/" + FILES.get(0)) == null) {
            return Optional.empty();
        }
        try {
            var folder = Files.createTempDirectory("dragoman-" + name);
            try {
                copyTo(folder, ROOT + name + "/");
                return Optional.of(use.apply(folder));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack the model " + name + ": " + e.getMessage(), e);
        }
    }

    /**
     * Loads the model for a pair of languages.
     *
     * @throws IllegalArgumentException if none is on the class path; the message says how to get one
     */
    public static TranslationModel require(String source, String target) {
        return load(source, target)
                .orElseThrow(() -> new IllegalArgumentException("no model from '" + source + "' to '" + target
                        + "' is on the class path: add its jar, such as org.dragoman:dragoman-model-en-de, or name the"
                        + " folder of a model"));
    }

    private static ClassLoader loader() {
        return EmbeddedModels.class.getClassLoader();
    }

    private static void copyTo(Path folder, String resources) throws IOException {
        for (var file : FILES) {
            try (var in = loader().getResourceAsStream(resources + file)) {
                if (in == null) {
                    throw new IOException("its jar lacks " + resources + file);
                }
                Files.copy(in, folder.resolve(file));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        for (var file : FILES) {
            Files.deleteIfExists(folder.resolve(file));
        }
        Files.delete(folder);
    }
}
