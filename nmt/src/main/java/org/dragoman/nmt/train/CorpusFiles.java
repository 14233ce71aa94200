package org.dragoman.nmt.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.corpora.Lines;
import org.dragoman.corpora.ParallelCorpus;
import org.dragoman.corpora.SyntheticCorpus;
import org.dragoman.nmt.factors.FactorConfig;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a corpus lies: one file of two columns, two files that are parallel by line, one text, or nowhere, since it is computed. */
public sealed interface CorpusFiles {

    /** Opens the corpus; nothing is read yet. */
    ParallelCorpus corpus();

    /** Starts a pass over its pairs, with the layers of their sources if there are any; the caller closes it. */
    default TrainingPairs open() {
        return TrainingPairs.of(corpus().open());
    }

    /** Whether its sources have the layers that factors need. */
    default boolean isAnnotated() {
        return false;
    }

    /** The files by their key in JSON. */
    Map<String, Path> files();

    /** The name of its first file, for messages with line numbers. */
    default String name() {
        return files().values().stream().findFirst().map(Path::toString).orElse("synthetic");
    }

    /** One file: source, tab, target. */
    record Columns(Path tsv) implements CorpusFiles {
        @Override
        public ParallelCorpus corpus() {
            return ParallelCorpus.tabSeparated(tsv);
        }

        @Override
        public Map<String, Path> files() {
            return Map.of("tsv", tsv);
        }
    }

    /** Two files; line n of one is the translation of line n of the other. */
    record Aligned(Path source, Path target) implements CorpusFiles {
        @Override
        public ParallelCorpus corpus() {
            return ParallelCorpus.aligned(source, target);
        }

        @Override
        public Map<String, Path> files() {
            var files = new LinkedHashMap<String, Path>();
            files.put("source", source);
            files.put("target", target);
            return files;
        }
    }

    /**
     * A corpus with the layers of its sources.
     *
     * @param plain the corpus without them
     * @param annotations JSON lines of documents; line n is the source of pair n
     * @param factors what is read of them
     */
    record Annotated(CorpusFiles plain, Path annotations, FactorConfig factors) implements CorpusFiles {

        private static final String KEY = "annotations";

        @Override
        public ParallelCorpus corpus() {
            return plain.corpus();
        }

        @Override
        public TrainingPairs open() {
            return new AnnotatedPairs(corpus().open(), name(), annotations, factors);
        }

        @Override
        public boolean isAnnotated() {
            return true;
        }

        @Override
        public Map<String, Path> files() {
            var files = new LinkedHashMap<>(plain.files());
            files.put(KEY, annotations);
            return files;
        }
    }

    /** One text for a language model; each line is the target of an empty source. */
    record Text(Path text) implements CorpusFiles {
        @Override
        public ParallelCorpus corpus() {
            return () -> new TextReader(Lines.open(text));
        }

        @Override
        public Map<String, Path> files() {
            return Map.of("text", text);
        }
    }

    /** A task with known answers, which needs no file. */
    record Synthetic(SyntheticCorpus corpus) implements CorpusFiles {
        @Override
        public Map<String, Path> files() {
            return Map.of();
        }

        private static Synthetic from(Settings settings) {
            return new Synthetic(new SyntheticCorpus(
                    settings.choice("synthetic", SyntheticCorpus.Rule.class).required(),
                    settings.integer("pairs").atLeast(1).required(),
                    settings.integer("shortest").atLeast(1).or(1),
                    settings.integer("longest").atLeast(1).required(),
                    settings.integer("symbols").atLeast(1).or(10),
                    settings.longInteger("seed").required()));
        }

        @Override
        public ObjectNode toJson() {
            var node = SettingsJson.object().put("synthetic", SettingsJson.name(corpus.rule()));
            node.put("pairs", corpus.pairs()).put("shortest", corpus.shortest()).put("longest", corpus.longest());
            return node.put("symbols", corpus.symbols()).put("seed", corpus.seed());
        }
    }

    /**
     * Reads {@code {"synthetic": "copy", "pairs": ...}}, {@code {"tsv": ...}} or {@code {"source": ..., "target": ...}}; the files may have
     * {@code "annotations"}, which only a model with factors reads.
     */
    static CorpusFiles parallel(Settings settings, FactorConfig factors) {
        if (settings.keys().contains("synthetic")) {
            return Synthetic.from(settings);
        }
        var plain = files(settings);
        var annotations = settings.path(Annotated.KEY).optional();
        return factors.isEmpty() || annotations.isEmpty() ? plain : new Annotated(plain, annotations.get(), factors);
    }

    private static CorpusFiles files(Settings settings) {
        return settings.keys().contains("tsv")
                ? new Columns(path(settings, "tsv"))
                : new Aligned(path(settings, "source"), path(settings, "target"));
    }

    /** Reads {@code {"text": ...}}. */
    static CorpusFiles text(Settings settings) {
        return new Text(path(settings, "text"));
    }

    private static Path path(Settings settings, String key) {
        return settings.path(key).required();
    }

    /** Returns the JSON that {@link #parallel} or {@link #text} reads. */
    default ObjectNode toJson() {
        var node = SettingsJson.object();
        files().forEach((key, path) -> node.put(key, path.toString()));
        return node;
    }
}
