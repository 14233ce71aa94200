package org.dragoman.eval.report;

import org.dragoman.eval.SystemCounts;

import java.util.List;

/**
 * A system's output with what was counted in it.
 *
 * @param lines the output, line by line
 * @param counts of each line, too
 */
public record ScoredOutput(List<String> lines, SystemCounts counts) {
    public ScoredOutput {
        lines = List.copyOf(lines);
    }
}
