package org.dragoman.annotators.pos;

import opennlp.tools.ml.model.SequenceClassificationModel;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;
import opennlp.tools.util.SequenceValidator;
import org.dragoman.annotators.opennlp.Pool;
import org.dragoman.pipeline.PosTag;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Tags the tokens of a sentence with a model of OpenNLP, by beam search as OpenNLP's own {@code POSTaggerME}, and gives each word of a token
 * its part of the tag. The models have universal tags only.
 *
 * <p>The time of that search grows with the square of a sentence's length, so a sentence of more than {@value #WINDOW} tokens is
 * tagged in windows of that many, each with {@value #CONTEXT} tokens around it; the features of the model look two tokens far.
 *
 * <p>Safe for use by many threads; none waits for another.
 */
public final class OpenNlpPosTagger implements PosTagger {
    static final int WINDOW = 256;
    static final int CONTEXT = 16;

    private final Pool<Decoder> decoders;
    private final WordTags wordTags;

    /** Only one thread at a time may use it, since features and scores are kept in fields. */
    private record Decoder(
            SequenceClassificationModel model, POSContextGenerator contexts, SequenceValidator<String> validator) {
        static Decoder of(POSModel model) {
            var factory = model.getFactory();
            return new Decoder(
                    model.getPosSequenceModel(), factory.getPOSContextGenerator(), factory.getSequenceValidator());
        }

        List<String> tag(List<String> tokens) {
            return model.bestSequence(tokens.toArray(String[]::new), null, contexts, validator)
                    .getOutcomes();
        }
    }

    /**
     * A tagger with a model.
     *
     * @param wordTags splits the tag of a token of several words
     */
    OpenNlpPosTagger(POSModel model, WordTags wordTags) {
        this.decoders = new Pool<>(() -> Decoder.of(model));
        this.wordTags = wordTags;
    }

    @Override
    public List<PosTag> tag(List<String> tokens, List<List<String>> words) {
        var ofTokens = tag(tokens);
        var tags = new ArrayList<PosTag>();
        for (var i = 0; i < words.size(); i++) {
            wordTags.of(words.get(i), ofTokens.get(i)).forEach(tag -> tags.add(PosTag.of(tag)));
        }
        return tags;
    }

    /**
     * Returns the model's tag of each token: universal tags, joined by {@code +} where the model takes a token for several words,
     * such as {@code AUX+PART} for <em>don't</em>.
     *
     * @param tokens the tokens of one sentence
     */
    public List<String> tag(List<String> tokens) {
        return decoders.with(decoder -> inWindows(tokens, decoder::tag));
    }

    /** Tags window by window; {@code tagger} sees a window and its context. */
    static List<String> inWindows(List<String> tokens, UnaryOperator<List<String>> tagger) {
        var tags = new ArrayList<String>();
        for (var start = 0; start < tokens.size(); start += WINDOW) {
            var end = Math.min(tokens.size(), start + WINDOW);
            var from = Math.max(0, start - CONTEXT);
            var to = Math.min(tokens.size(), end + CONTEXT);
            tags.addAll(tagger.apply(tokens.subList(from, to)).subList(start - from, end - from));
        }
        return List.copyOf(tags);
    }
}
