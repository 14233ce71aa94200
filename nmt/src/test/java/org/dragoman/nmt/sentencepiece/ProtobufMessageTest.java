package org.dragoman.nmt.sentencepiece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HexFormat;

class ProtobufMessageTest {
    /** The examples of protobuf.dev, "Encoding". */
    @Test
    void readsThePublishedExamples() {
        var number = message("08 96 01");
        assertThat(number.next()).isTrue();
        assertThat(number.field()).isEqualTo(1);
        assertThat(number.integer()).isEqualTo(150);
        assertThat(number.next()).isFalse();

        var text = message("12 07 74 65 73 74 69 6e 67");
        assertThat(text.next()).isTrue();
        assertThat(text.field()).isEqualTo(2);
        assertThat(text.text()).isEqualTo("testing");

        var nested = message("1a 03 08 96 01");
        assertThat(nested.next()).isTrue();
        var inner = nested.message();
        assertThat(inner.next()).isTrue();
        assertThat(inner.integer()).isEqualTo(150);
        assertThat(nested.next()).isFalse();
    }

    @Test
    void readsFloatsAndNegativeNumbers() {
        // 1.5 is 0x3FC00000; -2 is ten bytes of 7 bits each, the lowest first
        var message = message("15 00 00 c0 3f 18 fe ff ff ff ff ff ff ff ff 01");
        message.next();
        assertThat(message.decimal()).isEqualTo(1.5f);
        message.next();
        assertThat(message.integer()).isEqualTo(-2);
    }

    @Test
    void passesOverFieldsOfEveryType() {
        var message = message("08 01 11 00 00 00 00 00 00 00 00 1a 02 ff ff 25 00 00 00 00 28 07");
        for (int i = 0; i < 4; i++) {
            message.next();
            message.skip();
        }
        assertThat(message.next()).isTrue();
        assertThat(message.integer()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "08 96 | a value of 1 bytes starts at byte 2, but its message ends at byte 2",
                "08 ff ff ff ff ff ff ff ff ff ff 01 | a number before byte 11 has more than 10 bytes",
                "12 07 74 65 | field 2 has 7 bytes from byte 2, but its message ends at byte 4",
                "12 ff ff ff ff ff ff ff ff ff 01 | field 2 has 18446744073709551615 bytes from byte 11, but its message ends at byte 11",
                "15 00 00 | a value of 4 bytes starts at byte 1, but its message ends at byte 3",
                "00 01 | a field has the number 0 before byte 1",
                "0b 01 | field 1 before byte 1 has the unknown wire type 3",
            })
    void saysWhereAMessageIsDamaged(String bytes, String expected) {
        var message = message(bytes);

        assertThatThrownBy(() -> {
                    while (message.next()) {
                        message.skip();
                    }
                })
                .isInstanceOf(DamagedModelException.class)
                .hasMessage(expected);
    }

    @Test
    void refusesAFieldOfAnotherTypeAndTextThatIsNotUtf8() {
        var number = message("08 01");
        number.next();
        assertThatThrownBy(number::text).hasMessage("field 1 before byte 1 has the wire type 0, expected 2");

        var text = message("0a 02 c3 28");
        text.next();
        assertThatThrownBy(text::text).hasMessage("the 2 bytes of text from byte 2 are not UTF-8");
    }

    private static ProtobufMessage message(String bytes) {
        return new ProtobufMessage(HexFormat.ofDelimiter(" ").parseHex(bytes));
    }
}
