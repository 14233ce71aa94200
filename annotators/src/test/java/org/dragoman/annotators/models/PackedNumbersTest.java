package org.dragoman.annotators.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HexFormat;

class PackedNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "1, 01",
        "127, 7f",
        "128, 8001", // 128 = 0 + 1 * 128
        "300, ac02", // 300 = 44 + 2 * 128
        "-1, ffffffffffffffffff01",
        "-9223372036854775808, 80808080808080808001"
    })
    void haveSevenBitsAByte(long number, String bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        PackedNumbers.write(new DataOutputStream(out), number);
        assertThat(HexFormat.of().formatHex(out.toByteArray())).isEqualTo(bytes);
        assertThat(PackedNumbers.read(in(bytes))).isEqualTo(number);
    }

    @Test
    void endSomewhere() {
        assertThatThrownBy(() -> PackedNumbers.read(in("ffffffffffffffffffffff")))
                .hasMessage("it is damaged: a number has more than 64 bits");
    }

    private static DataInputStream in(String bytes) {
        return new DataInputStream(new ByteArrayInputStream(HexFormat.of().parseHex(bytes)));
    }
}
