package org.dragoman.nmt.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Pickles made by hand, of the instructions that CPython's {@code pickletools} describes; how they are written here says {@link #bytes}. */
class TorchFileTest {

    private static final String TENSOR_OF_THREE =
            "ctorch._utils\n_rebuild_tensor_v2\n((X{7}storagectorch\nFloatStorage\nX{1}0X{3}cpuK{3}tQ";

    @TempDir
    Path folder;

    /** Text as bytes, where {@code {n}} is the number n in 32 bits behind an X, and in 8 bits elsewhere. */
    private static byte[] bytes(String text) {
        var out = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '{') {
                var end = text.indexOf('}', i);
                out.append((char) Integer.parseInt(text.substring(i + 1, end)));
                out.append(text.charAt(i - 1) == 'X' ? "\0\0\0" : "");
                i = end;
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A file of the newer layout with one storage of three floats. */
    private Path file(byte[] pickle, String byteOrder) {
        var path = folder.resolve("w.bin");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            put(zip, "w/data.pkl", pickle);
            put(zip, "w/byteorder", byteOrder.getBytes(StandardCharsets.US_ASCII));
            put(zip, "w/data/0", new byte[12]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private void assertRefused(byte[] pickle, String message) {
        var path = file(pickle, "little");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TorchFile.open(path).close())
                .withMessage(path + message);
    }

    /** {@code {'a': tensor}}, with offset, sizes and steps as pickled. */
    private static String dictionary(String offset, String sizes, String steps) {
        return "}X{1}a" + TENSOR_OF_THREE + offset + sizes + steps + "\u0089NtRs.";
    }

    @Test
    void readsWhatIsThere() {
        try (var read = TorchFile.open(file(bytes(dictionary("K{1}", "(K{2}t", "(K{1}t")), "little"))) {
            assertThat(read.tensors().get("a").shape()).containsExactly(2);
            assertThat(read.tensors().get("a").toFloats()).containsExactly(0, 0);
        }
    }

    /** Offset 2 and two numbers need a fourth one. */
    @Test
    void refusesAViewThatReachesBeyondItsStorage() {
        assertRefused(
                bytes(dictionary("K{2}", "(K{2}t", "(K{1}t")),
                ": tensor 'a' with shape [2] and steps [1] from number 2 reaches beyond its storage of 3 numbers");
        assertRefused(
                bytes(dictionary("K{0}", "(K{2}t", "(J\u00ff\u00ff\u00ff\u00fft")),
                ": the pickle is damaged: the sizes and steps of a tensor cannot be understood");
        assertRefused(
                bytes(dictionary("K{0}", "(K{2}t", "(t")),
                ": the pickle is damaged: the sizes and steps of a tensor cannot be understood");
    }

    @Test
    void refusesAStorageOfAnotherSize() {
        assertRefused(
                bytes(dictionary("K{0}", "(K{2}t", "(K{1}t").replace("cpuK{3}", "cpuK{4}")),
                ": storage '0' should have 16 bytes for 4 numbers of type F32, has 12");
        assertRefused(
                bytes(dictionary("K{0}", "(K{2}t", "(K{1}t").replace("X{1}0", "X{1}1")), " lacks the entry 'w/data/1'");
    }

    @Test
    void refusesWhatItMustNotCall() {
        var refused = ", which is refused: a file of weights needs only tensors, ordered maps and numbers";
        assertRefused(bytes("cos\nsystem\n)R."), ": the pickle names os.system" + refused);
        assertRefused(bytes("X{2}osX{6}system\u0093)R."), ": the pickle names os.system" + refused);
        assertRefused(bytes("ctorch\nload\n)R."), ": the pickle names torch.load" + refused);
        assertRefused(
                bytes("(ios\nsystem\n."),
                ": the pickle has the instruction 0x69 at byte 1, which no file of weights needs");
        assertRefused(
                bytes("ccollections\nOrderedDict\nNR."),
                ": the pickle is damaged: at byte 27 it calls what is no name");
    }

    @Test
    void refusesInstructionsThatDoNotFitTogether() {
        assertDamaged(".", 1, "takes a value where there is none");
        assertDamaged("h{5}.", 2, "refers to value 5, which it has not made");
        assertDamaged("t.", 1, "takes values from a mark that it has not set");
        assertDamaged("NNa.", 3, "appends to what is no list");
        assertDamaged("NNNs.", 4, "sets the entries of what is no map");
        assertDamaged("}K{1}Ns.", 5, "has a map with keys that are no texts");
        assertDamaged("NN\u0093.", 3, "names what is no text");
        assertRefused(bytes("\u0080{1}N."), ": pickles of protocol 2 to 5 are read, this one has 1");
        assertRefused(bytes("N"), " is cut short or damaged: 1 bytes are expected at byte 1, the whole has 1");
        assertRefused(bytes("N."), " should hold a dictionary of tensors, holds something else");
    }

    private void assertDamaged(String pickle, int place, String what) {
        assertRefused(bytes(pickle), ": the pickle is damaged: at byte " + place + " it " + what);
    }

    /** {@code {'a': x}} where x is a list that contains itself. */
    @Test
    void aListThatContainsItselfIsNoTrap() {
        assertRefused(
                bytes("}X{1}a]q{1}h{1}as."), ": 'a' should be a tensor; only flat dictionaries of tensors are read");
    }

    @Test
    void refusesMoreInstructionsThanAFileOfWeightsNeeds() {
        for (var instruction : new char[] {'(', '}', ']', 'N'}) {
            var pickle = new byte[1_000_001];
            Arrays.fill(pickle, (byte) instruction);
            assertRefused(pickle, ": the pickle has more than 1000000 instructions, which no file of weights needs");
        }
    }

    @Test
    void refusesAnUnknownOrderOfBytes() {
        var path = file(bytes("}."), "middle");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TorchFile.open(path).close())
                .withMessage(path + ": w/byteorder must be 'little' or 'big', got 'middle'");
    }

    @Test
    void refusesAnOldFileThatDoesNotBeginAsOne() throws IOException {
        var path = Files.write(folder.resolve("old.bin"), bytes("\u0080{2}K{1}."));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TorchFile.open(path).close())
                .withMessage(path + " is not a file that torch.save wrote, or is damaged");
    }
}
