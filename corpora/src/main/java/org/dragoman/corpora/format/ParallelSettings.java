package org.dragoman.corpora.format;

import java.util.Optional;

/**
 * What is to be known beside a file of sentence pairs. Each format uses what concerns it.
 *
 * @param languages needed by Moses (they end the names of the files), TMX, and to write XLIFF; XLIFF is read for any pair of languages if
 *     there are none
 * @param codes what becomes of inline markup in TMX and XLIFF
 * @param untranslated what becomes of units of XLIFF without a target
 * @param sourceField name of the source in JSON lines
 * @param targetField name of the target in JSON lines
 */
public record ParallelSettings(
        Optional<Languages> languages,
        InlineCodes codes,
        Untranslated untranslated,
        String sourceField,
        String targetField) {
    /** No languages; markup and units without a target left out; fields {@code source} and {@code target}. */
    public static final ParallelSettings DEFAULT =
            new ParallelSettings(Optional.empty(), InlineCodes.DROP, Untranslated.DROP, "source", "target");

    public ParallelSettings {
        if (sourceField.equals(targetField)) {
            throw new IllegalArgumentException(
                    "source and target must be fields of different names, got \"" + sourceField + "\" for both");
        }
    }

    /** The same for two languages. */
    public ParallelSettings withLanguages(String source, String target) {
        var both = Optional.of(new Languages(source, target));
        return new ParallelSettings(both, codes, untranslated, sourceField, targetField);
    }

    /** The same with another way with inline markup. */
    public ParallelSettings withCodes(InlineCodes codes) {
        return new ParallelSettings(languages, codes, untranslated, sourceField, targetField);
    }

    /** The same with another way with units that have no target. */
    public ParallelSettings withUntranslated(Untranslated untranslated) {
        return new ParallelSettings(languages, codes, untranslated, sourceField, targetField);
    }

    /** The same with other names of fields. */
    public ParallelSettings withFields(String source, String target) {
        return new ParallelSettings(languages, codes, untranslated, source, target);
    }

    Languages languagesFor(ParallelFormat format) {
        return languages.orElseThrow(() -> new IllegalArgumentException("the format " + format.title()
                + " needs the languages of source and target, such as en and de; none are given"));
    }
}
