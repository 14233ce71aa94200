package org.dragoman.corpora.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.corpora.SentencePair;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A corpus that is several times as large as the memory is written and read, in a virtual machine of its own. */
class StreamingTest {
    private static final int PAIRS = 200_000;
    private static final String FILLER = "& so on, <b>äöü</b> ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = ParallelFormat.class,
            names = {"TSV", "TMX", "XLIFF", "XLIFF_2", "JSON_LINES"})
    void theMemoryHoldsNoMoreThanAPart(ParallelFormat format) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child = new ProcessBuilder(
                        java,
                        "-Xmx10m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StreamingTest.class.getName(),
                        format.name(),
                        folder.resolve("corpus").toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(child.getInputStream().readAllBytes());
        assertThat(child.waitFor()).as(output).isZero();
        assertThat(output).isEqualTo(PAIRS + " pairs\n");
    }

    /** What the child does: writes and reads back 200,000 pairs of some 50 characters, more than 40 MB as Java strings. */
    public static void main(String[] arguments) {
        var format = ParallelFormat.valueOf(arguments[0]);
        var files = List.of(Path.of(arguments[1]));
        var settings = ParallelSettings.DEFAULT.withLanguages("en", "de");
        try (var writer = format.writer(files, settings)) {
            for (var i = 0; i < PAIRS; i++) {
                writer.write(pair(i));
            }
            writer.finish();
        }
        var read = 0;
        try (var reader = format.open(files, settings)) {
            for (; reader.hasNext(); read++) {
                if (!reader.next().equals(pair(read))) {
                    throw new IllegalStateException("pair " + read + " came back as another");
                }
            }
        }
        System.out.println(read + " pairs");
    }

    private static SentencePair pair(int number) {
        return new SentencePair(FILLER + number, number + FILLER);
    }
}
