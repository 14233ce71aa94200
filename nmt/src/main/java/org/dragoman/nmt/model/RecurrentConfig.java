package org.dragoman.nmt.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.attention.AttentionConfig;
import org.dragoman.nmt.attention.ScoreConfig;
import org.dragoman.nmt.attention.WindowConfig;
import org.dragoman.nmt.recurrent.CellType;
import org.dragoman.nmt.recurrent.RecurrentStack;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.pipeline.settings.Settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The sizes and choices of a recurrent encoder-decoder, with attention (Bahdanau et al. 2015; Luong et al. 2015) or without (Sutskever et al.
 * 2014; Cho et al. 2014).
 *
 * @param cell of encoder and decoder
 * @param embeddingSize width E of the embeddings, and of the last layer, so that the output can be tied to them
 * @param encoderSize width of the encoder's output in each direction
 * @param decoderSize width H of the decoder's output
 * @param encoderLayers on top of each other, at least 1
 * @param decoderLayers on top of each other, at least 1
 * @param bidirectional whether the encoder reads in both directions
 * @param layerNorm whether cells normalise their projections
 * @param dropout probability on embeddings, on the outputs of each layer and on the last layer, never between the
 *     positions of a sequence (Zaremba et al. 2014, arXiv 1409.2329); 0 to below 1
 * @param bridge where the decoder's first state comes from
 * @param order whether the decoder attends before it steps or after; without attention, whether the encoder's last state is an input at every
 *     position (Cho et al. 2014) or only the bridge knows it (Sutskever et al. 2014)
 * @param inputFeeding whether the joint state of one position is an input at the next (Luong et al. 2015, section 3.3); for {@link
 *     DecoderOrder#STEP_FIRST} only
 * @param attention to the source; empty for a decoder that knows the source by a vector of fixed length
 * @param tying which embeddings are shared
 */
public record RecurrentConfig(
        CellType cell,
        int embeddingSize,
        int encoderSize,
        int decoderSize,
        int encoderLayers,
        int decoderLayers,
        boolean bidirectional,
        boolean layerNorm,
        double dropout,
        Bridge bridge,
        DecoderOrder order,
        boolean inputFeeding,
        Optional<AttentionConfig> attention,
        Tying tying)
        implements ModelConfig {

    public RecurrentConfig {
        var problems = new ArrayList<String>();
        atLeastOne(problems, "embeddingSize", embeddingSize);
        atLeastOne(problems, "encoderSize", encoderSize);
        atLeastOne(problems, "decoderSize", decoderSize);
        atLeastOne(problems, "encoderLayers", encoderLayers);
        atLeastOne(problems, "decoderLayers", decoderLayers);
        if (!(dropout >= 0 && dropout < 1)) {
            problems.add("dropout must be at least 0 and below 1, got " + dropout);
        }
        var stateSize = bidirectional ? 2 * encoderSize : encoderSize;
        attention.ifPresent(config -> problems.addAll(config.problems(decoderSize, stateSize)));
        if (bridge == Bridge.COPY && (stateSize != decoderSize || encoderLayers != decoderLayers)) {
            problems.add("the bridge copy needs a decoder of the encoder's size and layers, got states of size "
                    + stateSize + " in " + encoderLayers + " layers and " + decoderSize + " in " + decoderLayers);
        }
        if (inputFeeding && order == DecoderOrder.ATTEND_FIRST) {
            problems.add(
                    "inputFeeding belongs to the order step-first; with attend-first the context is an input already");
        }
        if (attention.isEmpty() && bridge == Bridge.ZERO && order == DecoderOrder.STEP_FIRST) {
            problems.add(
                    "without attention, with the bridge zero and the order step-first, the decoder knows nothing of the source; use"
                            + " another bridge or order");
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

    /** The network of Bahdanau et al. 2015 with its sizes (appendix A.2.3): no dropout, and no embeddings are tied. */
    public static final RecurrentConfig BAHDANAU = new RecurrentConfig(
            CellType.GRU,
            620,
            1000,
            1000,
            1,
            1,
            true,
            false,
            0,
            Bridge.LAST,
            DecoderOrder.ATTEND_FIRST,
            false,
            Optional.of(
                    new AttentionConfig(new ScoreConfig.Additive(1000, false), new WindowConfig.Global(), 1, false)),
            Tying.NONE);

    /** Reads the settings; what isn't given is as in {@link #BAHDANAU}. */
    static RecurrentConfig from(Settings settings) {
        return new RecurrentConfig(
                settings.choice("cell", CellType.class).or(BAHDANAU.cell),
                settings.integer("embeddingSize").atLeast(1).or(BAHDANAU.embeddingSize),
                settings.integer("encoderSize").atLeast(1).or(BAHDANAU.encoderSize),
                settings.integer("decoderSize").atLeast(1).or(BAHDANAU.decoderSize),
                settings.integer("encoderLayers").atLeast(1).or(BAHDANAU.encoderLayers),
                settings.integer("decoderLayers").atLeast(1).or(BAHDANAU.decoderLayers),
                settings.flag("bidirectional").or(BAHDANAU.bidirectional),
                settings.flag("layerNorm").or(BAHDANAU.layerNorm),
                settings.decimal("dropout").atLeast(0.0).below(1.0).or(BAHDANAU.dropout),
                settings.choice("bridge", Bridge.class).or(BAHDANAU.bridge),
                settings.choice("order", DecoderOrder.class).or(BAHDANAU.order),
                settings.flag("inputFeeding").or(BAHDANAU.inputFeeding),
                settings.kind("attention", AttentionSettings.KINDS).or(BAHDANAU.attention),
                settings.choice("tying", Tying.class).or(BAHDANAU.tying));
    }

    @Override
    public boolean attends() {
        return attention.isPresent();
    }

    @Override
    public Optional<String> misfit(List<Integer> factorSizes) {
        return Embeddings.misfit(factorSizes, embeddingSize, tying);
    }

    @Override
    public boolean canSampleInputs() {
        return true;
    }

    @Override
    public OptionalInt longestSource() {
        return attention
                .map(AttentionConfig::score)
                .filter(ScoreConfig.Location.class::isInstance)
                .map(score -> OptionalInt.of(((ScoreConfig.Location) score).maximumLength()))
                .orElseGet(OptionalInt::empty);
    }

    /** M, the size of the encoder's outputs. */
    int stateSize() {
        return bidirectional ? 2 * encoderSize : encoderSize;
    }

    RecurrentStack.Shape encoderShape() {
        return new RecurrentStack.Shape(cell, encoderSize, encoderLayers, bidirectional, layerNorm, dropout);
    }

    @Override
    public ObjectNode toJson() {
        var node = SettingsJson.object().put("type", "recurrent");
        node.put("cell", SettingsJson.name(cell)).put("embeddingSize", embeddingSize);
        node.put("encoderSize", encoderSize).put("decoderSize", decoderSize);
        node.put("encoderLayers", encoderLayers).put("decoderLayers", decoderLayers);
        node.put("bidirectional", bidirectional).put("layerNorm", layerNorm).put("dropout", dropout);
        node.put("bridge", SettingsJson.name(bridge)).put("order", SettingsJson.name(order));
        node.put("inputFeeding", inputFeeding);
        node.set("attention", AttentionSettings.toJson(attention));
        return node.put("tying", SettingsJson.name(tying));
    }

    @Override
    public EncoderDecoder build(VocabularySizes sizes, Parameters parameters) {
        return new RecurrentEncoderDecoder(this, sizes, parameters);
    }
}
