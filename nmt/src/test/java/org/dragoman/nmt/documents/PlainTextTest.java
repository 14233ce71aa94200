package org.dragoman.nmt.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Locale;

class PlainTextTest extends FormatContract {
    @Override
    DocumentFormat format() {
        return DocumentFormat.PLAIN;
    }

    @Test
    void aLineIsARunWithoutTheSpaceAroundIt() {
        assertThat(texts("\uFEFFOne.\r\n\r\n  Two. Three. \t\nfour")).containsExactly("One.", "Two. Three.", "four");
    }

    @Test
    void lineEndsSpaceAndByteOrderMarkStay() {
        assertThat(translate("\uFEFFOne.\r\n\r\n  Two. \t\nfour", text -> text.toUpperCase(Locale.ROOT)))
                .isEqualTo("\uFEFFONE.\r\n\r\n  TWO. \t\nFOUR");
    }

    @Test
    void linesWithoutALetterAreNoRuns() {
        assertThat(texts("-----\n1999\n*** !\nA")).containsExactly("A");
    }

    @Test
    void aTranslationWithALineEndStaysALine() {
        assertThat(translate("a\nb", text -> text + "1\r\n" + text + "2\n")).isEqualTo("a1 a2\nb1 b2");
    }

    @Test
    void theEndOfTheNameTellsTheFormatWhateverItsCase() {
        assertThat(DocumentFormat.of(Path.of("x", "NOTES.TXT"))).contains(DocumentFormat.PLAIN);
        assertThat(DocumentFormat.of(Path.of("a.text"))).contains(DocumentFormat.PLAIN);
        assertThat(DocumentFormat.of(Path.of("a.Md"))).contains(DocumentFormat.MARKDOWN);
        assertThat(DocumentFormat.of(Path.of("a.txt", "picture.png"))).isEmpty();
        assertThat(DocumentFormat.of(Path.of("txt"))).isEmpty();
    }
}
