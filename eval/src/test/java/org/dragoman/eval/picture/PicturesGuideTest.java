package org.dragoman.eval.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.eval.alignment.AlignmentJson;
import org.dragoman.eval.alignment.AlignmentTable;
import org.dragoman.eval.alignment.LayeredAlignment;
import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.eval.alignment.Symmetrization;
import org.dragoman.eval.alignment.WordAlignment;
import org.dragoman.eval.label.ConfusionMatrix;
import org.dragoman.eval.report.AlignmentPage;
import org.dragoman.eval.table.TableFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The code that the guide to pictures shows is the code of this test. */
class PicturesGuideTest {
    private static final Path GUIDE = Path.of("../docs/pictures.md");
    private static final Path SOURCE = Path.of("src/test/java/org/dragoman/eval/picture/PicturesGuideTest.java");
    private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final SoftAlignment first =
            new SoftAlignment(List.of("ein", "Haus"), List.of("a", "house"), new double[][] {{0.75, 0.25}, {0.5, 0.5}});
    private final SoftAlignment second =
            new SoftAlignment(List.of("ein", "Haus"), List.of("a", "house"), new double[][] {{1, 0}, {0.25, 0.75}});
    private final SoftAlignment forward = second;
    private final SoftAlignment backward =
            new SoftAlignment(List.of("a", "house"), List.of("ein", "Haus"), new double[][] {{1, 0}, {0.25, 0.75}});
    private final List<String> gold = List.of("NOUN", "VERB");
    private final List<String> predicted = List.of("NOUN", "NOUN");

    @TempDir
    Path folder;

    @Test
    void theGuideShowsOnlyWhatIsCompiledHere() throws IOException {
        var source = withoutSpaces(Files.readString(SOURCE));
        var blocks = CODE.matcher(Files.readString(GUIDE))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(blocks).hasSize(8);
        assertThat(blocks).allSatisfy(block -> assertThat(source).contains(withoutSpaces(block)));
    }

    private static String withoutSpaces(String code) {
        return code.replaceAll("\\s+", "");
    }

    @Test
    void alignments() {
        var alignment =
                new SoftAlignment(List.of("das", "kleine", "Haus"), List.of("the", "small", "house"), new double[][] {
                    {0.9, 0.06, 0.04}, {0.1, 0.8, 0.1}, {0.02, 0.08, 0.9}
                });
        HeatMap.of(alignment).write(folder.resolve("heat.svg"));
        LinkDiagram.of(alignment).write(folder.resolve("links.png"));
        assertThat(folder.resolve("heat.svg")).isNotEmptyFile();
        assertThat(folder.resolve("links.png")).isNotEmptyFile();
    }

    @Test
    void oneScale() {
        var config = AlignmentConfig.inOneScale(List.of(first, second));
        HeatMap.of(first, config.withTitle("Layer 0, head 0")).write(folder.resolve("first.svg"));
        HeatMap.of(second, config.withTitle("Layer 0, head 1")).write(folder.resolve("second.svg"));
        assertThat(config.top()).hasValue(1);
    }

    @Test
    void exports() {
        var layered = new LayeredAlignment(List.of(List.of(first, second)));
        AlignmentPage.of("Alignments", "Made by my model.", List.of(layered)).write(folder.resolve("page.html"));
        assertThat(folder.resolve("page.html")).isNotEmptyFile();

        var json = AlignmentJson.write(layered);
        var csv = TableFormat.CSV.write(AlignmentTable.of(List.of(layered)));
        var strongest = WordAlignment.strongest(layered.average()).toString(); // such as 0-0 1-1 2-2
        var confident = WordAlignment.above(layered.average(), 0.5);
        assertThat(json).startsWith("{\"source\":[\"ein\",\"Haus\"]");
        assertThat(csv).hasLineCount(1 + 3 * 4);
        assertThat(strongest).isEqualTo("0-0 1-1");
        assertThat(confident.toString()).isEqualTo("0-0 1-1");
    }

    @Test
    void bothDirections() {
        var links = Symmetrization.GROW_DIAG_FINAL_AND.merge(
                WordAlignment.strongest(forward),
                WordAlignment.strongest(backward).reversed());
        LinkDiagram.of(forward.source(), forward.target(), links, "Both directions")
                .write(folder.resolve("both.svg"));
        assertThat(links.toString()).isEqualTo("0-0 1-1");
    }

    @Test
    void confusion() {
        var confusion = ConfusionMatrix.of(gold, predicted);
        HeatMap.of(confusion, "Tags").write(folder.resolve("confusion.svg"));
        assertThat(folder.resolve("confusion.svg")).isNotEmptyFile();
    }

    @Test
    void charts() {
        var loss = new LineChart.Curve(
                "validation",
                List.of(new LineChart.Point(0, 8.1), new LineChart.Point(500, 4.2), new LineChart.Point(1000, 3.1)));
        LineChart.of(ChartConfig.of("updates", "loss (nats a token)"), List.of(loss))
                .write(folder.resolve("loss.svg"));

        var scores = new BarChart.Bars("my model", List.of(BarChart.Bar.of(31.2, 1.1), BarChart.Bar.of(28.4, 0.9)));
        BarChart.of(ChartConfig.of("words of the source", "BLEU"), List.of("1-20", "21+"), List.of(scores))
                .write(folder.resolve("length.svg"));
        assertThat(folder.resolve("loss.svg")).isNotEmptyFile();
        assertThat(folder.resolve("length.svg")).isNotEmptyFile();
    }
}
