package org.dragoman.nmt.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.pipeline.settings.Settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sizes and choices of a recurrent encoder-decoder with attention (Bahdanau et al. 2015).
 *
 * @param embeddingSize width E of the embeddings, and of the last layer, so that the output can be tied to them
 * @param encoderSize width of the encoder's state in each direction
 * @param decoderSize width H of the decoder's state
 * @param attentionSize width A of the layer inside the attention's score
 * @param encoderLayers bidirectional layers on top of each other, at least 1
 * @param dropout probability on embeddings, on the states of each encoder layer and on the last layer, never between the
 *     positions of a sequence (Zaremba et al. 2014, arXiv 1409.2329); 0 to below 1
 * @param tying which embeddings are shared
 */
public record RecurrentConfig(
        int embeddingSize,
        int encoderSize,
        int decoderSize,
        int attentionSize,
        int encoderLayers,
        double dropout,
        Tying tying)
        implements ModelConfig {

    public RecurrentConfig {
        var problems = new ArrayList<String>();
        atLeastOne(problems, "embeddingSize", embeddingSize);
        atLeastOne(problems, "encoderSize", encoderSize);
        atLeastOne(problems, "decoderSize", decoderSize);
        atLeastOne(problems, "attentionSize", attentionSize);
        atLeastOne(problems, "encoderLayers", encoderLayers);
        if (!(dropout >= 0 && dropout < 1)) {
            problems.add("dropout must be at least 0 and below 1, got " + dropout);
        }
        if (tying == null) {
            problems.add("tying must be one of " + Arrays.toString(Tying.values()) + ", got null");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    private static void atLeastOne(List<String> problems, String name, int value) {
        if (value < 1) {
            problems.add(name + " must be at least 1, got " + value);
        }
    }

    /** Reads the settings; what isn't given is as in the paper (appendix A.2.3): no dropout, and no embeddings are tied. */
    static RecurrentConfig from(Settings settings) {
        return new RecurrentConfig(
                settings.integer("embeddingSize").atLeast(1).or(620),
                settings.integer("encoderSize").atLeast(1).or(1000),
                settings.integer("decoderSize").atLeast(1).or(1000),
                settings.integer("attentionSize").atLeast(1).or(1000),
                settings.integer("encoderLayers").atLeast(1).or(1),
                settings.decimal("dropout").atLeast(0.0).below(1.0).or(0.0),
                settings.choice("tying", Tying.class).or(Tying.NONE));
    }

    @Override
    public ObjectNode toJson() {
        return SettingsJson.ofKind("recurrent", this);
    }

    @Override
    public EncoderDecoder build(VocabularySizes sizes, Parameters parameters) {
        return new RecurrentEncoderDecoder(this, sizes, parameters);
    }
}
