package org.dragoman.nmt.model;

import org.dragoman.nmt.attention.AttentionConfig;
import org.dragoman.nmt.attention.ScoreConfig;
import org.dragoman.nmt.attention.WindowConfig;
import org.dragoman.nmt.recurrent.CellType;

import java.util.Optional;

/** Configurations for tests. */
public final class RecurrentConfigs {

    private RecurrentConfigs() {}

    /** The network of Bahdanau et al. 2015 in other sizes. */
    public static RecurrentConfig bahdanau(
            int embeddingSize,
            int encoderSize,
            int decoderSize,
            int attentionSize,
            int encoderLayers,
            double dropout,
            Tying tying) {
        var score = new ScoreConfig.Additive(attentionSize, false);
        return new RecurrentConfig(
                CellType.GRU,
                embeddingSize,
                encoderSize,
                decoderSize,
                encoderLayers,
                1,
                true,
                false,
                dropout,
                Bridge.LAST,
                DecoderOrder.ATTEND_FIRST,
                false,
                Optional.of(new AttentionConfig(score, new WindowConfig.Global(), 1, false)),
                tying);
    }
}
