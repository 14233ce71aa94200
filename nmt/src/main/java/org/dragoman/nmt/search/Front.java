package org.dragoman.nmt.search;

import org.dragoman.nmt.model.DecoderState;
import org.dragoman.nmt.tensor.Tensor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sentences that are still searched, with the decoder's state. Every sentence has as many rows as the one with the most
 * hypotheses; where it has fewer hypotheses, its first one stands in the rows left over, which nobody reads.
 */
final class Front {

    private final DecoderState state;
    private final List<Beam> beams;
    private final int rowsEach;

    Front(DecoderState state, List<Beam> beams) {
        this.state = state;
        this.beams = beams;
        this.rowsEach =
                beams.stream().mapToInt(beam -> beam.live().size()).max().orElse(0);
    }

    DecoderState state() {
        return state;
    }

    List<Beam> beams() {
        return beams;
    }

    boolean isEmpty() {
        return beams.isEmpty();
    }

    /** The row of a hypothesis when this front was made. */
    int row(int sentence, int rank) {
        return sentence * rowsEach + rank;
    }

    /** An id that must not follow the hypothesis of a row. */
    record Forbidden(int row, int id) {}

    /** What must not follow, of all hypotheses. */
    Stream<Forbidden> forbidden() {
        return IntStream.range(0, beams.size())
                .boxed()
                .flatMap(sentence -> IntStream.range(
                                0, beams.get(sentence).live().size())
                        .boxed()
                        .flatMap(rank -> beams.get(sentence).forbidden(rank).stream()
                                .map(id -> new Forbidden(row(sentence, rank), id))));
    }

    /** The last token of every row. */
    Tensor tokens() {
        return Tensor.indices(beams.stream()
                .flatMapToInt(beam -> IntStream.range(0, rowsEach)
                        .map(rank -> occupant(beam, rank).token()))
                .toArray());
    }

    /** After the beams have advanced: the sentences that go on, with those rows of {@code reached} that their beams chose. */
    Front next(DecoderState reached) {
        var sentences = IntStream.range(0, beams.size())
                .filter(sentence -> !beams.get(sentence).isDone())
                .toArray();
        if (sentences.length == 0) {
            return new Front(state, List.of());
        }
        var remaining = Arrays.stream(sentences).mapToObj(beams::get).toList();
        var rows = new Front(reached, remaining).chosenRows(this, sentences);
        return new Front(isEveryRow(rows) ? reached : reached.select(sentences, rows), remaining);
    }

    private int[] chosenRows(Front before, int[] sentences) {
        return IntStream.range(0, sentences.length * rowsEach)
                .map(row -> before.row(
                        sentences[row / rowsEach],
                        occupant(beams.get(row / rowsEach), row % rowsEach).rank()))
                .toArray();
    }

    private boolean isEveryRow(int[] rows) {
        return rows.length == beams.size() * rowsEach
                && IntStream.range(0, rows.length).allMatch(row -> rows[row] == row);
    }

    private static Partial occupant(Beam beam, int rank) {
        return beam.live().get(rank < beam.live().size() ? rank : 0);
    }
}
