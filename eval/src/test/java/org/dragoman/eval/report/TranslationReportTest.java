package org.dragoman.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.corpora.SentencePair;
import org.dragoman.eval.Segment;
import org.dragoman.eval.SystemCounts;
import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.eval.analysis.TrainingCurves;
import org.dragoman.eval.text.Bleu;
import org.dragoman.eval.text.BleuConfig;
import org.dragoman.eval.text.Ter;
import org.dragoman.eval.text.TerConfig;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

class TranslationReportTest {
    private static final List<String> SOURCES =
            List.of("We met <b>Tom</b> & Ann.", "ok", "one two three four five six seven", "last");
    private static final List<List<String>> REFERENCES = List.of(
            List.of("Wir trafen <b>Tom</b> & Ann."),
            List.of("gut", "ja", "fein", "schön"),
            List.of("eins zwei drei"),
            List.of("letzte"));
    private static final List<String> OUTPUT = List.of("Wir trafen <b>ihn</b> & Ann.", "ja", "eins zwei drei", "xyz");

    private final List<SentencePair> asked = new ArrayList<>();

    private ScoredOutput output(String name) {
        var segments = new ArrayList<Segment>();
        for (var i = 0; i < OUTPUT.size(); i++) {
            segments.add(new Segment(OUTPUT.get(i), REFERENCES.get(i)));
        }
        var metrics = List.<org.dragoman.eval.Metric<?, ?>>of(new Bleu(BleuConfig.CORPUS), new Ter(TerConfig.DEFAULT));
        return new ScoredOutput(OUTPUT, SystemCounts.of(name, segments, metrics, true), Optional.of(this::align));
    }

    private List<SoftAlignment> align(List<SentencePair> pairs) {
        asked.addAll(pairs);
        return pairs.stream()
                .map(pair -> new SoftAlignment(List.of(pair.source()), List.of(pair.target()), new double[][] {{0.75}}))
                .toList();
    }

    private String html(List<ScoredOutput> outputs) {
        var page = new Page("t", "l");
        return new TranslationReport(outputs, REFERENCES, Optional.of(SOURCES), 1)
                .addTo(page)
                .html();
    }

    private static int count(String html, String part) {
        return (int)
                Pattern.compile(Pattern.quote(part)).matcher(html).results().count();
    }

    @Test
    void worstLinesComeFirstEachWithItsAlignmentBelow() {
        var html = html(List.of(output("mine")));
        var worst = html.substring(html.indexOf("<h3>Worst</h3>"), html.indexOf("<summary>Best"));
        assertThat(count(worst, "<tr class=\"below\"><td colspan=\"5\"><details class=\"tied\""))
                .isEqualTo(4);
        assertThat(count(worst, "<details class=\"tied\" open>")).isEqualTo(3);
        assertThat(count(worst, "<tbody>")).isEqualTo(4);
        assertThat(worst.indexOf("xyz")).isLessThan(worst.indexOf("eins zwei drei"));
        assertThat(worst).contains(": 0.75</title>").contains("gut / ja / fein / and 1 more");
        assertThat(asked).contains(new SentencePair("last", "xyz"));
    }

    @Test
    void textsAreEscapedAndNothingComesFromOutside() {
        var html = html(List.of(output("<i>mine</i>")));
        assertThat(html)
                .contains("&lt;b&gt;ihn&lt;/b&gt;")
                .contains("Lines of &lt;i&gt;mine&lt;/i&gt;")
                .doesNotContain("<b>", "<i>", "src=", "@import", "href=\"http");
    }

    @Test
    void everyMetricHasItsChartByLengthAndWhatIsLostIsNamed() {
        var html = html(List.of(output("mine")));
        var byLength = html.substring(html.indexOf("Quality by length</h2>"), html.indexOf("Scores of lines</h2>"));
        assertThat(count(byLength, "<figure>")).isEqualTo(2);
        assertThat(byLength)
                .contains("<summary>BLEU in numbers", "<summary>TER in numbers", "<td>0-5</td>", "<td>6-10</td>");
        assertThat(byLength).doesNotContain("<td>11-15</td>");
        assertThat(html).contains("<td>names lost</td><td>Tom</td>");
    }

    /** By length of the source, the lines are 2, 4, 1, 3; shown are the places 0, 1 and 2 of 0 to 3. */
    @Test
    void severalSystemsAreSeenOnTheSameLines() {
        var html = html(List.of(output("one"), output("two")));
        var same = html.substring(html.indexOf("The same lines</h2>"), html.indexOf("Lines of one</h2>"));
        assertThat(same).containsSubsequence("<h3>Line 2</h3>", "<h3>Line 4</h3>", "<h3>Line 1</h3>");
        assertThat(count(same, "<summary>one: ")).isEqualTo(3);
        assertThat(count(same, "<summary>two: ")).isEqualTo(3);
        assertThat(count(same, ": 0.75</title>")).isEqualTo(6);
        assertThat(html(List.of(output("one")))).doesNotContain("The same lines");
    }

    @Test
    void systemsOfOneNameAreToldApart() {
        var outputs = List.of(output("same"), output("same"));
        var report = new TranslationReport(outputs, REFERENCES, Optional.of(SOURCES), 1);
        assertThat(report.legend()).containsExactly("same", "same (2)");
        assertThat(count(html(outputs), "<h2>Lines of same</h2>")).isEqualTo(2);
    }

    @Test
    void trainingsHaveAChartForEachThingThatWasLogged() {
        var curves = new TrainingCurves(Map.of(
                TrainingCurves.Curve.TRAINING_LOSS,
                        List.of(new TrainingCurves.Point(1, 8), new TrainingCurves.Point(2, 7)),
                TrainingCurves.Curve.GRADIENT_NORM,
                        List.of(new TrainingCurves.Point(1, 0), new TrainingCurves.Point(2, 3))));
        var html = new Page("t", "l")
                .section("Training", section -> TrainingChart.addTo(section, Map.of("run", curves)))
                .html();
        assertThat(count(html, "<figure>")).isEqualTo(2);
        assertThat(html).contains("<figcaption>Loss</figcaption>", "<figcaption>Gradient norm</figcaption>");
    }
}
