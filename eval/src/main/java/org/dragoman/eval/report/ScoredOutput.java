package org.dragoman.eval.report;

import org.dragoman.corpora.SentencePair;
import org.dragoman.eval.SystemCounts;
import org.dragoman.eval.alignment.SoftAlignment;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A system's output with what was counted in it.
 *
 * @param lines the output, line by line
 * @param counts of each line, too
 * @param aligner ties lines of the output to their sources, for the lines that are shown; absent where nobody can say
 */
public record ScoredOutput(
        List<String> lines, SystemCounts counts, Optional<Function<List<SentencePair>, List<SoftAlignment>>> aligner) {
    public ScoredOutput {
        lines = List.copyOf(lines);
    }

    /** An output of which nobody can say how it's tied to the source. */
    public ScoredOutput(List<String> lines, SystemCounts counts) {
        this(lines, counts, Optional.empty());
    }

    /** Name of the system. */
    String system() {
        return counts.system();
    }
}
