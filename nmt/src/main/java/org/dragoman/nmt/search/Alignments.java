package org.dragoman.nmt.search;

import java.util.OptionalInt;

/** Whether a search returns how it attended to the source, and by which of the decoder's layers. */
public sealed interface Alignments {

    /**
     * Returns the layer to read, counted from 0; empty if no alignments are wanted.
     *
     * @param layers how many layers of the model attend to the source
     * @throws IllegalArgumentException if the model has no such layer
     */
    OptionalInt layer(int layers);

    /** No alignments. */
    record None() implements Alignments {
        @Override
        public OptionalInt layer(int layers) {
            return OptionalInt.empty();
        }
    }

    /** The last layer but one, which aligns best in Transformers (Garg et al. 2019); the only one if there is one. */
    record Automatic() implements Alignments {
        @Override
        public OptionalInt layer(int layers) {
            if (layers == 0) {
                throw new IllegalArgumentException(
                        "alignments are wanted from a model without attention to the source");
            }
            return OptionalInt.of(Math.max(0, layers - 2));
        }
    }

    /**
     * One chosen layer.
     *
     * @param number of the layer, counted from 0
     */
    record Layer(int number) implements Alignments {
        public Layer {
            if (number < 0) {
                throw new IllegalArgumentException("alignment layer must be 0 or more, got " + number);
            }
        }

        @Override
        public OptionalInt layer(int layers) {
            if (number >= layers) {
                throw new IllegalArgumentException("alignments are wanted from layer " + number
                        + ", counted from 0, of a model in which " + layers + " layers attend to the source");
            }
            return OptionalInt.of(number);
        }
    }
}
