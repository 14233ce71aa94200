package org.dragoman.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.eval.alignment.LayeredAlignment;
import org.dragoman.eval.alignment.SoftAlignment;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class AlignmentPageTest {
    private static final SoftAlignment HEAD = new SoftAlignment(
            List.of("<b>", "\u0000"), List.of("שלום", "&amp;"), new double[][] {{0.75, 0.25}, {0.5, 0.5}});

    private static LayeredAlignment layered(SoftAlignment head, int layers, int heads) {
        return new LayeredAlignment(Stream.generate(
                        () -> IntStream.range(0, heads).mapToObj(h -> head).toList())
                .limit(layers)
                .toList());
    }

    private static String html(LayeredAlignment... alignments) {
        return AlignmentPage.of("Title", "Lead", List.of(alignments)).html();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    /** By hand: the average, 3 layers and 3 x 2 heads, each as heat map and as links. */
    @Test
    void averageLayersAndHeadsAreThereWithoutTheScriptAndTheAverageIsFirst() {
        var html = html(layered(HEAD, 3, 2));
        assertThat(count(html, "<figure ")).isEqualTo(2 * (1 + 3 + 3 * 2));
        assertThat(html.indexOf("Average of all layers and heads")).isLessThan(html.indexOf("<details>"));
        assertThat(html)
                .contains("data-layer=\"Layer 2\" data-head=\"Head 1\" data-kind=\"Links\"", "Layer 2, head 1")
                .contains("\u2068שלום\u2069: 0.75");
        assertThat(html.substring(0, html.indexOf("<script>"))).doesNotContain("hidden");
    }

    @Test
    void oneAttentionHasNothingToChooseButTheKindOfPicture() {
        var html = html(layered(HEAD, 1, 1));
        assertThat(count(html, "<figure ")).isEqualTo(2);
        assertThat(html).doesNotContain("<details>", "<figcaption>");
    }

    @Test
    void aLayerOfOneHeadIsShownOnce() {
        assertThat(count(html(layered(HEAD, 4, 1)), "<figure ")).isEqualTo(2 * (1 + 4));
    }

    @Test
    void sentencesHaveTheirWordsAndStrongestLinks() {
        var html = html(layered(HEAD, 1, 2), layered(HEAD, 1, 1));
        assertThat(html)
                .contains(
                        "<h2>1. &lt;b&gt; \ufffd</h2>",
                        "<h2>2. ",
                        "<p dir=\"auto\">שלום &amp;amp;</p>",
                        "<pre>0-0 0-1</pre>");
    }

    @Test
    void thePageNeedsNothingFromOutside() {
        assertThat(html(layered(HEAD, 2, 2)).replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http", "src=", "@import", "url(", "<link");
    }

    /** 6 x 8 heads of 60 x 60 weights are 172,800 cells, most of them as white as paper. */
    @Test
    void aLargePageLeavesOutCellsOfHeadsThatCannotBeSeen() {
        var words = IntStream.range(0, 60).mapToObj(i -> "w" + i).toList();
        var weights = new double[60][60];
        IntStream.range(0, 60).forEach(i -> weights[i][i] = 1);
        var html = html(layered(new SoftAlignment(words, words, weights), 6, 8));
        assertThat(html.length()).isLessThan(8_000_000);
        var cells = count(html, "</title></rect>");
        assertThat(cells).isEqualTo(7 * 3600 + 48 * 60); // the average and layers in full
    }
}
