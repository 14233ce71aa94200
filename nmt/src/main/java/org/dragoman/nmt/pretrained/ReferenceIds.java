package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.text.Vocabulary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the numbers of a reference's vocabulary become ours: padding, unknown, start and end come first, as {@link Vocabulary} has them, then
 * all others in the reference's order.
 *
 * @param size how many numbers the reference has, from 0
 * @param padding the reference's number of padding; {@link #NONE} if it has none
 * @param unknown its number of the unknown piece
 * @param start its number of what the decoder reads first; {@link #NONE} if that is a vector of zeros
 * @param end its number of the end marker
 */
public record ReferenceIds(int size, int padding, int unknown, int start, int end) {

    /** In the place of a number that the reference doesn't have. */
    public static final int NONE = -1;

    public ReferenceIds {
        if (size < 2 || unknown == end || outside(unknown, 0, size) || outside(end, 0, size)) {
            throw new IllegalArgumentException(
                    "a vocabulary needs different numbers for the unknown piece and the end marker, from 0 to "
                            + (size - 1) + ", got " + unknown + " and " + end);
        }
        if (outside(padding, NONE, size) || outside(start, NONE, size) || padding == unknown || padding == end) {
            throw new IllegalArgumentException("padding and decoder start must be numbers of the vocabulary, from 0 to "
                    + (size - 1) + ", and padding of its own, got " + padding + " and " + start);
        }
    }

    /**
     * The number of a piece, its place in the reference's order.
     *
     * @param file from which the pieces are, for messages
     * @throws IllegalArgumentException if it isn't there
     */
    static int idOf(List<String> pieces, String piece, Path file) {
        var id = pieces.indexOf(piece);
        if (id < 0) {
            throw new IllegalArgumentException(file + ": the piece " + piece + " is missing");
        }
        return id;
    }

    private static boolean outside(int id, int least, int size) {
        return id < least || id >= size;
    }

    /** For each of our numbers the reference's; {@link #NONE} where there is none. Our start marker has that of the reference's. */
    public int[] toReference() {
        var special = new int[] {padding, unknown, start, end};
        return IntStream.concat(Arrays.stream(special), others()).toArray();
    }

    private IntStream others() {
        return IntStream.range(0, size).filter(id -> id != padding && id != unknown && id != end);
    }

    /** The same, but {@link #NONE} for our start marker, which a decoder never writes. */
    int[] outputsToReference() {
        var ids = toReference();
        ids[Vocabulary.START] = NONE;
        return ids;
    }

    /** Our vocabulary, from the reference's pieces in its order. A piece that ours can't have is replaced by a name of its number. */
    Vocabulary vocabulary(List<String> pieces) {
        var taken = new ArrayList<String>();
        others().forEach(id -> taken.add(isPossible(pieces.get(id)) ? pieces.get(id) : "<" + id + ":special>"));
        return Vocabulary.inOrder(taken);
    }

    /** {@code <s>} is a piece like any other in some vocabularies, though no text is ever split into it. */
    private static boolean isPossible(String piece) {
        return !Vocabulary.isSpecial(piece) && !piece.isEmpty() && piece.indexOf('\n') < 0 && piece.indexOf('\r') < 0;
    }
}
