package org.dragoman.eval.text;

/**
 * Which TER. The settings are those of Tercom's normalizer, with sacreBLEU's names.
 *
 * @param normalized whether a few entities are unescaped and punctuation becomes words of its own; else words are what white space divides
 * @param noPunctuation whether punctuation is left out
 * @param asianSupport whether {@code normalized} makes each Chinese character and each Asian punctuation mark a word, and
 *     {@code noPunctuation} leaves the latter out; without either it has no effect
 * @param caseSensitive whether words that differ in case differ
 */
public record TerConfig(boolean normalized, boolean noPunctuation, boolean asianSupport, boolean caseSensitive) {

    /** sacreBLEU's default: words are what white space divides, and case is ignored. */
    public static final TerConfig DEFAULT = new TerConfig(false, false, false, false);

    public TerConfig withNormalized(boolean normalized) {
        return new TerConfig(normalized, noPunctuation, asianSupport, caseSensitive);
    }

    public TerConfig withNoPunctuation(boolean noPunctuation) {
        return new TerConfig(normalized, noPunctuation, asianSupport, caseSensitive);
    }

    public TerConfig withAsianSupport(boolean asianSupport) {
        return new TerConfig(normalized, noPunctuation, asianSupport, caseSensitive);
    }

    public TerConfig withCaseSensitive(boolean caseSensitive) {
        return new TerConfig(normalized, noPunctuation, asianSupport, caseSensitive);
    }
}
