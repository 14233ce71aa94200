package org.dragoman.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.Lines;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

class SegmentFilesTest {

    @Test
    void eachLineGivesASegmentForEachSystem() {
        try (var files = new SegmentFiles(
                List.of(lines("a", "x\n\n"), lines("b", "y\nz\n")),
                List.of(lines("r", "1\n2\n"), lines("s", "3\n\n")))) {
            assertThat(files.next())
                    .containsExactly(new Segment("x", List.of("1", "3")), new Segment("y", List.of("1", "3")));
            assertThat(files.next())
                    .containsExactly(new Segment("", List.of("2", "")), new Segment("z", List.of("2", "")));
            assertThat(files.hasNext()).isFalse();
        }
    }

    @Test
    void whiteSpaceAtTheEndsOfLinesIsLeftOut() {
        try (var files =
                new SegmentFiles(List.of(lines("a", " x \t\n\u3000\n")), List.of(lines("r", "x\u00a0\n y\u2028\n")))) {
            assertThat(files.next(2)).containsExactly(List.of(new Segment(" x", "x")), List.of(new Segment("", " y")));
        }
    }

    @Test
    void chunksAreFullUpToTheLast() {
        try (var files = new SegmentFiles(List.of(lines("a", "1\n2\n3\n")), List.of(lines("r", "1\n2\n3\n")))) {
            assertThat(files.next(2)).hasSize(2);
            assertThat(files.next(2)).hasSize(1);
            assertThat(files.next(2)).isEmpty();
        }
    }

    @Test
    void differentNumbersOfLinesAreRefusedWithNamesAndCounts() {
        try (var files = new SegmentFiles(
                List.of(lines("kit.de", "x\n"), lines("c.de", "y\nz\n")), List.of(lines("ref.de", "1\n2\n3\n")))) {
            files.next();
            assertThatThrownBy(files::hasNext)
                    .isInstanceOf(CorpusFormatException.class)
                    .hasMessage(
                            "c.de:2: no line to compare with: kit.de has 1 line, c.de has 2 lines, ref.de has 3 lines;"
                                    + " line n of one file must belong to line n of the others");
        }
    }

    @Test
    void scoringWithoutAReferenceIsRefused() {
        assertThatThrownBy(() -> new SegmentFiles(List.of(lines("a", "")), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scoring needs at least one system and one reference, got 1 and 0");
    }

    private static Lines lines(String name, String text) {
        return Lines.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name);
    }
}
