package org.dragoman.corpora.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class WhiteSpaceTest {

    // [c for c in range(0x110000) if chr(c).isspace()] in Python 3.11.7
    @Test
    void itIsThatOfPython() {
        var python = Set.of(
                0x9, 0xa, 0xb, 0xc, 0xd, 0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002,
                0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000);
        var ours = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(WhiteSpace::contains)
                .boxed()
                .collect(Collectors.toSet());
        assertThat(ours).isEqualTo(python);
    }

    @Test
    void splittingGivesNoEmptyPart() {
        assertThat(WhiteSpace.split("\u0085 a\u00A0\u001Cb\u200Bc \n")).containsExactly("a", "b\u200Bc");
        assertThat(WhiteSpace.split("")).isEmpty();
        assertThat(WhiteSpace.split(" \t")).isEmpty();
    }

    @Test
    void strippingTakesOneEndOnly() {
        assertThat(WhiteSpace.stripTrailing(" a b\u3000\n")).isEqualTo(" a b");
        assertThat(WhiteSpace.stripLeading("\u2003\ra b ")).isEqualTo("a b ");
        assertThat(WhiteSpace.stripTrailing("  ")).isEmpty();
        assertThat(WhiteSpace.stripLeading("  ")).isEmpty();
    }
}
