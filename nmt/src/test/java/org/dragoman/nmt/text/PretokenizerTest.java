package org.dragoman.nmt.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.testing.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

class PretokenizerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello, world!        | Hello ￭, world ￭!",
                "Tom's (old) car      | Tom ￭'￭ s (￭ old ￭) car",
                "well-known           | well ￭-￭ known",
                "What?!               | What ￭? ￭!",
                "¿Qué?                | ¿￭ Qué ￭?",
                "3.14 km              | 3 ￭.￭ 14 km",
                "B2B 4th              | B ￭2 ￭B 4 ￭th",
                "a - b                | a - b",
                "@@ x@@               | @ ￭@ x ￭@ ￭@",
                "你好。再见            | 你好 ￭。￭ 再见",
                "👍🏽!                  | 👍 ￭🏽 ￭!",
                "क्षि ok               | क्षि ok",
                "نمی‌خواهم             | نمی‌خواهم"
            })
    void rawTextIsCutAtChangesOfKind(String text, String tokens) {
        assertThat(texts(Pretokenizer.JOINER, text)).containsExactly(tokens.split(" "));
    }

    @Test
    void combiningMarksBelongToTheirLetter() {
        assertThat(texts(Pretokenizer.JOINER, "cafe\u0301s")).containsExactly("cafe\u0301s");
    }

    @Test
    void everyKindOfWhiteSpaceSeparates() {
        assertThat(texts(Pretokenizer.JOINER, " a\tb\u00a0c\u3000d\u2028e\u0085f\r\n"))
                .containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void theMarksOfRawTextAreEscapedWhereTheTextHasThem() {
        assertThat(texts(Pretokenizer.JOINER, "\uFFED a\uFFED\uFFEEj"))
                .containsExactly("\uFFEEj", "a", "\uFFED\uFFEEj", "\uFFED\uFFEEe\uFFED", "j");
    }

    @Test
    void tokenisedTextIsCutAtBlanksOnly() {
        assertThat(texts(Pretokenizer.NONE, "it 's  12,5\u00a0% ￭ .\r\n"))
                .containsExactly("it", "'s", "12,5\u00a0%", "￭", ".");
    }

    @Test
    void aWordThatEndsLikeAPieceThatGoesOnIsEscaped() {
        assertThat(texts(Pretokenizer.NONE, "x@@ @@ x@ x@@\uFFEE x\uFFEE"))
                .containsExactly("x@@\uFFEE", "@@\uFFEE", "x@", "x@@\uFFEE\uFFEE", "x\uFFEE");
    }

    @Test
    void tokensOfNoTextAreTakenAsTheyCome() {
        assertThat(Pretokenizer.JOINER.detokenize(List.of("￭", "a", "", "￭￭", "b", "c￭", "￮")))
                .isEqualTo("ab c￮");
        assertThat(Pretokenizer.NONE.detokenize(List.of("", "a", "￮", ""))).isEqualTo("a ￮");
        assertThat(Pretokenizer.JOINER.detokenize(List.of())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rawTextComesBackButForItsWhiteSpace(long seed) {
        var text = textWithMarks(seed);

        var back = Pretokenizer.JOINER.detokenize(texts(Pretokenizer.JOINER, text));

        assertThat(back)
                .as("seed %d", seed)
                .isEqualTo(text.replaceAll("\\p{IsWhite_Space}+", " ").strip());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tokenisedTextComesBackButForBlanks(long seed) {
        var text = textWithMarks(seed);

        var back = Pretokenizer.NONE.detokenize(texts(Pretokenizer.NONE, text));

        assertThat(back)
                .as("seed %d", seed)
                .isEqualTo(text.replaceAll("[ \n\r]+", " ").replaceAll("^ | $", ""));
    }

    @ParameterizedTest
    @EnumSource
    void noTokenIsMistakenForAPieceThatGoesOn(Pretokenizer pretokenizer) {
        seeds().forEach(seed -> assertThat(texts(pretokenizer, textWithMarks(seed)))
                .as("seed %d", seed)
                .isNotEmpty()
                .noneMatch(token -> token.endsWith("@@")));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void spansCoverAllButWhiteSpaceInOrder(long seed) {
        var text = textWithMarks(seed);
        var covered = new StringBuilder();
        int end = 0;
        for (var token : Pretokenizer.JOINER.tokenize(text)) {
            assertThat(token.span().start()).as("seed %d", seed).isGreaterThanOrEqualTo(end);
            covered.append(token.span().textIn(text));
            end = token.span().end();
        }
        assertThat(covered.toString()).as("seed %d", seed).isEqualTo(text.replaceAll("\\p{IsWhite_Space}", ""));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Text of all of Unicode in which the marks of the tokens are frequent. */
    private static String textWithMarks(long seed) {
        var random = new Random(seed);
        var marks = List.of("\uFFED", "\uFFEE", "@@", "@", "j", "e", " ", "\uFFEEj", "@@ ", "@@\uFFEE ");
        var text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append(RandomText.withUnpairedSurrogates(random, random.nextInt(8)));
            text.append(marks.get(random.nextInt(marks.size())));
        }
        return text.toString();
    }

    private static List<String> texts(Pretokenizer pretokenizer, String text) {
        return pretokenizer.tokenize(text).stream().map(Token::text).toList();
    }
}
