package org.dragoman.corpora;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class PackedFileTest {
    @TempDir
    Path folder;

    @Test
    void theOneFileInAnArchiveIsRead() throws IOException {
        var archive = zip("a.zip", Map.of("folder/", "", "folder/corpus.txt", "eins\nzwei\n"));
        assertThat(Lines.readAll(archive)).containsExactly("eins", "zwei");
    }

    @Test
    void anArchiveIsKnownByItsContentWhateverItsName() throws IOException {
        assertThat(Lines.readAll(zip("a.txt", Map.of("x", "eins\n")))).containsExactly("eins");
        assertThat(Lines.readAll(Files.writeString(folder.resolve("plain.zip"), "PK\n")))
                .containsExactly("PK");
    }

    @Test
    void severalFilesInAnArchiveAreNamed() throws IOException {
        var content = new LinkedHashMap<String, String>();
        content.put("a.de", "ein\n");
        content.put("a.en", "one\n");
        var archive = zip("a.zip", content);
        assertThatThrownBy(() -> Lines.open(archive))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(
                        "cannot read %s: the archive has 2 files in it; name the one to read, as in %s!a.de; there are"
                                        .formatted(archive, archive)
                                + " a.de, a.en");
        assertThat(Lines.readAll(Path.of(archive + "!a.en"))).containsExactly("one");
        assertThatThrownBy(() -> Lines.open(Path.of(archive + "!a.fr")))
                .hasMessage("cannot read %s!a.fr: the archive has no file \"a.fr\" in it; there are a.de, a.en"
                        .formatted(archive));
    }

    @Test
    void ofManyFilesOnlySomeAreNamed() throws IOException {
        var content = new LinkedHashMap<String, String>();
        for (var i = 0; i < 2_000; i++) {
            content.put("f" + i, "x".repeat(i == 1_999 ? 100_000 : 1));
        }
        var archive = zip("many.zip", content);
        assertThatThrownBy(() -> Lines.open(archive)).hasMessageEndingWith("f8, f9 and 1990 more");
        assertThat(Lines.readAll(Path.of(archive + "!f1999"))).containsExactly("x".repeat(100_000));
    }

    @Test
    void aFileInAnArchiveMayBePackedOnceMore() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write("eins\n".getBytes(UTF_8));
        }
        var archive = folder.resolve("a.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(archive))) {
            out.putNextEntry(new ZipEntry("a.gz"));
            out.write(packed.toByteArray());
        }
        assertThat(Lines.readAll(archive)).containsExactly("eins");
    }

    @Test
    void anArchiveThatIsEmptyBrokenOrMissingIsAnError() throws IOException {
        var empty = zip("empty.zip", Map.of());
        assertThatThrownBy(() -> Lines.open(empty))
                .hasMessage("cannot read " + empty + ": the archive has no file in it");
        var whole = Files.readAllBytes(zip("whole.zip", Map.of("a", "x".repeat(1000))));
        var broken = Files.write(folder.resolve("broken.zip"), Arrays.copyOf(whole, whole.length - 30));
        assertThatThrownBy(() -> Lines.open(broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot read " + broken + ": ");
        var missing = folder.resolve("missing.zip!a");
        assertThatThrownBy(() -> Lines.open(missing)).hasMessage("cannot read " + missing + ": there is no such file");
    }

    private Path zip(String name, Map<String, String> content) throws IOException {
        var archive = folder.resolve(name);
        try (var out = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (var entry : content.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(UTF_8));
            }
        }
        return archive;
    }
}
