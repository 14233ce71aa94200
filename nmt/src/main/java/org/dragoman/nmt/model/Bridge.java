package org.dragoman.nmt.model;

/** How a recurrent decoder's first state comes from the encoder. */
public enum Bridge {
    /**
     * {@code tanh(W h + b)} of the encoder's output when it has read everything, that of the backward direction if there is one (Bahdanau et
     * al. 2015, appendix A.2.2, there without bias). Without attention h has both directions, since the decoder sees nothing else.
     */
    LAST,
    /** {@code tanh(W h + b)} of the mean h of the encoder's outputs. */
    MEAN,
    /** Zeros: the source is known by attention alone. */
    ZERO,
    /** The encoder's last states as they are, layer by layer (Sutskever et al. 2014; Luong et al. 2015); sizes and layers must fit. */
    COPY
}
