package org.dragoman.annotators.sequences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

class VarintTest {
    /** Lengths by hand: seven bits a byte, and a sign takes one of them. */
    @ParameterizedTest
    @CsvSource({"0,1", "63,1", "-64,1", "64,2", "-65,2", "8191,2", "8192,3", "2147483647,5", "-2147483648,5"})
    void signedNumbersComeBackFromAsFewBytesAsTheyNeed(int number, int bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        Varint.writeSigned(new DataOutputStream(out), number);
        assertThat(out.size()).isEqualTo(bytes);
        assertThat(Varint.readSigned(new DataInputStream(new ByteArrayInputStream(out.toByteArray()))))
                .isEqualTo(number);
    }
}
