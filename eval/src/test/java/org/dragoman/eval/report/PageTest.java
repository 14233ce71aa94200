package org.dragoman.eval.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.corpora.catalogue.Checksum;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

class PageTest {
    private static final String SVG = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

    @Test
    void textsAreEscapedAndSectionsAreLinked() {
        var html = new Page("A < B & \"C\"", "<script>lead</script>")
                .section(
                        "First & foremost",
                        section -> section.paragraph("a<b").note("x & y").preformatted("<pre>"))
                .section("Second", section -> section.figure(SVG, "An <empty> picture"))
                .html();
        assertThat(html)
                .contains("<title>A &lt; B &amp; &quot;C&quot;</title>")
                .contains("&lt;script&gt;lead&lt;/script&gt;")
                .contains("<a href=\"#s1\">First &amp; foremost</a>")
                .contains("<section id=\"s2\">\n<h2>Second</h2>")
                .contains("<p>a&lt;b</p>")
                .contains("<pre>&lt;pre&gt;</pre>")
                .contains("An &lt;empty&gt; picture")
                .doesNotContain("<?xml");
    }

    @Test
    void thePageNeedsNothingFromOutside() {
        var html = new Page("t", "l")
                .section(
                        "s",
                        section -> section.figure(SVG, SVG, "two")
                                .table(new Table(List.of(Column.of("n")), List.of(List.of(Cell.of(1))))))
                .html();
        assertThat(html.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http")
                .doesNotContain("src=")
                .doesNotContain("@import");
        assertThat(html).contains("on-light").contains("on-dark").contains("<td class=\"number\">1</td>");
    }

    /** A control character, half a surrogate pair and a noncharacter; tabs and line ends are allowed. */
    @Test
    void charactersThatHtmlForbidsAreReplaced() {
        assertThat(Page.escaped("a\u0000b\ud800c\uffffd\u0085e\t\n😀"))
                .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\t\n😀");
    }

    @Test
    void aFigureWithoutAPictureIsRefused() {
        assertThatThrownBy(() -> new Page("t", "l").section("s", section -> section.figure("<p>", "none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a figure needs an svg element, got none");
    }

    @Test
    void theRunRecordNamesTheSoftwareTheMachineAndEachFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("ref.de"), "eins\nzwei\n");
        var run = RunRecord.begin(Instant.parse("2026-01-02T03:04:05Z"))
                .with("Seed", "12345")
                .with(RunRecord.DataFile.of("reference", file));
        assertThat(run.facts())
                .containsEntry("Time", "2026-01-02 03:04 UTC")
                .containsEntry("Seed", "12345")
                .containsKeys("Software", "Java", "System", "Processors");
        // printf 'eins\nzwei\n' | sha256sum
        assertThat(run.files())
                .containsExactly(new RunRecord.DataFile(
                        "reference",
                        file.toString(),
                        OptionalLong.of(2),
                        10,
                        Checksum.parse("sha256:cea7589481795a99cc8b7989cc24706fd26d46cde9fc381d07db562de08b2e18")));
        assertThat(run.factTable().rows()).hasSize(6);
        assertThat(run.fileTable().rows()).hasSize(1);
    }
}
