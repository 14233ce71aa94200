package org.dragoman.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void contentIsThereAndNothingElse() throws IOException {
        AtomicFile.writeText(folder.resolve("a.txt"), out -> out.write("schön 😀\n"));
        assertThat(folder.resolve("a.txt")).hasContent("schön 😀\n");
        assertThat(namesIn(folder)).containsExactly("a.txt");
    }

    @Test
    void bytesAreWrittenAsTheyAre() {
        AtomicFile.write(folder.resolve("a.bin"), out -> out.write(new byte[] {0, -1, 13, 10}));
        assertThat(folder.resolve("a.bin")).hasBinaryContent(new byte[] {0, -1, 13, 10});
    }

    @Test
    void oldContentStaysUntilTheNewIsWhole() throws IOException {
        var file = Files.writeString(folder.resolve("a.txt"), "old");
        AtomicFile.writeText(file, out -> {
            out.write("new");
            out.flush();
            assertThat(file).hasContent("old");
        });
        assertThat(file).hasContent("new");
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        var file = Files.writeString(folder.resolve("a.txt"), "old");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("disk is full");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file + ": disk is full");
        assertThat(file).hasContent("old");
        assertThat(namesIn(folder)).containsExactly("a.txt");
    }

    @Test
    void otherExceptionsOfTheContentComeThrough() throws IOException {
        var cause = new IllegalStateException("no sentence to write");
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("a.txt"), out -> {
                    throw cause;
                }))
                .isSameAs(cause);
        assertThat(namesIn(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uD83Db", "\uDE00", "at the very end \uD83D"})
    void anUnpairedSurrogateIsAnErrorAndNoQuestionMark(String text) throws IOException {
        assertThatThrownBy(() -> AtomicFile.writeText(folder.resolve("a.txt"), out -> out.write(text)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot write " + folder.resolve("a.txt") + ": ");
        assertThat(namesIn(folder)).isEmpty();
    }

    @Test
    void aMissingFolderIsNamed() {
        var file = folder.resolve("none/a.txt");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> out.write(1)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file + ": there is no folder " + folder.resolve("none"));
    }

    @Test
    void aFolderIsNotReplaced() throws IOException {
        var inTheWay = Files.createDirectory(folder.resolve("a.txt"));
        assertThatThrownBy(() -> AtomicFile.write(inTheWay, out -> out.write(1)))
                .hasMessage("cannot write " + inTheWay + ": it is a folder");
        assertThat(namesIn(folder)).containsExactly("a.txt");
        assertThat(inTheWay).isDirectory();
    }

    @Test
    void anExitInTheMiddleLeavesNothing() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Exit.class.getName(), folder.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(42);
        assertThat(namesIn(folder)).isEmpty();
    }

    /** Ends the virtual machine in the middle of a file; 42 tells that the temporary file was there. */
    static final class Exit {
        public static void main(String[] arguments) {
            var folder = Path.of(arguments[0]);
            AtomicFile.writeText(folder.resolve("a.txt"), out -> {
                out.write("half");
                out.flush();
                System.exit(namesIn(folder).size() == 1 ? 42 : 1);
            });
        }
    }

    @Test
    void aDraftTakesItsNameWhenItIsFinished() throws IOException {
        var file = Files.writeString(folder.resolve("a.txt"), "old");
        try (var draft = AtomicFile.begin(file)) {
            draft.out().write('n');
            draft.out().close(); // as a stream around it would
            draft.out().write('e');
            assertThat(file).hasContent("old");
            draft.out().write('w');
            draft.finish();
        }
        assertThat(file).hasContent("new");
        assertThat(namesIn(folder)).containsExactly("a.txt");
    }

    @Test
    void aDraftThatIsNotFinishedLeavesNothing() throws IOException {
        try (var draft = AtomicFile.begin(folder.resolve("a.txt"))) {
            draft.out().write('x');
            assertThat(namesIn(folder)).hasSize(1);
        }
        assertThat(namesIn(folder)).isEmpty();
        assertThatThrownBy(() -> AtomicFile.begin(folder.resolve("no/a.txt")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(
                        "cannot write " + folder.resolve("no/a.txt") + ": there is no folder " + folder.resolve("no"));
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
