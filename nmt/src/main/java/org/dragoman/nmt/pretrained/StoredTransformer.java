package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.weights.Recipe;
import org.dragoman.nmt.weights.TensorFile;

import java.util.List;
import java.util.Optional;

/**
 * A Transformer in another's file: under which names it has what {@link TransformerRecipes} needs. A side is {@code encoder} or {@code
 * decoder}, a layer's number counts from 0, and of a part that has several numbers, such as the matrix and the bias of a linear map, one name
 * stands for all.
 */
interface StoredTransformer {

    /**
     * How a layer attends to its own side.
     *
     * @param queryKeyValue linear maps whose results on top of each other are queries, keys and values
     * @param output linear map behind the heads
     * @param norm of the connection around it
     */
    record SelfAttention(List<String> queryKeyValue, String output, String norm) {}

    /**
     * How a layer of the decoder attends to the source.
     *
     * @param query linear map of the decoder's side
     * @param keyValue linear maps whose results on top of each other are keys and values
     * @param output linear map behind the heads
     * @param norm of the connection around it
     */
    record CrossAttention(String query, List<String> keyValue, String output, String norm) {}

    /**
     * A feed-forward layer.
     *
     * @param inner linear map before the activation
     * @param outer linear map behind it
     * @param norm of the connection around it
     */
    record FeedForward(String inner, String outer, String norm) {}

    TensorFile file();

    TransformerConfig network();

    /** Its numbers of the source's pieces. */
    ReferenceIds source();

    /** Its numbers of the target's pieces. */
    ReferenceIds target();

    SelfAttention selfAttention(String side, int layer);

    CrossAttention crossAttention(int layer);

    FeedForward feedForward(String side, int layer);

    /** The norm behind all layers of a side; empty in a form whose norms only come behind the sub-layers. */
    default Optional<String> finalNorm(String side) {
        return Optional.empty();
    }

    /** The linear map's matrix, (out, in). */
    Recipe weight(String linear);

    /** The name of the linear map's bias. */
    String bias(String linear);

    /** The name of a norm's factors. */
    String gain(String norm);

    /** The name of a norm's addends. */
    String shift(String norm);

    /** The source's embeddings, a row for each number; asked for only if the target's are others. */
    Recipe sourceEmbedding();

    /** The target's embeddings. */
    Recipe targetEmbedding();

    /** The matrix that makes logits, a row for each number; asked for only if it isn't the target's embeddings. */
    Recipe output();

    /** The name of what is added to logits; if the file has none of that name, nothing is. */
    String outputBias();
}
