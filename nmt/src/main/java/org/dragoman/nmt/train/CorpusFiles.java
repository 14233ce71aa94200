package org.dragoman.nmt.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.corpora.Lines;
import org.dragoman.corpora.ParallelCorpus;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Where a corpus lies: one file of two columns, two files that are parallel by line, or one text. */
public sealed interface CorpusFiles {

    /** Opens the corpus; nothing is read yet. */
    ParallelCorpus corpus();

    /** The files by their key in JSON. */
    Map<String, Path> files();

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

    /** Reads {@code {"tsv": ...}} or {@code {"source": ..., "target": ...}}. */
    static CorpusFiles parallel(Settings settings) {
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

    /** Returns all files of several corpora. */
    static Stream<Path> paths(Stream<CorpusFiles> corpora) {
        return corpora.flatMap(corpus -> corpus.files().values().stream());
    }
}
