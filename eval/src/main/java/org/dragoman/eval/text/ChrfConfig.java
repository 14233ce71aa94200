package org.dragoman.eval.text;

/**
 * Which chrF.
 *
 * @param characterOrder longest n-grams of characters, 1 or more; 6 in Popović 2015
 * @param wordOrder longest n-grams of words, 0 for none; 2 is chrF++ (Popović 2017)
 * @param beta how many times as much recall weighs as precision, 1 or more
 * @param lowerCase whether case is ignored
 * @param whiteSpace whether white space belongs to the characters
 * @param epsilonSmoothing whether the F-scores of the orders are averaged, an order without n-grams counting 10^-16, as the authors'
 *     chrF++.py does; else precision and recall are averaged over the orders of which both sides have an n-gram
 */
public record ChrfConfig(
        int characterOrder, int wordOrder, int beta, boolean lowerCase, boolean whiteSpace, boolean epsilonSmoothing) {

    /** sacreBLEU's default: chrF2, characters only. */
    public static final ChrfConfig CHRF = new ChrfConfig(6, 0, 2, false, false, false);

    /** chrF2++: words and pairs of words, too. */
    public static final ChrfConfig CHRF_PLUS_PLUS = CHRF.withWordOrder(2);

    public ChrfConfig {
        check(characterOrder >= 1, "characterOrder", "at least 1", characterOrder);
        check(wordOrder >= 0, "wordOrder", "0 or more", wordOrder);
        check(beta >= 1, "beta", "at least 1", beta);
    }

    private static void check(boolean holds, String name, String expected, int value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " of chrF must be " + expected + ", got " + value);
        }
    }

    public ChrfConfig withCharacterOrder(int characterOrder) {
        return new ChrfConfig(characterOrder, wordOrder, beta, lowerCase, whiteSpace, epsilonSmoothing);
    }

    public ChrfConfig withWordOrder(int wordOrder) {
        return new ChrfConfig(characterOrder, wordOrder, beta, lowerCase, whiteSpace, epsilonSmoothing);
    }

    public ChrfConfig withBeta(int beta) {
        return new ChrfConfig(characterOrder, wordOrder, beta, lowerCase, whiteSpace, epsilonSmoothing);
    }

    public ChrfConfig withLowerCase(boolean lowerCase) {
        return new ChrfConfig(characterOrder, wordOrder, beta, lowerCase, whiteSpace, epsilonSmoothing);
    }

    public ChrfConfig withWhiteSpace(boolean whiteSpace) {
        return new ChrfConfig(characterOrder, wordOrder, beta, lowerCase, whiteSpace, epsilonSmoothing);
    }

    public ChrfConfig withEpsilonSmoothing(boolean epsilonSmoothing) {
        return new ChrfConfig(characterOrder, wordOrder, beta, lowerCase, whiteSpace, epsilonSmoothing);
    }
}
