package org.dragoman.annotators.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

class BinaryFormatTest {
    private static final BinaryFormat FORMAT = new BinaryFormat("numbers", 3);

    private static byte[] thousandNumbers() {
        return FORMAT.bytes(out -> {
            for (var i = 0; i < 1000; i++) {
                out.writeInt(i * i);
            }
        });
    }

    private static int sumOfThousand(DataInputStream in) throws IOException {
        var sum = 0;
        for (var i = 0; i < 1000; i++) {
            sum += in.readInt();
        }
        return sum;
    }

    @Test
    void contentComesBackFromAFile(@TempDir Path folder) {
        var file = folder.resolve("numbers.bin");
        FORMAT.write(file, out -> out.writeUTF("seven"));
        String content = FORMAT.read(file, in -> in.readUTF());
        assertThat(content).isEqualTo("seven");
    }

    @Test
    void equalContentGivesEqualBytes() {
        assertThat(thousandNumbers()).isEqualTo(thousandNumbers());
        int sum = FORMAT.read("memory", thousandNumbers(), BinaryFormatTest::sumOfThousand);
        assertThat(sum).isEqualTo(332833500); // 999 * 1000 * 1999 / 6
    }

    /** Wherever a byte is wrong or the file ends, it is refused. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 6, 13, 16, 20, 24, 30, 500})
    void aDamagedFileIsRefused(int place) {
        var wrong = thousandNumbers();
        wrong[place] ^= 0x55;
        assertThatThrownBy(() -> FORMAT.read("x.bin", wrong, BinaryFormatTest::sumOfThousand))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot read x.bin: ");
        var cut = Arrays.copyOf(thousandNumbers(), place);
        assertThatThrownBy(() -> FORMAT.read("x.bin", cut, BinaryFormatTest::sumOfThousand))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot read x.bin: ");
    }

    @Test
    void messagesSayWhatIsWrong() {
        var text = "a plain text".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> FORMAT.read("x.bin", text, DataInputStream::readInt))
                .hasMessage("cannot read x.bin: it is not a model file of Dragoman: expected numbers version 3");
        var newer = new BinaryFormat("numbers", 4).bytes(out -> out.writeInt(1));
        assertThatThrownBy(() -> FORMAT.read("x.bin", newer, DataInputStream::readInt))
                .hasMessage("cannot read x.bin: expected numbers version 3, but it is numbers version 4");
        var tagger = new BinaryFormat("tagger", 3).bytes(out -> out.writeInt(1));
        assertThatThrownBy(() -> FORMAT.read("x.bin", tagger, DataInputStream::readInt))
                .hasMessage("cannot read x.bin: expected numbers version 3, but it is tagger version 3");
        var damaged = thousandNumbers();
        damaged[23] ^= 1; // the last byte of the checksum: 4 + 1 + 7 + 4 + 4 + 4 = 24 bytes of header
        assertThatThrownBy(() -> FORMAT.read("x.bin", damaged, BinaryFormatTest::sumOfThousand))
                .hasMessage("cannot read x.bin: it is damaged: its checksum is wrong; get the file again");
        assertThatThrownBy(() -> FORMAT.read("x.bin", thousandNumbers(), DataInputStream::readInt))
                .hasMessage("cannot read x.bin: it is damaged: there is content after its end");
        var missing = Path.of("there-is-none.bin");
        assertThatThrownBy(() -> FORMAT.read(missing, DataInputStream::readInt))
                .hasMessage("cannot read there-is-none.bin: there is no such file");
    }
}
