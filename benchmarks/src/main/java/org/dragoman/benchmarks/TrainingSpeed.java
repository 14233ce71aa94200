package org.dragoman.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import org.dragoman.nmt.files.Folders;
import org.dragoman.nmt.tensor.Torch;
import org.dragoman.nmt.train.Experiment;
import org.dragoman.nmt.train.Trainer;
import org.dragoman.nmt.train.TrainingListener;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How many target pieces a training learns from in a second of the CPU and on the clock, and what memory it holds, on Linux.
 *
 * <p>Run: {@code java -Ddragoman.threads=1 ... TrainingSpeed EXPERIMENT.json WARM-UP UPDATES}. A run of the experiment is begun in a folder of
 * its own; after some updates for warming up as many as are wanted are measured, and it ends.
 */
public final class TrainingSpeed implements TrainingListener {
    private static final double NANOSECONDS_A_SECOND = 1e9;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final long first;
    private final long last;
    private Trainer trainer;
    private long tokens;
    private long wall;
    private long cpu;
    private long memory;

    private TrainingSpeed(long first, long last) {
        this.first = first;
        this.last = last;
    }

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("usage: TrainingSpeed EXPERIMENT.json WARM-UP UPDATES");
        }
        var warmUp = Long.parseLong(arguments[1]);
        var speed = new TrainingSpeed(warmUp, warmUp + Long.parseLong(arguments[2]));
        var folder = Files.createTempDirectory("training-speed");
        var experiment = Experiment.read(Path.of(arguments[0])).withOutput(folder);
        speed.trainer = Trainer.begin(experiment, List.of(speed));
        speed.trainer.run();
        Folders.delete(folder);
    }

    @Override
    public void updated(Update update) {
        if (update.step() == first) {
            tokens = 0;
            wall = System.nanoTime();
            cpu = SYSTEM.getProcessCpuTime();
            memory = resident();
        } else {
            tokens += update.targetTokens();
        }
        if (update.step() == last) {
            print();
            trainer.stop();
        }
    }

    private void print() {
        var cpuSeconds = (SYSTEM.getProcessCpuTime() - cpu) / NANOSECONDS_A_SECOND;
        var seconds = (System.nanoTime() - wall) / NANOSECONDS_A_SECOND;
        System.out.printf(
                Locale.ROOT,
                "%d threads, %d updates, %d target pieces: %.0f a CPU second, %.0f a second; memory %d MiB after %d updates, %d MiB after %d%n",
                Torch.threads(),
                last - first,
                tokens,
                tokens / cpuSeconds,
                tokens / seconds,
                memory,
                first,
                resident(),
                last);
    }

    /** Memory of the process in MiB. */
    private static long resident() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            var kilobytes = lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(kilobytes) / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
