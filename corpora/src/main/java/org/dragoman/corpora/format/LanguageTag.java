package org.dragoman.corpora.format;

import java.util.Locale;

/** Compares tags of languages (BCP 47), without regard to case, and with underscores as good as hyphens. */
final class LanguageTag {
    /** The tags have nothing to do with each other. */
    static final int UNRELATED = Integer.MAX_VALUE;

    private LanguageTag() {}

    static String normal(String tag) {
        return tag.replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /**
     * How far a language that is there is from the one that is wanted: 0 for the same; 1 where one of them only says more, as en and en-US;
     * {@link #UNRELATED} for others, as en-GB and en-US.
     */
    static int distance(String wanted, String found) {
        var a = normal(wanted);
        var b = normal(found);
        if (a.equals(b)) {
            return 0;
        }
        return a.startsWith(b + "-") || b.startsWith(a + "-") ? 1 : UNRELATED;
    }
}
