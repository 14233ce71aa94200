package org.dragoman.nmt.pretrained;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.Codec;
import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.search.BeamSearch;
import org.dragoman.nmt.search.Markers;
import org.dragoman.nmt.sentencepiece.SentencePieceModel;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.text.LanguageCode;
import org.dragoman.nmt.text.Piece;
import org.dragoman.nmt.text.SourceBatch;
import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.pipeline.Document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * What a model is, and what it makes of one sentence, so that it can be compared with its reference by eye. Numbers of pieces are the
 * reference's; for a model that was trained here, our own.
 *
 * @param origin where the model comes from
 * @param source language of its sources
 * @param target language of its targets
 * @param languages among which one can be chosen; none if it writes only one
 * @param architecture of the network
 * @param parameters how many numbers it has
 * @param sourceVocabulary entries of the source's vocabulary
 * @param targetVocabulary entries of the target's vocabulary
 * @param habits how its reference searches
 * @param text the sentence
 * @param known whether the model knows any piece of it; if not, what follows says little
 * @param tokens what the network reads of it, with the end marker if it reads that
 * @param likeliest the first tokens that the decoder would write, likeliest first
 * @param translation the best that the search finds
 * @param score of the translation, by which the search ranks
 */
public record ModelReport(
        Origin origin,
        String source,
        String target,
        List<String> languages,
        ObjectNode architecture,
        long parameters,
        int sourceVocabulary,
        int targetVocabulary,
        ObjectNode habits,
        String text,
        boolean known,
        List<Token> tokens,
        List<Candidate> likeliest,
        String translation,
        double score) {

    private static final int CANDIDATES = 5;

    /** A piece of the source with its number. */
    public record Token(int id, String piece) {}

    /** A piece of the target with its number and its natural log-probability at the first position. */
    public record Candidate(int id, String piece, float logProbability) {}

    /**
     * Translates a sentence and describes the model.
     *
     * @param sentence all of its text is the sentence; it has the layers that the model reads
     */
    public static ModelReport of(PretrainedModel model, Document sentence) {
        var network = model.model();
        var codec = network.codec();
        var ids = codec.source(sentence);
        var config = model.habits().search();
        var search = new BeamSearch(network.network(), Markers.of(config.rules()), config);
        try (var scope = Scope.constant()) {
            var source = Source.of(SourceBatch.of(List.<int[][]>of(ids)));
            var best = search.search(source).get(0).get(0);
            return new ModelReport(
                    model.origin(),
                    network.settings().source(),
                    network.settings().target(),
                    model.languages(),
                    network.settings().architecture().toJson(),
                    network.network().parameters().count(),
                    codec.source().size(),
                    codec.target().size(),
                    HabitsJson.of(model.habits()),
                    sentence.text(),
                    isKnown(codec, sentence.text()),
                    tokens(model, attended(model, ids[0])),
                    likeliest(model, source),
                    codec.text(best.idArray()),
                    best.score());
        }
    }

    /** A language code is none of the text's pieces, and a space none that says anything. */
    private static boolean isKnown(Codec codec, String text) {
        var pieces = codec.subwords().split(text);
        return pieces.stream()
                .skip(LanguageCode.leading(pieces))
                .map(Piece::text)
                .filter(piece -> !piece.equals(SentencePieceModel.SPACE_MARK))
                .anyMatch(piece -> codec.source().id(piece) != Vocabulary.UNKNOWN);
    }

    private static int[] attended(PretrainedModel model, int... ids) {
        var ignoresEnd =
                model.model().settings().architecture() instanceof TransformerConfig network && !network.sourceEnd();
        return ignoresEnd ? Arrays.copyOf(ids, ids.length - 1) : ids;
    }

    private static List<Token> tokens(PretrainedModel model, int... ids) {
        var number = numbering(model.source());
        var vocabulary = model.model().codec().source();
        return IntStream.of(ids)
                .mapToObj(id -> new Token(number.applyAsInt(id), vocabulary.piece(id)))
                .toList();
    }

    private static List<Candidate> likeliest(PretrainedModel model, Source source) {
        var number = numbering(model.target());
        var vocabulary = model.model().codec().target();
        var start = model.model().network().encode(source, false).start();
        var top = start.step(Tensor.indices(Vocabulary.START))
                .logits()
                .logSoftmax(-1)
                .topK(CANDIDATES);
        var ids = top.indices().toLongs();
        var values = top.values().toFloats();
        return IntStream.range(0, ids.length)
                .mapToObj(
                        i -> new Candidate(number.applyAsInt((int) ids[i]), vocabulary.piece((int) ids[i]), values[i]))
                .toList();
    }

    /** Turns our numbers into the reference's, where there is one. */
    private static IntUnaryOperator numbering(Optional<ReferenceIds> reference) {
        if (reference.isEmpty()) {
            return id -> id;
        }
        var ids = reference.get().toReference();
        return id -> ids[id];
    }
}
