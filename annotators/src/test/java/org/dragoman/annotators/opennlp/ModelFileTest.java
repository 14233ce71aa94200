package org.dragoman.annotators.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

class ModelFileTest {
    /** SHA-256 of "abc" from FIPS 180-2, appendix B.1. */
    private static final String SHA_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final ModelFile FILE = new ModelFile("org.example:a-model:1.0", "a.bin", SHA_OF_ABC);

    @Test
    void readsTheFileThatItsChecksumSays() {
        assertThat(FILE.read(classPath(Map.of("a.bin", "abc")))).asString().isEqualTo("abc");
    }

    @Test
    void namesTheArtefactToAddWhereTheModelIsMissing() {
        assertThatThrownBy(() -> FILE.read(classPath(Map.of())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the model a.bin is not on the class path; add the Maven artefact org.example:a-model:1.0");
    }

    @Test
    void refusesAnotherFileUnderTheSameName() {
        // the checksum of "abd" is from coreutils' sha256sum
        assertThatThrownBy(() -> FILE.read(classPath(Map.of("a.bin", "abd"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(
                        "the model a.bin on the class path is not that of org.example:a-model:1.0: expected SHA-256 "
                                + SHA_OF_ABC
                                + ", got a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9"
                                + " (3 bytes); remove other copies from the class path");
    }

    private static ClassLoader classPath(Map<String, String> files) {
        return new ClassLoader(null) {
            @Override
            public InputStream getResourceAsStream(String name) {
                return files.containsKey(name)
                        ? new ByteArrayInputStream(files.get(name).getBytes(StandardCharsets.UTF_8))
                        : null;
            }
        };
    }
}
