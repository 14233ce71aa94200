package org.dragoman.annotators.lemmas;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.Lines;
import org.dragoman.pipeline.PosTag;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Lemmas that a user gives for certain forms, ahead of what a lemmatizer would find. Safe for use by many threads.
 *
 * <p>As a file: one a line, the form, the universal tag ({@code _} for any) and the lemma, with tabs between them; lines that begin with
 * {@code #} and blank lines are passed over. A form is looked up as it is written. An entry with a tag goes before one without.
 */
public final class LemmaExceptions {
    private static final int COLUMNS = 3;

    private final Map<Key, String> lemmas;

    private record Key(String form, String universal) {}

    private LemmaExceptions(Map<Key, String> lemmas) {
        this.lemmas = Map.copyOf(lemmas);
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws CorpusFormatException if a line is wrong or gives a form another lemma than one before
     * @throws java.io.UncheckedIOException if it can't be read
     */
    public static LemmaExceptions read(Path file) {
        var lemmas = new HashMap<Key, String>();
        try (var lines = Lines.open(file)) {
            while (lines.hasNext()) {
                var line = lines.next();
                if (!line.text().isBlank() && !line.text().startsWith("#")) {
                    add(file.toString(), line.number(), line.text(), lemmas);
                }
            }
        }
        return new LemmaExceptions(lemmas);
    }

    private static void add(String source, long number, String line, Map<Key, String> lemmas) {
        var columns = line.split("\t", -1);
        if (columns.length != COLUMNS || columns[0].isEmpty() || columns[1].isBlank() || columns[2].isEmpty()) {
            throw new CorpusFormatException(
                    source,
                    number,
                    "expected a form, a universal tag or _, and a lemma with tabs between them, got \"" + line + "\"");
        }
        var before = lemmas.put(new Key(columns[0], columns[1]), columns[2]);
        if (before != null && !before.equals(columns[2])) {
            throw new CorpusFormatException(
                    source,
                    number,
                    "\"" + columns[0] + "\" as " + columns[1] + " has the lemma \"" + before
                            + "\" in a line before; keep one of the two");
        }
    }

    /** A lemmatizer that looks here first. */
    public Lemmatizer before(Lemmatizer lemmatizer) {
        return (form, tag) -> {
            var lemma = lemmas.get(new Key(form, tag.universal()));
            if (lemma == null) {
                lemma = lemmas.get(new Key(form, PosTag.NONE));
            }
            return lemma == null ? lemmatizer.lemma(form, tag) : lemma;
        };
    }
}
