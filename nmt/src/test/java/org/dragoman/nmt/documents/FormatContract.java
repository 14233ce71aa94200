package org.dragoman.nmt.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.testing.RandomText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What every format must do. */
abstract class FormatContract {
    /** Pieces of markup that a random text is mixed with, so that its structure is odd, too. */
    private static final List<String> MARKUP = List.of(
            "# ",
            "## ",
            "- ",
            "1. ",
            "> ",
            "```\n",
            "`",
            "**",
            "*",
            "_",
            "[",
            "](u)",
            "][r]",
            "[r]: /x\n",
            "![",
            "<b>",
            "</b>",
            "<http://a.b>",
            "| a | b |\n|---|---|\n",
            "\\|",
            " | ",
            "\\*",
            "&amp;",
            "&#39;",
            "&nbsp;",
            "  \n",
            "\n\n",
            "\n",
            "\r\n",
            "---\n",
            "    ",
            "\t",
            "===\n",
            "{{ x }}",
            "[^1]",
            "https://a.b/c_d.",
            "me@a.de",
            "- [ ] ",
            "<!-- x -->",
            "~~~\n",
            "\0");

    abstract DocumentFormat format();

    List<String> texts(String text) {
        return format().runs(text).map(Run::text).toList();
    }

    String translate(String text, UnaryOperator<String> translator) {
        var written = new StringBuilder();
        var end = 0;
        for (var run : format().runs(text).toList()) {
            written.append(text, end, run.span().start()).append(format().write(run, translator.apply(run.text())));
            end = run.span().end();
        }
        return written.append(text.substring(end)).toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void unchangedRunsGiveTheSameTextAgain(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 200; i++) {
            var text = randomMarkup(random);
            assertThat(translate(text, run -> run)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void runsPointAtTheirSourceInOrderAndHaveLetters(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 200; i++) {
            var text = randomMarkup(random);
            var end = 0;
            for (var run : format().runs(text).toList()) {
                assertThat(run.span().textIn(text)).isEqualTo(run.source());
                assertThat(run.span().start()).isGreaterThanOrEqualTo(end);
                assertThat(run.text().codePoints()).anyMatch(Character::isLetter);
                assertThat(run.text()).isEqualTo(run.text().strip());
                end = run.span().end();
            }
        }
    }

    static String randomMarkup(Random random) {
        return markup(random, () -> RandomText.of(random, random.nextInt(12)));
    }

    static String markup(Random random, Supplier<String> words) {
        var text = new StringBuilder();
        for (var i = 0; i < 12; i++) {
            text.append(MARKUP.get(random.nextInt(MARKUP.size()))).append(words.get());
        }
        return text.toString();
    }
}
