package org.dragoman.nmt.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;

class MarkdownTest extends FormatContract {
    @Override
    DocumentFormat format() {
        return DocumentFormat.MARKDOWN;
    }

    private String upper(String text) {
        return translate(text, run -> run.toUpperCase(Locale.ROOT));
    }

    @Test
    void textOfBlocksIsTranslatedAndMarkupStays() {
        assertThat(upper("# one #\n\n- two\n  - three\n\n1. four\n\n> five\n\nsix\n===\n\nseven\n"))
                .isEqualTo("# ONE #\n\n- TWO\n  - THREE\n\n1. FOUR\n\n> FIVE\n\nSIX\n===\n\nSEVEN\n");
    }

    @Test
    void cellsOfATableAreTranslated() {
        assertThat(upper("| a | b *c* |\n|:--|--:|\n| d | `e` |\n"))
                .isEqualTo("| A | B *C* |\n|:--|--:|\n| D | `e` |\n");
    }

    @Test
    void aCellWithAnEscapedBarStaysAndItsNeighboursAreTranslated() {
        assertThat(upper("| a \\| b | c |\n|---|---|\n| d \\| e | f |\n"))
                .isEqualTo("| a \\| b | C |\n|---|---|\n| d \\| e | F |\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```java\nint a;\n```\n",
                "~~~\nsome text\n~~~\n",
                "    indented code\n",
                "`code` ``more ` code``",
                "<div>\nsome text\n</div>\n",
                "<!-- a remark -->\n",
                "[label]: https://a.b \"title\"\n",
                "---\ntitle: hello\ntags: [a, b]\n---\n",
                "\uFEFF---\r\ntitle: hello\r\n---\r\n",
                "<https://a.b/path>",
                "https://a.b/path_(x)?y=z",
                "www.example.org",
                "tom@example.org",
                "{{ include.thing }} {% if thing %}",
                "[^note]",
            })
    void codeAddressesTagsAndDefinitionsAreNotText(String text) {
        assertThat(texts(text)).isEmpty();
    }

    @Test
    void frontMatterIsNotTextButWhatFollowsIs() {
        assertThat(texts("---\ntitle: hello\n---\n# Head\n")).containsExactly("Head");
        assertThat(texts("---\n\nText\n\n---\n")).containsExactly("Text");
    }

    @Test
    void inlineMarkupEndsARun() {
        assertThat(texts("Tom is **very** tired, see `a`, [the *map*](x.md \"title\") and ![a cat](c.png)."))
                .containsExactly("Tom is", "very", "tired, see", "the", "map", "and", "a cat");
        assertThat(upper("a <b>c</b> d")).isEqualTo("A <b>C</b> D");
    }

    @Test
    void punctuationAfterInlineMarkupStaysBesideIt() {
        assertThat(texts("**Tom**, who sleeps. *Mary*.)  And (you)."))
                .containsExactly("Tom", "who sleeps.", "Mary", "And (you).");
    }

    @Test
    void textBesideAnAddressIsTranslated() {
        assertThat(upper("see https://a.b/c, or write to me@a.de."))
                .isEqualTo("SEE https://a.b/c, OR WRITE TO me@a.de.");
    }

    @Test
    void theBoxOfATaskStays() {
        assertThat(upper("- [x] done\n- [ ] not done\n")).isEqualTo("- [x] DONE\n- [ ] NOT DONE\n");
    }

    @Test
    void aLinkThatIsItsOwnLabelStays() {
        assertThat(upper("[a] [b][] [c][d]\n\n[a]: x\n[b]: y\n[d]: z\n"))
                .isEqualTo("[a] [b][] [C][d]\n\n[a]: x\n[b]: y\n[d]: z\n");
    }

    @Test
    void aWrappedParagraphIsOneRunAndOneLine() {
        assertThat(texts("> Tom is\n> very   \\\n> tired\n> today.\n")).containsExactly("Tom is very", "tired today.");
        assertThat(upper("> tom is\n> tired.\n>\n> he\nsleeps.\n")).isEqualTo("> TOM IS TIRED.\n>\n> HE SLEEPS.\n");
    }

    @Test
    void escapesAndEntitiesAreReadAsCharacters() {
        assertThat(texts("Tom &amp; Mary don&#39;t use \\*stars\\*.")).containsExactly("Tom & Mary don't use *stars*.");
        assertThat(upper("tom &lt;br&gt; \\*x\\* snake_case\n")).isEqualTo("TOM \\<BR\\> \\*X\\* SNAKE_CASE\n");
    }

    @ParameterizedTest
    @CsvSource({
        "May 1, 1. Mai, 1\\. Mai",
        "so, # so, \\# so",
        "so, - so, \\- so",
        "so, > so, \\> so",
        "so, a*b*c, a\\*b\\*c",
        "so, [a](b), \\[a\\](b)",
        "so, &amp;, \\&amp;",
        "so, R&D, R&D",
        "so, <b>, \\<b\\>",
        "so, 3.14, 3.14",
        "so, -5, -5"
    })
    void whatATranslationBringsDoesNotBecomeMarkup(String source, String translation, String written) {
        assertThat(translate(source, text -> translation)).isEqualTo(written);
    }

    @Test
    void aTranslationWithALineEndStaysInItsBlock() {
        assertThat(translate("> a\n", text -> "b\n\nc")).isEqualTo("> b c\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aPlainTranslationKeepsTheStructure(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 200; i++) {
            var text = markup(random, () -> " some words ");
            var translated = translate(text, run -> "word");
            assertThat(texts(translated))
                    .as("%s%n->%n%s", text, translated)
                    .hasSameSizeAs(texts(text))
                    .allMatch("word"::equals);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: b\n", "a", "a.", "{{", "[^", "a@", "x://"})
    void hugeAndOddFilesTakeLinearTime(String piece) {
        var text = "---\n" + piece.repeat(100_000);
        assertTimeout(Duration.ofSeconds(5), () -> texts(text));
    }
}
