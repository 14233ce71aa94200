package org.dragoman.nmt.translate;

import org.dragoman.pipeline.Span;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What an {@link Aligner} ties to each other. */
public enum AlignmentUnit {
    /** What stands between white space: the words of a tokenised corpus, which files of alignments count. */
    WORDS {
        @Override
        List<Span> of(String text, String language) {
            return WORD.matcher(text).results().map(AlignmentUnit::span).toList();
        }
    },

    /** Words, numbers and signs by the rules of Unicode (UAX #29), as the JDK has them: for text that isn't tokenised. */
    TOKENS {
        @Override
        List<Span> of(String text, String language) {
            return TargetText.tokens(text, language);
        }
    },

    /** The subwords that the model reads and writes, and the end of the source. */
    PIECES {
        @Override
        List<Span> of(String text, String language) {
            return List.of();
        }
    };

    private static final Pattern WORD = Pattern.compile("\\S+", Pattern.UNICODE_CHARACTER_CLASS);

    /** Where the units of a text lie in it; none for pieces, which only the model knows. */
    abstract List<Span> of(String text, String language);

    private static Span span(MatchResult match) {
        return new Span(match.start(), match.end());
    }
}
