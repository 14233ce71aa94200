package org.dragoman.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What the steps of a {@link Pipeline} took for some documents, one after the other in one thread.
 *
 * @param steps the cost of each step
 * @param documents how many documents there were
 * @param characters length of their texts in UTF-16 units
 * @param failures those that a step could not annotate
 */
public record PipelineProfile(List<StepCost> steps, long documents, long characters, List<Result.Failed> failures) {
    private static final double MILLION = 1e6;

    public PipelineProfile {
        steps = List.copyOf(steps);
        failures = List.copyOf(failures);
    }

    /** A table of times in milliseconds and of allocated memory in megabytes (10^6 bytes), a line a step. */
    public String explain() {
        var table = new StringBuilder(String.format(
                Locale.ROOT,
                "%d documents, %d characters, %d failed; one thread, the first documents are slower than those after them%n",
                documents,
                characters,
                failures.size()));
        table.append(String.format("%-20s %12s %12s %12s%n", "step", "loading ms", "time ms", "memory MB"));
        for (var cost : steps) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-20s %12.1f %12.1f %12s%n",
                    cost.step(),
                    cost.loading().toNanos() / MILLION,
                    cost.time().toNanos() / MILLION,
                    megabytes(cost.allocatedBytes())));
        }
        return table.toString().replace(System.lineSeparator(), "\n");
    }

    private static String megabytes(OptionalLong bytes) {
        return bytes.isPresent() ? String.format(Locale.ROOT, "%.1f", bytes.getAsLong() / MILLION) : "unknown";
    }
}
