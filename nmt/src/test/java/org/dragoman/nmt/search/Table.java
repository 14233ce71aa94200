package org.dragoman.nmt.search;

import org.dragoman.nmt.text.Vocabulary;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A script with a line for each target so far, such as {@code .line("A B", "C 0.7, . 0.3")}: letters are tokens, a full stop is the
 * end marker. After a target without a line the end marker is certain. It is the same for every source.
 */
final class Table implements ScriptedModel.Script {

    static final int END = Vocabulary.END;

    private static final int FIRST_LETTER = 4;
    private static final int SIZE = FIRST_LETTER + 6;

    private final Map<List<Integer>, double[]> lines = new HashMap<>();

    Table line(String prefix, String next) {
        var probabilities = new double[SIZE];
        for (var entry : next.split(", ")) {
            var parts = entry.split(" ");
            probabilities[id(parts[0])] = Double.parseDouble(parts[1]);
        }
        if (Math.abs(Arrays.stream(probabilities).sum() - 1) > 1e-9) {
            throw new IllegalArgumentException("the probabilities of '" + next + "' don't sum to 1");
        }
        lines.put(ids(prefix), probabilities);
        return this;
    }

    /** The ids of letters A to F. */
    static List<Integer> ids(String letters) {
        return letters.isEmpty()
                ? List.of()
                : Arrays.stream(letters.split(" ")).map(Table::id).toList();
    }

    private static int id(String letter) {
        return switch (letter) {
            case "." -> END;
            case "?" -> Vocabulary.UNKNOWN;
            case "_" -> Vocabulary.PADDING;
            default -> FIRST_LETTER + letter.charAt(0) - 'A';
        };
    }

    @Override
    public double[] next(int source, List<Integer> prefix) {
        return lines.getOrDefault(prefix, onlyEnd());
    }

    private static double[] onlyEnd() {
        var probabilities = new double[SIZE];
        probabilities[END] = 1;
        return probabilities;
    }
}
