package org.dragoman.annotators.stems;

import org.dragoman.pipeline.settings.Suggestion;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All stemmers by name: those of {@link SnowballStemmer} and {@link LuceneStemmer}. */
public final class Stemmers {
    private Stemmers() {}

    /**
     * Returns the stemmer of a name.
     *
     * @param name such as {@code en} for Snowball's English one or {@code de-light}
     * @throws IllegalArgumentException if there is none; the message names the nearest that there is
     */
    public static Stemmer named(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no stemmer '" + name + "'" + Suggestion.of(name, names())));
    }

    /** All names. */
    public static List<String> names() {
        return Stream.concat(SnowballStemmer.codes().stream(), LuceneStemmer.codes().stream())
                .toList();
    }

    private static Optional<Stemmer> find(String name) {
        Optional<Stemmer> snowball = SnowballStemmer.of(name).map(stemmer -> stemmer);
        return snowball.isPresent() ? snowball : LuceneStemmer.of(name).map(stemmer -> stemmer);
    }
}
