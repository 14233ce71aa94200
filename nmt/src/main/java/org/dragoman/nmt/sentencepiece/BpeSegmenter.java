package org.dragoman.nmt.sentencepiece;

import org.dragoman.nmt.sentencepiece.StoredPiece.Type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Cuts a text into characters and merges neighbours (Sennrich et al. 2016, arXiv 1508.07909): of all pairs that make a piece, always that
 * with the greatest score, and of several the leftmost. A piece that is not to be used is taken apart again where it's left over.
 *
 * <p>Takes time in proportion to n log n for n characters.
 */
final class BpeSegmenter implements Segmenter {
    private final PieceTable table;

    BpeSegmenter(PieceTable table) {
        this.table = table;
    }

    @Override
    public List<Part> segment(Utf8Text text) {
        return new Merging(text).run();
    }

    /**
     * Two neighbours that make a piece.
     *
     * @param left the number of the symbol on the left
     * @param right that on the right
     * @param length bytes of both; if it is no longer their sum, one has been merged with another since
     */
    private record Pair(int left, int right, int length, float score) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            boolean isTie = score == other.score; // which -0 and 0 are not for Float.compare
            return isTie ? Integer.compare(left, other.left) : Float.compare(other.score, score);
        }
    }

    /** One text on its way: a linked list of symbols, characters at first. A symbol that was merged into that on its left has no bytes. */
    private final class Merging {
        private static final int NONE = -1;

        private final Utf8Text text;
        private final int[] starts;
        private final int[] lengths;
        private final int[] previous;
        private final int[] next;
        private final boolean[] fixed;
        private final PriorityQueue<Pair> pairs = new PriorityQueue<>();
        private final Map<Integer, Integer> leftLengths = new HashMap<>();
        private int count;

        Merging(Utf8Text text) {
            this.text = text;
            starts = new int[text.length()];
            lengths = new int[text.length()];
            previous = new int[text.length()];
            next = new int[text.length()];
            fixed = new boolean[text.length()];
        }

        List<Part> run() {
            addSymbols();
            for (int i = 1; i < count; i++) {
                offer(i - 1, i);
            }
            for (var pair = pairs.poll(); pair != null; pair = pairs.poll()) {
                if (isCurrent(pair)) {
                    merge(pair);
                }
            }
            return parts();
        }

        private void addSymbols() {
            byte[] bytes = text.bytes();
            for (int start = 0; start < text.length(); count++) {
                int end = table.userDefined().longest(bytes, start, text.length());
                fixed[count] = end > start;
                if (end == start) {
                    end = Math.min(text.length(), start + Utf8.lengthByFirst(bytes[start]));
                }
                starts[count] = start;
                lengths[count] = end - start;
                previous[count] = count - 1;
                next[count] = end == text.length() ? NONE : count + 1;
                start = end;
            }
        }

        private void offer(int left, int right) {
            if (left == NONE || right == NONE || fixed[left] || fixed[right]) {
                return;
            }
            int length = lengths[left] + lengths[right];
            int id = table.texts().find(text.bytes(), starts[left], starts[left] + length);
            if (id != ByteTrie.NONE) {
                pairs.add(new Pair(left, right, length, table.score(id)));
                if (table.type(id) == Type.UNUSED) {
                    leftLengths.put(id, lengths[left]);
                }
            }
        }

        private boolean isCurrent(Pair pair) {
            int left = lengths[pair.left];
            int right = lengths[pair.right];
            return left > 0 && right > 0 && left + right == pair.length;
        }

        private void merge(Pair pair) {
            lengths[pair.left] = pair.length;
            lengths[pair.right] = 0;
            int after = next[pair.right];
            next[pair.left] = after;
            if (after != NONE) {
                previous[after] = pair.left;
            }
            offer(previous[pair.left], pair.left);
            offer(pair.left, after);
        }

        private List<Part> parts() {
            var parts = new ArrayList<Part>();
            for (int i = count == 0 ? NONE : 0; i != NONE; i = next[i]) {
                addParts(starts[i], starts[i] + lengths[i], parts);
            }
            return parts;
        }

        /** Adds a symbol; one that is not to be used as the two that it was made from. */
        private void addParts(int from, int to, List<Part> parts) {
            int id = table.id(text.bytes(), from, to);
            var leftLength = table.type(id) == Type.UNUSED ? leftLengths.get(id) : null;
            if (leftLength == null) {
                parts.add(new Part(from, to, id));
            } else {
                addParts(from, from + leftLength, parts);
                addParts(from + leftLength, to, parts);
            }
        }
    }
}
