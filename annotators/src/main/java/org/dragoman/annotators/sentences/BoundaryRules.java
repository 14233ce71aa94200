package org.dragoman.annotators.sentences;

/** Rules of a language where a sentence certainly ends or certainly goes on. Safe for use by many threads. */
@FunctionalInterface
interface BoundaryRules {
    Verdict verdict(Gap gap);

    /**
     * The rules of a language.
     *
     * @param language in two letters after ISO 639-1; those of an unknown one only look for marks that may end a sentence
     */
    static BoundaryRules of(String language) {
        return switch (language) {
            case "en" -> new EnglishRules();
            case "de" -> EuropeanRules.GERMAN;
            case "fr" -> EuropeanRules.FRENCH;
            default -> EuropeanRules.ANY;
        };
    }
}
