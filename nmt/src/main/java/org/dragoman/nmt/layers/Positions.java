package org.dragoman.nmt.layers;

import org.dragoman.nmt.tensor.Tensor;

/**
 * Sinusoidal position encodings: each pair of dimensions is a sine and a cosine of the position, with wave lengths from
 * 2 pi to 10,000 times 2 pi (Vaswani et al. 2017, section 3.5).
 */
public enum Positions {

    /** As in the paper: sine in the even dimensions, cosine in the odd ones. */
    INTERLEAVED {
        @Override
        public double value(int position, int dimension, int size) {
            var angle = position * frequency(dimension / 2, size / 2);
            return dimension % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
        }
    },

    /** The paper's wave lengths, the sines in the first half and the cosines in the second, as in Marian. */
    CONCATENATED {
        @Override
        public double value(int position, int dimension, int size) {
            var angle = position * frequency(dimension % (size / 2), size / 2);
            return dimension < size / 2 ? Math.sin(angle) : Math.cos(angle);
        }
    },

    /** Halves as well, with tensor2tensor's wave lengths, whose last one (if there are two) is exactly 10,000 times 2 pi. */
    TENSOR2TENSOR {
        @Override
        public double value(int position, int dimension, int size) {
            var angle = position * frequency(dimension % (size / 2), Math.max(1, size / 2 - 1));
            return dimension < size / 2 ? Math.sin(angle) : Math.cos(angle);
        }
    },

    /** The same, but the first position is 1, as CTranslate2 computes them where a model's file has none. */
    TENSOR2TENSOR_FROM_ONE {
        @Override
        public double value(int position, int dimension, int size) {
            return TENSOR2TENSOR.value(position + 1, dimension, size);
        }
    };

    /** The encoding of one position in one dimension. */
    public abstract double value(int position, int dimension, int size);

    private static double frequency(int pair, int steps) {
        return Math.pow(10000, -(double) pair / steps);
    }

    /**
     * The encodings of some consecutive positions.
     *
     * @param from first position, 0 at the start of a sentence
     * @param count how many
     * @param size even size D of the model
     * @return (count, D)
     */
    public Tensor encode(int from, int count, int size) {
        var values = new float[count * size];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float) value(from + i / size, i % size, size);
        }
        return Tensor.of(values, count, size);
    }
}
