package org.dragoman.nmt.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.nmt.tensor.Safetensors;
import org.dragoman.nmt.tensor.Weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The checkpoints of a run: one folder each, named by its step, whole or not there at all.
 *
 * <p>A checkpoint is written beside the others under a name that starts with a dot, forced to the disk, and renamed when it is
 * complete; what a killed process left half-written is cleared away by the next one.
 */
final class Checkpoints {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WEIGHTS = "weights.safetensors";
    private static final String AVERAGE = "average.safetensors";
    private static final String MOMENTS = "moments.safetensors";
    private static final String PROGRESS = "progress.json";

    private final Path folder;
    private final FileWriter writer;

    /** Writes a new file and forces it to the disk. */
    interface FileWriter {
        void write(Path file, byte[] content) throws IOException;
    }

    /** @param folder is made if it isn't there */
    Checkpoints(Path folder) {
        this(folder, Checkpoints::write);
    }

    Checkpoints(Path folder, FileWriter writer) {
        this.folder = folder;
        this.writer = writer;
        try {
            Files.createDirectories(folder);
            for (var unfinished : list(name -> name.startsWith("."))) {
                delete(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the checkpoints in " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * What a run needs to go on.
     *
     * @param progress how far it has come
     * @param weights parameters by name
     * @param average their moving average by name; empty if there is none
     * @param moments the optimiser's moments by name
     */
    record Checkpoint(
            Progress progress,
            Map<String, Weights> weights,
            Map<String, Weights> average,
            Map<String, Weights> moments) {}

    /**
     * Writes a checkpoint under the step of its progress, unless there is one of that step: it is the same.
     *
     * @throws UncheckedIOException if the disk is full or fails; nothing is left of it then, and the checkpoints before it are whole
     */
    void save(Checkpoint checkpoint) {
        var step = checkpoint.progress().step();
        if (Files.exists(path(step))) {
            return;
        }
        var unfinished = folder.resolve("." + name(step));
        try {
            writeFiles(unfinished, checkpoint);
            Files.move(unfinished, path(step), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            clearAway(unfinished, e);
            throw new UncheckedIOException(
                    "cannot save the checkpoint " + path(step) + ": " + e.getMessage()
                            + "; the checkpoints before it are whole, make room and go on with --resume",
                    e);
        }
    }

    private void writeFiles(Path unfinished, Checkpoint checkpoint) throws IOException {
        Files.createDirectory(unfinished);
        writer.write(unfinished.resolve(WEIGHTS), encoded(checkpoint.weights()));
        if (!checkpoint.average().isEmpty()) {
            writer.write(unfinished.resolve(AVERAGE), encoded(checkpoint.average()));
        }
        writer.write(unfinished.resolve(MOMENTS), encoded(checkpoint.moments()));
        var progress = SettingsJson.text(checkpoint.progress().toJson());
        writer.write(unfinished.resolve(PROGRESS), progress.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] encoded(Map<String, Weights> tensors) {
        return Safetensors.encode(tensors, Safetensors.Precision.F32);
    }

    /** Gives back the room of a checkpoint that could not be finished. */
    private void clearAway(Path unfinished, IOException cause) {
        try {
            if (Files.exists(unfinished)) {
                delete(unfinished);
            }
        } catch (IOException e) {
            cause.addSuppressed(e); // the next sitting tries again
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = java.nio.ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Returns the steps of all checkpoints in rising order. */
    List<Long> steps() {
        try {
            return list(name -> name.matches("\\d+")).stream()
                    .map(path -> Long.valueOf(path.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the checkpoints in " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads the newest checkpoint.
     *
     * @param validateEvery see {@link Progress#from}
     */
    Optional<Checkpoint> newest(int validateEvery) {
        var steps = steps();
        return steps.isEmpty() ? Optional.empty() : Optional.of(read(steps.get(steps.size() - 1), validateEvery));
    }

    private Checkpoint read(long step, int validateEvery) {
        try {
            var progress = JSON.readTree(Files.readAllBytes(path(step).resolve(PROGRESS)));
            return new Checkpoint(
                    Progress.from(progress, validateEvery),
                    tensors(step, WEIGHTS),
                    hasAverage(step) ? tensors(step, AVERAGE) : Map.of(),
                    tensors(step, MOMENTS));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the checkpoint " + path(step) + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the checkpoint " + path(step) + ": " + e.getMessage(), e);
        }
    }

    private boolean hasAverage(long step) {
        return Files.exists(path(step).resolve(AVERAGE));
    }

    /** Reads the weights that were validated: the moving average where there is one. */
    Map<String, Weights> weights(long step) {
        return tensors(step, hasAverage(step) ? AVERAGE : WEIGHTS);
    }

    private Map<String, Weights> tensors(long step, String name) {
        var file = path(step).resolve(name);
        try {
            return Safetensors.decode(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the checkpoint file " + file + ": " + e.getMessage(), e);
        }
    }

    /** Returns the mean of {@link #weights} of several checkpoints. */
    Map<String, Weights> mean(List<Long> steps) {
        var sums = new LinkedHashMap<String, Weights>();
        for (var step : steps) {
            weights(step).forEach((name, weights) -> sums.merge(name, weights, Checkpoints::sum));
        }
        sums.values().forEach(weights -> {
            for (var i = 0; i < weights.values().length; i++) {
                weights.values()[i] /= steps.size();
            }
        });
        return sums;
    }

    private static Weights sum(Weights sum, Weights addend) {
        for (var i = 0; i < sum.values().length; i++) {
            sum.values()[i] += addend.values()[i];
        }
        return sum;
    }

    /** Deletes all checkpoints but these. */
    void keepOnly(Set<Long> steps) {
        try {
            for (var step : steps()) {
                if (!steps.contains(step)) {
                    delete(path(step));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete old checkpoints in " + folder + ": " + e.getMessage(), e);
        }
    }

    private Path path(long step) {
        return folder.resolve(name(step));
    }

    private static String name(long step) {
        return String.format(java.util.Locale.ROOT, "%08d", step);
    }

    private List<Path> list(java.util.function.Predicate<String> isWanted) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> isWanted.test(path.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /** Takes a folder out of sight first, so that no half-deleted one is ever taken for a checkpoint. */
    private void delete(Path checkpoint) throws IOException {
        var hidden = folder.resolve(".deleted-" + checkpoint.getFileName());
        if (!checkpoint.getFileName().toString().startsWith(".")) {
            Files.move(checkpoint, hidden, StandardCopyOption.ATOMIC_MOVE);
            checkpoint = hidden;
        }
        try (var files = Files.walk(checkpoint)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
