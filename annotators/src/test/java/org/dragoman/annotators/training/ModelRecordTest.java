package org.dragoman.annotators.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class ModelRecordTest {
    @TempDir
    private Path folder;

    private ModelRecord record() throws IOException {
        var data = Files.writeString(folder.resolve("train.txt"), "abc");
        return new ModelRecord(
                "pos",
                "{\"task\":\"pos\",\"rounds\":2}",
                new Seed(17),
                List.of(DataFile.of("train", data)),
                List.of(new Progress(1, 2, Map.of("held-out accuracy", 0.5))),
                Map.of("accuracy", 0.9421),
                Map.of("licence", "CC BY-SA 4.0"),
                List.of());
    }

    /** The checksum is that of FIPS 180-2, appendix B.1. */
    @Test
    void writesWhatTheModelWasMadeOf() throws IOException {
        record().write(folder);
        var json = new ObjectMapper().readTree(folder.resolve(ModelRecord.FILE).toFile());
        assertThat(json.at("/settings/rounds").intValue()).isEqualTo(2);
        assertThat(json.at("/seed").intValue()).isEqualTo(17);
        assertThat(json.at("/data/0/name").textValue()).isEqualTo("train.txt");
        assertThat(json.at("/data/0/checksum").textValue())
                .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(json.at("/scores/accuracy").doubleValue()).isEqualTo(0.9421);
        assertThat(json.at("/progress/0/held-out accuracy").doubleValue()).isEqualTo(0.5);
        assertThat(json.at("/versions/java").textValue()).isEqualTo(System.getProperty("java.version"));
    }

    @Test
    void theCardShowsTheSame() throws IOException {
        assertThat(record().card())
                .startsWith("# Model for the task pos\n")
                .contains("| seed | 17 |")
                .contains("| licence | CC BY-SA 4.0 |")
                .contains("| train | train.txt, 3 bytes, sha256:ba7816bf")
                .contains("| accuracy | 0.9421 |")
                .contains("| round | held-out accuracy |\n|---|---|\n| 1 | 0.5000 |\n");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> DataFile.of("train", folder.resolve("none.txt")))
                .hasMessageStartingWith("cannot read " + folder.resolve("none.txt"));
    }
}
