package org.dragoman.eval.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.corpora.text.WhiteSpace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cuts against the substitutions that they stand for, done by {@code java.util.regex}, in any order. */
class CutLineTest {
    private static final List<String> CHARACTERS = List.of(".", ".", ",", "-", "a", "1", " ", "\u3000", "😀", "𝒜");

    private record Rule(String pattern, String replacement, Consumer<CutLine> cut) {}

    private static final List<Rule> RULES = List.of(
            new Rule("(?s)^(.*)$", " $1 ", CutLine::cutEnds),
            new Rule("([-😀])", " $1 ", line -> line.cutAround(c -> c == '-' || c == 0x1F600)),
            new Rule("([^0-9])([.,])", "$1 $2 ", line -> line.cutAroundAfter(c -> !isDigit(c), CutLineTest::isPoint)),
            new Rule("([.,])([^0-9])", " $1 $2", line -> line.cutAroundBefore(CutLineTest::isPoint, c -> !isDigit(c))),
            new Rule("(𝒜)(😀)", "$1 $2 ", line -> line.cutAroundAfter(c -> c == 0x1D49C, c -> c == 0x1F600)),
            new Rule("(😀)(😀)", " $1 $2", line -> line.cutAroundBefore(c -> c == 0x1F600, c -> c == 0x1F600)),
            new Rule("([0-9])(-)", "$1 $2 ", line -> line.cutAroundAfter(CutLineTest::isDigit, c -> c == '-')));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tokensAreThoseOfTheSubstitutions(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 500; i++) {
            var text = Stream.generate(() -> CHARACTERS.get(random.nextInt(CHARACTERS.size())))
                    .limit(random.nextInt(12))
                    .collect(Collectors.joining());
            var line = new CutLine(text, c -> isPoint(c) || c == '-' || c == 0x1F600);
            var substituted = text;
            for (var k = random.nextInt(5); k > 0; k--) {
                var rule = RULES.get(random.nextInt(RULES.size()));
                rule.cut().accept(line);
                substituted = substituted.replaceAll(rule.pattern(), rule.replacement());
            }
            assertThat(line.tokens()).as("\"%s\", seed %d", text, seed).isEqualTo(WhiteSpace.split(substituted));
        }
    }

    private static boolean isPoint(int c) {
        return c == '.' || c == ',';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
