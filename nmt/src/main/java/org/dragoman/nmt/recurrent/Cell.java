package org.dragoman.nmt.recurrent;

import org.dragoman.nmt.tensor.Tensor;

/**
 * A recurrent network, position by position or along whole sequences.
 *
 * <p>B is the number of sequences, L their length, I the size of the input, H that of the output. What a cell remembers is one tensor of
 * size P: its output, and for a {@link LstmCell} the memory behind it. So whoever carries, selects or projects states needs to know nothing
 * of the kind of cell.
 */
public interface Cell {

    /** H, the size of the output. */
    int size();

    /** P, the size of the state. */
    int stateSize();

    /** The part of a state that others see: in (..., P), out (..., H). */
    Tensor output(Tensor state);

    /** One position: in x (B, I) and state (B, P), out the next state (B, P). */
    Tensor step(Tensor x, Tensor state);

    /** All positions: in x (B, L, I) and the state before the first position, start (B, P). */
    Tensor.Run run(Tensor x, Tensor start);

    /**
     * Prepares a walk along sequences whose input has two parts side by side: the first is known for all positions, so its share is
     * computed at once; the rest becomes known at its position, such as what attention finds there.
     *
     * @param known (B, L, I'), with I' at most I; where it is I, the rest has size 0
     */
    Walk walk(Tensor known);

    /** The state before anything was read: zeros (rows, P). */
    default Tensor start(long rows) {
        return Tensor.zeros(rows, stateSize());
    }

    /** A walk along sequences, see {@link #walk}; its tensors belong to the scope in which it was made. */
    interface Walk {

        /**
         * One position.
         *
         * @param position from 0, below L
         * @param rest (B, I - I'), the second part of the input at this position
         * @param state (B, P) before this position
         * @return the state after it (B, P)
         */
        Tensor step(int position, Tensor rest, Tensor state);

        /** The same where all of the input is known. */
        Tensor step(int position, Tensor state);
    }
}
