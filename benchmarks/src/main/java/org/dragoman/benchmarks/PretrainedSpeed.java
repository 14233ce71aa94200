package org.dragoman.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.pretrained.PretrainedModel;
import org.dragoman.nmt.pretrained.PretrainedModels;
import org.dragoman.nmt.search.BeamSearch;
import org.dragoman.nmt.search.Hypothesis;
import org.dragoman.nmt.search.Markers;
import org.dragoman.nmt.search.SearchConfig;
import org.dragoman.nmt.tensor.Torch;
import org.dragoman.nmt.text.SourceBatch;
import org.dragoman.pipeline.Document;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Loads a model of another program and searches with it, for {@code benchmarks/pretrained_speed.py}, which runs its peers beside it.
 *
 * <p>Run: {@code java -Ddragoman.threads=1 ... PretrainedSpeed MODEL LINES BATCH TOKENS THREADS}. Each batch of lines is searched whole, as
 * many at once as there are threads, once with each beam width; the first batches are searched once before. It prints one line of JSON:
 * seconds on the clock and of the CPU, memory in MB, and the reference's numbers of the tokens found.
 */
public final class PretrainedSpeed {
    private static final int[] WIDTHS = {1, 4};
    private static final double NANOSECONDS_A_SECOND = 1e9;
    private static final double KILOBYTES_A_MEGABYTE = 1000;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private PretrainedSpeed() {}

    /** What was measured of one piece of work. */
    private record Timed<T>(T result, double wall, double cpu) {

        static <T> Timed<T> of(Callable<T> work) throws Exception {
            var start = System.nanoTime();
            var cpuStart = SYSTEM.getProcessCpuTime();
            var result = work.call();
            var cpu = SYSTEM.getProcessCpuTime() - cpuStart;
            return new Timed<>(result, (System.nanoTime() - start) / NANOSECONDS_A_SECOND, cpu / NANOSECONDS_A_SECOND);
        }
    }

    /** What is printed of one width. */
    private record Run(int beam, double wall, double cpu, List<int[]> ids) {}

    /** What is printed. */
    private record Measured(
            double load, double loadCpu, double before, double peak, double peakOfAll, List<Run> runs) {}

    /** Prints what was measured. */
    public static void main(String[] arguments) throws Exception {
        var lines = Files.readAllLines(Path.of(arguments[1]));
        var batch = Integer.parseInt(arguments[2]);
        var tokens = Integer.parseInt(arguments[3]);
        var threads = Integer.parseInt(arguments[4]);
        Torch.start();
        var before = memory("VmRSS");
        var loading = Timed.of(() -> PretrainedModels.load(Path.of(arguments[0])));
        var peak = memory("VmHWM");
        var workers = Executors.newFixedThreadPool(threads);
        try (var model = loading.result()) {
            var batches = batches(model.model(), lines, batch);
            searchAll(search(model, 1, tokens), batches.subList(0, threads), workers); // the first use is slower
            var runs = new ArrayList<Run>();
            for (var width : WIDTHS) {
                var search = search(model, width, tokens);
                var searched = Timed.of(() -> searchAll(search, batches, workers));
                runs.add(new Run(width, searched.wall(), searched.cpu(), referenceIds(model, searched.result())));
            }
            var measured = new Measured(loading.wall(), loading.cpu(), before, peak, memory("VmHWM"), runs);
            System.out.println(new ObjectMapper().writeValueAsString(measured));
        } finally {
            workers.shutdown();
        }
    }

    private static List<SourceBatch> batches(TranslationModel model, List<String> lines, int batch) {
        var codec = model.codec();
        return IntStream.range(0, lines.size() / batch)
                .mapToObj(number -> lines.subList(number * batch, (number + 1) * batch))
                .map(some -> SourceBatch.of(some.stream()
                        .map(line -> codec.source(Document.of(line)))
                        .toList()))
                .toList();
    }

    /** The search of the model's reference, with another width and a fixed bound on the length. */
    private static BeamSearch search(PretrainedModel model, int width, int tokens) {
        SearchConfig search = model.habits().search().withWidth(width).withLimits(0, tokens, tokens);
        return new BeamSearch(model.model().network(), Markers.of(search.rules()), search);
    }

    private static List<Hypothesis> searchAll(BeamSearch search, List<SourceBatch> batches, ExecutorService workers)
            throws InterruptedException, ExecutionException {
        var tasks = batches.stream()
                .map(batch -> (Callable<List<List<Hypothesis>>>) () -> search.search(batch))
                .toList();
        var found = new ArrayList<Hypothesis>();
        for (var nBest : workers.invokeAll(tasks)) {
            nBest.get().forEach(hypotheses -> found.add(hypotheses.get(0)));
        }
        return found;
    }

    private static List<int[]> referenceIds(PretrainedModel model, List<Hypothesis> hypotheses) {
        var reference = model.target().orElseThrow().toReference();
        return hypotheses.stream()
                .map(hypothesis ->
                        hypothesis.ids().stream().mapToInt(id -> reference[id]).toArray())
                .toList();
    }

    /** A line of the kernel's account of this process, in MB of 1,000,000 bytes. */
    private static double memory(String key) throws IOException {
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            return status.filter(line -> line.startsWith(key + ":"))
                    .mapToDouble(line -> Double.parseDouble(line.split("\\s+")[1]) * 1.024 / KILOBYTES_A_MEGABYTE)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
