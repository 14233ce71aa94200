package org.dragoman.nmt.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.corpora.AtomicFile;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.nmt.tensor.Safetensors;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.weights.SafetensorsFile;
import org.dragoman.nmt.weights.TensorFile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
        void write(Path file, AtomicFile.Content<OutputStream> content) throws IOException;
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
     * What a run needs to go on, to be written.
     *
     * @param progress how far it has come
     * @param weights parameters by name
     * @param average their moving average by name; empty if there is none
     * @param moments the optimiser's moments by name
     */
    record Checkpoint(
            Progress progress, Map<String, Tensor> weights, Map<String, Tensor> average, Map<String, Tensor> moments) {}

    /**
     * A checkpoint on the disk. Each of its files is opened anew and closed by the caller, so that values go from there into native memory
     * without a copy.
     */
    record Stored(Progress progress, Path folder) {

        TensorFile weights() {
            return SafetensorsFile.open(folder.resolve(WEIGHTS));
        }

        /** @throws IllegalArgumentException if it has none */
        TensorFile average() {
            return SafetensorsFile.open(folder.resolve(AVERAGE));
        }

        TensorFile moments() {
            return SafetensorsFile.open(folder.resolve(MOMENTS));
        }
    }

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
        writeTensors(unfinished.resolve(WEIGHTS), checkpoint.weights());
        if (!checkpoint.average().isEmpty()) {
            writeTensors(unfinished.resolve(AVERAGE), checkpoint.average());
        }
        writeTensors(unfinished.resolve(MOMENTS), checkpoint.moments());
        var progress = SettingsJson.text(checkpoint.progress().toJson()).getBytes(StandardCharsets.UTF_8);
        writer.write(unfinished.resolve(PROGRESS), out -> out.write(progress));
    }

    private void writeTensors(Path file, Map<String, Tensor> tensors) throws IOException {
        writer.write(file, out -> Safetensors.write(tensors, Safetensors.Precision.F32, out));
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

    private static void write(Path file, AtomicFile.Content<OutputStream> content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var out = new BufferedOutputStream(Channels.newOutputStream(channel));
            content.writeTo(out);
            out.flush();
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
    Optional<Stored> newest(int validateEvery) {
        var steps = steps();
        return steps.isEmpty() ? Optional.empty() : Optional.of(read(steps.get(steps.size() - 1), validateEvery));
    }

    private Stored read(long step, int validateEvery) {
        try {
            var progress = JSON.readTree(Files.readAllBytes(path(step).resolve(PROGRESS)));
            return new Stored(Progress.from(progress, validateEvery), path(step));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the checkpoint " + path(step) + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the checkpoint " + path(step) + ": " + e.getMessage(), e);
        }
    }

    /**
     * Opens the mean of the weights that were validated, of several checkpoints: of the moving averages where there are any.
     *
     * @param steps of one checkpoint at least
     */
    TensorFile mean(List<Long> steps) {
        var files = new ArrayList<TensorFile>();
        try {
            steps.forEach(step -> files.add(SafetensorsFile.open(validated(step))));
            return new CheckpointMean("the mean of the checkpoints " + steps, files);
        } catch (RuntimeException e) {
            files.forEach(TensorFile::close);
            throw e;
        }
    }

    private Path validated(long step) {
        var average = path(step).resolve(AVERAGE);
        return Files.exists(average) ? average : path(step).resolve(WEIGHTS);
    }

    /** Deletes all checkpoints but these. */
    void keepOnly(Set<Long> steps) {
        steps().stream().filter(step -> !steps.contains(step)).forEach(this::delete);
    }

    /** Deletes a checkpoint. */
    void delete(long step) {
        try {
            delete(path(step));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete old checkpoints in " + folder + ": " + e.getMessage(), e);
        }
    }

    private Path path(long step) {
        return folder.resolve(name(step));
    }

    private static String name(long step) {
        return String.format(Locale.ROOT, "%08d", step);
    }

    private List<Path> list(Predicate<String> isWanted) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> isWanted.test(path.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /** Takes a folder out of sight first, so that no half-deleted one is ever taken for a checkpoint. */
    private void delete(Path checkpoint) throws IOException {
        var name = checkpoint.getFileName().toString();
        var hidden = name.startsWith(".")
                ? checkpoint
                : Files.move(checkpoint, folder.resolve(".deleted-" + name), StandardCopyOption.ATOMIC_MOVE);
        try (var files = Files.walk(hidden)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
