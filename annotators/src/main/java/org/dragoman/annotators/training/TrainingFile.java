package org.dragoman.annotators.training;

import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON file that says what to train: its key {@code task} names a {@link TrainingProvider}, which reads the others.
 *
 * <pre>{@code
 * {"task": "pos", "train": ["en_ewt-ud-train.conllu.gz"], "output": "model"}
 * }</pre>
 */
public final class TrainingFile {
    private TrainingFile() {}

    /**
     * Reads a file with the providers on the class path; paths in it are relative to its folder.
     *
     * @throws java.io.UncheckedIOException if it can't be read
     * @throws IllegalArgumentException if it is wrong; the message lists everything that is
     */
    public static Training read(Path file) {
        return read(Settings.read(file));
    }

    /** The same for settings that have been read already. */
    public static Training read(Settings settings) {
        return read(settings, providers());
    }

    /** The tasks that providers on the class path know, with their providers. */
    public static SortedMap<String, TrainingProvider> providers() {
        var providers = new TreeMap<String, TrainingProvider>();
        for (var provider : ServiceLoader.load(TrainingProvider.class, TrainingFile.class.getClassLoader())) {
            var other = providers.put(provider.task(), provider);
            if (other != null) {
                throw new IllegalStateException("two providers train '" + provider.task() + "': "
                        + other.getClass().getName() + " and "
                        + provider.getClass().getName() + "; remove one of them from the class path");
            }
        }
        return providers;
    }

    static Training read(Settings settings, SortedMap<String, TrainingProvider> providers) {
        return settings.build(file -> {
            var task = file.text("task")
                    .check(providers::containsKey, "one of " + String.join(", ", providers.keySet()))
                    .required();
            if (file.hasProblems()) {
                file.passRest();
                return null;
            }
            return providers.get(task).create(file);
        });
    }
}
