package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.train.Checkpoints.Checkpoint;
import org.dragoman.nmt.weights.TensorFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class CheckpointsTest {

    @TempDir
    Path folder;

    private final Scope scope = Scope.constant();

    @AfterEach
    void free() {
        scope.close();
    }

    private static Map<String, Tensor> weights(float... values) {
        return Map.of("a", Tensor.of(values, values.length));
    }

    private static float[] values(TensorFile file) {
        try (file) {
            return file.tensors().get("a").toFloats();
        }
    }

    private static Checkpoint checkpoint(long step, Map<String, Tensor> weights, Map<String, Tensor> average) {
        var progress = new Progress(step, Progress.Place.START, 0, 0, 0, 0, 0, Optional.empty(), List.of());
        return new Checkpoint(progress, weights, average, Map.of());
    }

    /** Writes the beginning of the file with a name, and then there is no room left. */
    private static Checkpoints.FileWriter full(String name) {
        return (file, content) -> {
            try (var out = Files.newOutputStream(file)) {
                content.writeTo(file.endsWith(name) ? new FullDisk(out) : out);
            }
        };
    }

    /** Takes 10 bytes. */
    private static final class FullDisk extends OutputStream {
        private final OutputStream out;
        private int room = 10;

        FullDisk(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            if (room-- == 0) {
                throw new IOException("No space left on device");
            }
            out.write(value);
        }
    }

    private static void assertNewest(Checkpoints checkpoints, long step, float... weights) {
        var newest = checkpoints.newest(1).orElseThrow();
        assertThat(newest.progress().step()).isEqualTo(step);
        assertThat(values(newest.weights())).containsExactly(weights);
    }

    @Test
    void onAFullDiskTheOldCheckpointStaysAndNothingElse() throws IOException {
        var old = checkpoint(3, weights(1, 2), Map.of());
        new Checkpoints(folder).save(old);
        for (var name : List.of("weights.safetensors", "average.safetensors", "moments.safetensors", "progress.json")) {
            var checkpoints = new Checkpoints(folder, full(name));
            assertThatThrownBy(() -> checkpoints.save(checkpoint(4, weights(3, 4), weights(5, 6))))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot save the checkpoint " + folder.resolve("00000004")
                            + ": No space left on device; the checkpoints before it are whole, make room and go on with"
                            + " --resume");
            assertNewest(checkpoints, 3, 1, 2);
            try (var left = Files.list(folder)) {
                assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactly("00000003");
            }
        }
    }

    /** A run that is stopped right after a checkpoint saves once more; to put one in the place of the other would risk both. */
    @Test
    void aCheckpointIsWrittenOnce() {
        var old = checkpoint(3, weights(1, 2), Map.of());
        new Checkpoints(folder).save(old);
        var checkpoints = new Checkpoints(folder, full("weights.safetensors"));
        checkpoints.save(old);
        assertNewest(checkpoints, 3, 1, 2);
    }

    /** (1 + 5) / 2 = 3 and (2 + 8) / 2 = 5: of the first the weights count, of the second the moving average. */
    @Test
    void theMeanIsThatOfTheValidatedWeights() {
        var checkpoints = new Checkpoints(folder);
        checkpoints.save(checkpoint(1, weights(1, 2), Map.of()));
        checkpoints.save(checkpoint(2, weights(100, 100), weights(5, 8)));
        assertThat(values(checkpoints.mean(List.of(1L, 2L)))).containsExactly(3, 5);
    }

    @Test
    void aCheckpointOfALaterVersionIsRefusedByName() throws IOException {
        var checkpoints = new Checkpoints(folder);
        checkpoints.save(checkpoint(1, weights(1), Map.of()));
        var progress = folder.resolve("00000001/progress.json");
        Files.writeString(progress, Files.readString(progress).replace("\"version\" : 2", "\"version\" : 3"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checkpoints.newest(1))
                .withMessage("the checkpoint " + folder.resolve("00000001")
                        + ": it has version 3, and this program reads 1 to 2: go on with the program that wrote it");
    }
}
