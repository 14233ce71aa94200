package org.dragoman.nmt.translate;

import org.dragoman.corpora.SentencePair;
import org.dragoman.eval.alignment.LayeredAlignment;
import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.model.Task;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.search.ForcedAttention;
import org.dragoman.nmt.search.HeadWeights;
import org.dragoman.nmt.search.Markers;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Torch;
import org.dragoman.nmt.text.Piece;
import org.dragoman.nmt.text.SourceBatch;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.Span;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ties given translations to their sources by the attention of a translation model: each head of each layer, while the model is made to
 * write the translation.
 *
 * <p>The attention between pieces becomes that between words or tokens as {@link TokenAttention} says: the sum over the pieces of a
 * source word, the mean over those of a target word. The end of the source, on which heads like to rest, is no word: what it draws is
 * missing from a word's row, which then sums to less than 1, and how much is missing tells how little the word is tied to anything.
 * Pieces show everything the model reads, the end as {@value #END} and a full stop that it's given for a fragment among it; their rows
 * sum to 1. The step that writes the end of the target isn't shown.
 *
 * <p>What a model with source factors reads beside the pieces is annotated by what is on the class path.
 *
 * <p>A pair of any length is followed at once; a {@link Translator} cuts long sentences, so that its attention differs from that here.
 * Thread safe; the model stays open.
 */
public final class Aligner {

    /** The end of the source among its pieces. */
    public static final String END = "</s>";

    private static final int BATCH = 32; // pairs

    private final TranslationModel model;
    private final AlignmentUnit unit;
    private final ForcedAttention attention;
    private final Pipeline sourceSteps; // annotators, which hold nothing that must be closed

    /**
     * @param model for translation
     * @param unit what the alignments tie
     */
    public Aligner(TranslationModel model, AlignmentUnit unit) {
        if (model.settings().architecture().task() != Task.TRANSLATION) {
            throw new IllegalArgumentException("alignments need a model for translation, got a "
                    + model.settings().architecture().task());
        }
        this.model = model;
        this.unit = unit;
        attention = new ForcedAttention(model.network(), Markers.DEFAULT);
        sourceSteps = SourceSteps.pipeline(model.settings());
    }

    /** Aligns one pair; see {@link #alignAll}. */
    public LayeredAlignment align(SentencePair pair) {
        return alignAll(List.of(pair)).get(0);
    }

    /**
     * Aligns pairs, which is faster for many at once.
     *
     * @return for each pair, in order, how each head ties its words; without words where a side has none
     */
    public List<LayeredAlignment> alignAll(List<SentencePair> pairs) {
        var alignments = new ArrayList<LayeredAlignment>();
        for (var from = 0; from < pairs.size(); from += BATCH) {
            var batch = pairs.subList(from, Math.min(pairs.size(), from + BATCH)).stream()
                    .map(this::split)
                    .toList();
            var weights = Torch.singleThreaded(() -> follow(batch));
            for (var i = 0; i < batch.size(); i++) {
                alignments.add(alignment(batch.get(i), weights.get(i)));
            }
        }
        return alignments;
    }

    /** A pair with its pieces, and the source as the model reads it. */
    private record Pieces(SentencePair pair, List<Piece> source, List<Piece> target, int[][] sourceIds) {}

    private Pieces split(SentencePair pair) {
        var source = sourcePieces(pair.source());
        var document = model.codec().factored(sourceSteps.process(SourceSteps.sentence(pair.source())));
        return new Pieces(
                pair,
                source,
                model.codec().subwords().splitTarget(pair.target()),
                model.codec().source(document, source));
    }

    /** The pieces that a translator would give to the model. */
    private List<Piece> sourcePieces(String text) {
        var pieces = model.codec().subwords().split(text);
        var whole = new Segment(pieces, false);
        return model.settings().closesFragments() && whole.isFragment(text)
                ? whole.closed(model.codec().subwords(), text).pieces()
                : pieces;
    }

    private List<HeadWeights> follow(List<Pieces> batch) {
        var sources = batch.stream().map(Pieces::sourceIds).toList();
        var targets = batch.stream().map(pair -> ids(pair.target)).toList();
        try (var scope = Scope.constant()) {
            return attention.follow(Source.of(SourceBatch.of(sources)), targets);
        }
    }

    private int[] ids(List<Piece> target) {
        return target.stream()
                .mapToInt(piece -> model.codec().target().id(piece.text()))
                .toArray();
    }

    private LayeredAlignment alignment(Pieces pieces, HeadWeights weights) {
        return unit == AlignmentUnit.PIECES ? ofPieces(pieces, weights) : ofTokens(pieces, weights);
    }

    private static LayeredAlignment ofPieces(Pieces pieces, HeadWeights weights) {
        var source = Stream.concat(pieces.source.stream().map(Piece::text), Stream.of(END))
                .toList();
        var target = pieces.target.stream().map(Piece::text).toList();
        return new LayeredAlignment(weights.layers().stream()
                .map(heads -> heads.stream()
                        .map(head -> new SoftAlignment(source, target, doubles(head)))
                        .toList())
                .toList());
    }

    private static double[][] doubles(float[][] rows) {
        return Arrays.stream(rows)
                .map(row -> {
                    var values = new double[row.length];
                    Arrays.setAll(values, i -> row[i]);
                    return values;
                })
                .toArray(double[][]::new);
    }

    private LayeredAlignment ofTokens(Pieces pieces, HeadWeights weights) {
        var sourceSpans = unit.of(pieces.pair.source(), model.settings().source());
        var targetSpans = unit.of(pieces.pair.target(), model.settings().target());
        var source = texts(sourceSpans, pieces.pair.source());
        var target = texts(targetSpans, pieces.pair.target());
        var tokens = new TokenAttention(sourceSpans, targetSpans);
        var sourcePieces = spans(pieces.source);
        var targetPieces = spans(pieces.target);
        return new LayeredAlignment(weights.layers().stream()
                .map(heads -> heads.stream()
                        .map(head -> tokens.weights(sourcePieces, targetPieces, head))
                        .map(rows -> new SoftAlignment(source, target, rows))
                        .toList())
                .toList());
    }

    private static List<String> texts(List<Span> spans, String text) {
        return spans.stream().map(span -> span.textIn(text)).toList();
    }

    private static List<Span> spans(List<Piece> pieces) {
        return pieces.stream().map(Piece::span).toList();
    }
}
