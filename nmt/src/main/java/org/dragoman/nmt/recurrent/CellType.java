package org.dragoman.nmt.recurrent;

import org.dragoman.nmt.tensor.Parameters;

/** The kinds of recurrent cells. */
public enum CellType {
    /** {@link ElmanCell} with the hyperbolic tangent. */
    ELMAN {
        @Override
        public Cell make(Parameters parameters, String name, int inputSize, int size, boolean layerNorm) {
            return new ElmanCell(parameters, name, inputSize, size, ElmanCell.Activation.TANH, layerNorm);
        }
    },

    /** {@link ElmanCell} with the logistic function. */
    ELMAN_SIGMOID {
        @Override
        public Cell make(Parameters parameters, String name, int inputSize, int size, boolean layerNorm) {
            return new ElmanCell(parameters, name, inputSize, size, ElmanCell.Activation.SIGMOID, layerNorm);
        }
    },

    /** {@link LstmCell}. */
    LSTM {
        @Override
        public Cell make(Parameters parameters, String name, int inputSize, int size, boolean layerNorm) {
            return new LstmCell(parameters, name, inputSize, size, layerNorm);
        }
    },

    /** {@link GruCell}. */
    GRU {
        @Override
        public Cell make(Parameters parameters, String name, int inputSize, int size, boolean layerNorm) {
            return new GruCell(parameters, name, inputSize, size, layerNorm);
        }
    };

    /**
     * Makes a cell with parameters under {@code name}.
     *
     * @param size H, of its output, at least 1
     * @param layerNorm whether projections are normalised
     */
    public abstract Cell make(Parameters parameters, String name, int inputSize, int size, boolean layerNorm);
}
