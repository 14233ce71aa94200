package org.dragoman.eval.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dragoman.eval.text.UnicodeCategory.NUMBER;
import static org.dragoman.eval.text.UnicodeCategory.PUNCTUATION;
import static org.dragoman.eval.text.UnicodeCategory.SYMBOL;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class UnicodeCategoryTest {

    @Test
    void categoriesAgreeWithTheJavaMachineOnWhatItKnows() {
        var disagreeing = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.getType(c) != Character.UNASSIGNED)
                .filter(c -> NUMBER.contains(c) != isNumber(c)
                        || PUNCTUATION.contains(c) != isPunctuation(c)
                        || SYMBOL.contains(c) != isSymbol(c));
        assertThat(disagreeing.mapToObj(Integer::toHexString)).isEmpty();
    }

    // U+1FAE0, MELTING FACE, came with Unicode 14, U+1FAE8, SHAKING FACE, with 15; Java 17 knows 13.
    @Test
    void emojiNewerThanTheJavaMachineAreSymbols() {
        assertThat(SYMBOL.contains(0x1FAE0)).isTrue();
        assertThat(SYMBOL.contains(0x1FAE8)).isTrue();
    }

    private static boolean isNumber(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isSymbol(int c) {
        return switch (Character.getType(c)) {
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL ->
                true;
            default -> false;
        };
    }
}
