package org.dragoman.eval.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.eval.alignment.WordAlignment;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class LinkDiagramTest extends PictureContract {
    private static final List<String> SOURCE = List.of("das", "Haus");
    private static final List<String> TARGET = List.of("the", "house");
    private static final SoftAlignment PAIR =
            new SoftAlignment(SOURCE, TARGET, new double[][] {{0.75, 0.25}, {0.009, 0.0625}});

    @Override
    Picture picture() {
        return LinkDiagram.of(PAIR);
    }

    /** By hand: the full weight is 1; 0.009 is less than a hundredth of it. */
    @Test
    void aLineIsAsOpaqueAsItsWeightAndStrongOnesLieAbove() {
        var lines = Svg.of(LinkDiagram.of(PAIR).svg()).titled("path");
        assertThat(lines)
                .extracting(Svg::title)
                .containsExactly("Haus → house: 0.0625", "Haus → the: 0.25", "das → the: 0.75");
        assertThat(lines)
                .extracting(line -> line.getAttribute("stroke-opacity"))
                .containsExactly("0.0625", "0.25", "0.75");
    }

    @Test
    void aLineJoinsItsWords() {
        var svg = Svg.of(LinkDiagram.of(PAIR).svg());
        var data = svg.titled("path").get(1).getAttribute("d"); // Haus - the
        assertThat(Double.parseDouble(data.replaceAll("M([^ ]+) .*", "$1"))).isEqualTo(svg.x("Haus"));
        assertThat(Double.parseDouble(data.replaceAll(".*L([^ ]+) .*", "$1"))).isEqualTo(svg.x("the"));
    }

    @Test
    void linksWithoutWeightsAreOpaque() {
        var svg = Svg.of(LinkDiagram.of(SOURCE, TARGET, WordAlignment.parse("0-0 1-1"), "By hand")
                .svg());
        assertThat(svg.titles("path")).containsExactly("das → the", "Haus → house");
        assertThat(svg.titled("path")).noneMatch(line -> line.hasAttribute("stroke-opacity"));
        assertThat(svg.texts()).containsExactly("By hand", "das", "Haus", "the", "house");
    }

    @Test
    void aSentenceIsWrittenInTheDirectionOfItsScript() {
        var alignment =
                new SoftAlignment(List.of("I", "want", "tea", "."), List.of("أريد", "الشاي", "."), new double[3][4]);
        var svg = Svg.of(LinkDiagram.of(alignment).svg());
        assertThat(svg.x("I")).isLessThan(svg.x("want")).isLessThan(svg.x("tea"));
        assertThat(svg.x("أريد")).isGreaterThan(svg.x("الشاي"));
    }

    @Test
    void wordsOfALongSentenceStandUpright() {
        var words = IntStream.range(0, 120).mapToObj(i -> "word" + i).toList();
        var svg = Svg.of(LinkDiagram.of(new SoftAlignment(words, words, new double[120][120]))
                .svg());
        assertThat(svg.all("text").get(0).getAttribute("transform")).endsWith("rotate(-90)");
        assertThat(svg.x("word1") - svg.x("word0")).isGreaterThan(12);
    }

    @Test
    void refusesALinkToAWordThatIsNotThere() {
        assertThatThrownBy(() -> LinkDiagram.of(SOURCE, TARGET, WordAlignment.parse("0-0 2-1"), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the link 2-1 names a word that isn't there: the source has 2 and the target 2, counted from 0");
    }
}
