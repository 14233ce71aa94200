package org.dragoman.pipeline.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dragoman.pipeline.Layers.ENTITIES;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Entity;
import org.dragoman.pipeline.Span;
import org.dragoman.testing.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class BratTest {
    private static final Document PARIS = Document.of("a", "👩‍👩‍👧 Marie\nCurie, Paris")
            .with(ENTITIES, List.of(new Entity(new Span(9, 20), "PER"), new Entity(new Span(22, 27), "LOC/city")))
            .with(Brat.NOTES, List.of("", "born\nin Warsaw"));

    // the family is 5 code points (three people, two joiners) but 8 UTF-16 units, so Marie begins at 6
    private static final String PARIS_ANN = """
            T1\tPER 6 11;12 17\tMarie Curie
            T2\tLOC_city 19 24\tParis
            #1\tAnnotatorNotes T2\tborn in Warsaw
            """;

    private final Brat brat = new Brat();

    @Test
    void countsCodePointsAndSplitsAtLineEnds() {
        assertThat(brat.write(PARIS)).isEqualTo(PARIS_ANN);
    }

    @Test
    void readsEntitiesInAnyOrderWithNotesAndPassesOverTheRest() {
        var annotations = """
                T7\tLOC 19 24\tParis
                R1\tBorn Arg1:T2 Arg2:T7
                A1\tFamous T2
                #1\tAnnotatorNotes R1\tno entity
                T2\tPER 6 11;12 17\tMarie Curie
                #2\tAnnotatorNotes T2\ttwice
                #3\tAnnotatorNotes T2\tNobel
                """;
        var document = brat.read("a", PARIS.text(), "a.ann", annotations);
        assertThat(document.get(ENTITIES))
                .containsExactly(new Entity(new Span(9, 20), "PER"), new Entity(new Span(22, 27), "LOC"));
        assertThat(document.get(Brat.NOTES)).containsExactly("twice Nobel", "");
        assertThat(brat.read("a", "x", "a.ann", "").get(ENTITIES)).isEmpty();
        assertThat(new DocumentJson().read("json", new DocumentJson().write(document)))
                .isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            T1 PER 0 3 Tom       ~ a.ann:1: an entity needs an id, a type with offsets, and its text, with tabs between, such as "T1|PER 0 3|Tom", got "T1 PER 0 3 Tom"
            T1|PER 0 9|Tom       ~ a.ann:1: offsets must be in order and inside the text, which has 7 code points, got "T1|PER 0 9|Tom"
            T1|PER 3 3|          ~ a.ann:1: offsets must be in order and inside the text, which has 7 code points, got "T1|PER 3 3|"
            T1|PER 0 3|Tim       ~ a.ann:1: the text has "Tom" there; are text and annotations of the same version? Got "T1|PER 0 3|Tim"
            T1|PER 0 1;2 3|T m   ~ a.ann:1: an entity is one stretch of text, and between these pieces is more than white space: "T1|PER 0 1;2 3|T m"
            Q1|PER 0 3|Tom       ~ a.ann:1: an annotation begins with T, R, E, A, M, N, * or #, got "Q1|PER 0 3|Tom"
            #1|AnnotatorNotes T1|x ~ a.ann:1: a note needs its text, and an entity that stands before it, got "#1|AnnotatorNotes T1|x"
            """)
    void saysWhatIsWrong(String line, String message) {
        assertThatThrownBy(() -> brat.read("a", "Tom ran", "a.ann", line.replace('|', '\t') + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message.replace('|', '\t'));
    }

    @Test
    void twoAnnotationsWithOneIdAreRefused() {
        assertThatThrownBy(() -> brat.read("a", "Tom", "a.ann", "T1\tPER 0 3\tTom\nT1\tPER 0 3\tTom\n"))
                .hasMessage("a.ann:2: there are two annotations T1, the second is \"T1\tPER 0 3\tTom\"");
    }

    @Test
    void anEntityOfNothingButLineEndsCannotBeWritten() {
        var document = Document.of("a", "x\n\ny").with(ENTITIES, List.of(new Entity(new Span(1, 3), "PER")));
        assertThatThrownBy(() -> brat.write(document))
                .hasMessage("document 'a': entity 0 [1, 3) has no text but line ends and tabs, which brat can't hold");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void entitiesOfAnyTextComeBack(long seed) {
        var random = new Random(seed);
        var text = RandomText.of(random, 400);
        var entities = new ArrayList<Entity>();
        for (var i = 0; i < 40; i++) {
            var span = wholeCharacters(text, random.nextInt(text.length()), 1 + random.nextInt(12));
            if (!span.textIn(text).isBlank()
                    && isVisible(text.charAt(span.start()))
                    && isVisible(text.charAt(span.end() - 1))) {
                entities.add(new Entity(span, "T" + random.nextInt(3)));
            }
        }
        entities.sort((a, b) -> a.span().compareTo(b.span()));
        var document = Document.of("a", text).with(ENTITIES, entities);
        var again = brat.read("a", text, "a.ann", brat.write(document));
        assertThat(again.get(ENTITIES)).as("seed %d", seed).isEqualTo(entities);
        assertThat(entities).hasSizeGreaterThan(5);
        assertPythonWouldFindThem(text, brat.write(document));
    }

    /** The pieces that the file names are, counted in code points, what it says. */
    private static void assertPythonWouldFindThem(String text, String annotations) {
        var codePoints = text.codePoints().toArray();
        for (var line : annotations.split("\n")) {
            var columns = line.split("\t");
            var pieces = new ArrayList<String>();
            for (var piece : columns[1].substring(columns[1].indexOf(' ') + 1).split(";")) {
                var ends = piece.split(" ");
                var start = Integer.parseInt(ends[0]);
                pieces.add(new String(codePoints, start, Integer.parseInt(ends[1]) - start));
            }
            assertThat(columns).hasSize(3);
            assertThat(String.join(" ", pieces)).isEqualTo(columns[2]);
        }
    }

    private static Span wholeCharacters(String text, int start, int length) {
        var from = Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
        var to = Math.min(text.length(), start + length);
        return new Span(from, to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to + 1 : to);
    }

    private static boolean isVisible(char c) {
        return !Character.isWhitespace(c) && !Character.isISOControl(c) && !Character.isSpaceChar(c);
    }
}
