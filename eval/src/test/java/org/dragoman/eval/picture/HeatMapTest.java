package org.dragoman.eval.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.eval.label.ConfusionMatrix;
import org.dragoman.testing.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class HeatMapTest extends PictureContract {
    private static final SoftAlignment PAIR =
            new SoftAlignment(List.of("das", "Haus"), List.of("the", "house", "."), new double[][] {
                {0.75, 0.25}, {0.125f, 0.1f}, {0, 1e-9}
            });

    @Override
    Picture picture() {
        return HeatMap.of(PAIR);
    }

    @Test
    void aCellForEachWeightTellsItExactly() {
        var svg = Svg.of(HeatMap.of(PAIR).svg());
        assertThat(svg.titles("rect"))
                .containsExactly(
                        "das → the: 0.75",
                        "Haus → the: 0.25",
                        "das → house: 0.125",
                        "Haus → house: 0.1",
                        "das → .: 0",
                        "Haus → .: 1.0E-9");
        assertThat(svg.texts()).contains("das", "Haus", "the", "house", ".", "attention weight");
    }

    /** By hand: the largest weight 0.75 is rounded up to 1, so opacities are the weights. */
    @Test
    void opacityIsTheShareOfTheFullWeight() {
        assertThat(opacities(HeatMap.of(PAIR))).containsExactly("0.75", "0.25", "0.125", "0.1", "0", "0");
        assertThat(opacities(HeatMap.of(PAIR, AlignmentConfig.DEFAULT.withTop(0.5))))
                .containsExactly("", "0.5", "0.25", "0.2", "0", "0"); // without the attribute a cell is opaque
    }

    private static List<String> opacities(HeatMap map) {
        return Svg.of(map.svg()).titled("rect").stream()
                .map(cell -> cell.getAttribute("fill-opacity"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"0.31, 0.5", "0.12, 0.2", "0.21, 0.25", "0.5, 0.5", "0.51, 1", "1, 1", "3, 5", "0.00013, 2.0E-4", "0, 1"
    })
    void theScaleEndsAtARoundNumber(double largest, String top) {
        var map = HeatMap.of(new SoftAlignment(List.of("s"), List.of("t"), new double[][] {{largest}}));
        assertThat(Svg.of(map.svg()).texts()).contains("0", top);
    }

    @Test
    void severalAlignmentsCanHaveOneScale() {
        var weak = new SoftAlignment(List.of("s"), List.of("t"), new double[][] {{0.1}});
        assertThat(AlignmentConfig.inOneScale(List.of(weak, PAIR)).top()).hasValue(1);
    }

    @Test
    void faintCellsAreLeftOutIfAsked() {
        var map = HeatMap.of(PAIR, AlignmentConfig.DEFAULT.withFaintest(0.125));
        assertThat(Svg.of(map.svg()).titles("rect"))
                .containsExactly("das → the: 0.75", "Haus → the: 0.25", "das → house: 0.125");
    }

    @Test
    void markupIsTextAndWhatCannotBeSeenIsShownBySigns() {
        var tokens = List.of(
                "<b>&\"'",
                "]]>",
                "&amp;",
                "e\u0301",
                "日本",
                "👩‍👩‍👧",
                "\u0000",
                "\ud800",
                "",
                " ",
                "\u202eabc",
                "\u0085");
        var map = HeatMap.of(new SoftAlignment(tokens, List.of("x"), new double[1][tokens.size()]));
        assertThat(Svg.of(map.svg()).texts())
                .contains("<b>&\"'", "]]>", "&amp;", "e\u0301", "日本", "👩‍👩‍👧", "␀", "\ufffd", "∅", "␣", "\ufffdabc");
        assertThat(Svg.of(map.svg()).titles("rect")).contains("<b>&\"' → x: 0").hasSize(tokens.size());
    }

    @Test
    void aLongWordIsCutAndToldInFull() {
        var word = "Donaudampfschifffahrtsgesellschaft";
        var svg = Svg.of(HeatMap.of(new SoftAlignment(List.of(word), List.of("x"), new double[][] {{1}}))
                .svg());
        assertThat(svg.texts())
                .noneMatch(word::equals)
                .anyMatch(text -> text.startsWith("Donaudampf") && text.endsWith("…"));
        assertThat(svg.titles("text")).containsExactly(word);
    }

    @Test
    void wordsFromRightToLeftStandInThatOrderAndBesideTheirCells() {
        var map = HeatMap.of(
                new SoftAlignment(List.of("שלום", "(", "עולם", ")"), List.of("hello"), new double[][] {{1, 0, 0, 0}}));
        var svg = Svg.of(map.svg());
        assertThat(svg.x("שלום")).isGreaterThan(svg.x("עולם"));
        var cells = svg.titled("rect");
        assertThat(Double.parseDouble(cells.get(0).getAttribute("x")))
                .isGreaterThan(Double.parseDouble(cells.get(3).getAttribute("x")));
        assertThat(svg.all("text").stream().filter(text -> "rtl".equals(text.getAttribute("direction"))))
                .extracting(text -> text.getTextContent())
                .containsExactly("שלום", "(", "עולם", ")"); // so that parentheses are mirrored
        assertThat(Svg.title(cells.get(0)))
                .isEqualTo("\u2068שלום\u2069 → hello: 1"); // isolated, or the weight would move
    }

    @Test
    void labelsOfALongSentenceDoNotOverlap() {
        var source = IntStream.range(0, 120).mapToObj(i -> "word" + i).toList();
        var target = IntStream.range(0, 110).mapToObj(i -> "Wort" + i).toList();
        var svg = Svg.of(HeatMap.of(new SoftAlignment(source, target, new double[110][120]))
                .svg());
        assertThat(svg.titled("rect")).hasSize(120 * 110);
        var size = Double.parseDouble(svg.all("text").get(0).getAttribute("font-size"));
        for (var i = 1; i < 120; i++) {
            assertThat(svg.x("word" + i) - svg.x("word" + (i - 1))).isGreaterThan(size);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyTextGivesAWholePicture(long seed) {
        var random = new Random(seed);
        var source = Stream.generate(() -> RandomText.withUnpairedSurrogates(random, random.nextInt(9)))
                .limit(30)
                .toList();
        var target = Stream.generate(() -> RandomText.of(random, random.nextInt(40)))
                .limit(5)
                .toList();
        var weights = new double[5][30];
        Arrays.setAll(weights, row -> random.doubles(30).toArray());
        var alignment = new SoftAlignment(source, target, weights);
        for (var picture : List.of(HeatMap.of(alignment), LinkDiagram.of(alignment))) {
            assertThat(Svg.of(picture.svg()).all("title")).hasSizeGreaterThanOrEqualTo(140);
            assertThat(picture.png(1)).hasSizeGreaterThan(1000);
        }
        var titles = Svg.of(HeatMap.of(alignment).svg()).titles("rect");
        assertThat(titles).hasSize(150);
        for (var i = 0; i < 150; i++) {
            assertThat(titles.get(i)).endsWith(": " + weights[i / 30][i % 30]);
        }
    }

    @Test
    void sentencesWithoutWordsGiveAnEmptyMap() {
        var svg = Svg.of(HeatMap.of(new SoftAlignment(List.of(), List.of(), new double[0][]))
                .svg());
        assertThat(svg.titled("rect")).isEmpty();
    }

    @Test
    void aConfusionMatrixCountsInItsCells() {
        var gold = List.of("NOUN", "NOUN", "NOUN", "VERB", "VERB");
        var predicted = List.of("NOUN", "NOUN", "VERB", "VERB", "X<");
        var svg = Svg.of(HeatMap.of(ConfusionMatrix.of(gold, predicted), "Tags").svg());
        assertThat(svg.titles("rect"))
                .hasSize(9)
                .contains(
                        "gold NOUN, predicted NOUN: 2 of 3 (66.7 %)",
                        "gold NOUN, predicted VERB: 1 of 3 (33.3 %)",
                        "gold VERB, predicted X<: 1 of 2 (50.0 %)",
                        "gold X<, predicted NOUN: 0 of 0 (0.0 %)");
        assertThat(svg.texts()).contains("Tags", "gold", "predicted", "2").containsOnlyOnce("2");
        assertThat(svg.texts().stream().filter("1"::equals)).hasSize(4); // three cells and the end of the scale
    }

    @Test
    void refusesAScaleThatCannotBeDrawn() {
        assertThatThrownBy(() -> AlignmentConfig.DEFAULT.withTop(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the weight that is drawn in full must be above 0 and finite, got 0.0");
        assertThatThrownBy(() -> AlignmentConfig.DEFAULT.withFaintest(Double.NaN))
                .hasMessage("the faintest weight that is drawn must be 0 or more, got NaN");
    }
}
