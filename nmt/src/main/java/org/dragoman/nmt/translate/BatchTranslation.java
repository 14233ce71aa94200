package org.dragoman.nmt.translate;

import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.search.BeamSearch;
import org.dragoman.nmt.search.Hypothesis;
import org.dragoman.nmt.search.Markers;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.text.SourceBatch;
import org.dragoman.nmt.text.Vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Translates many segments, similar lengths together. Thread safe. */
final class BatchTranslation {

    private final TranslationModel model;
    private final BeamSearch search;
    private final int batchPieces;

    BatchTranslation(TranslationModel model, TranslatorConfig config) {
        this.model = model;
        this.search = new BeamSearch(model.network(), Markers.of(config.search().rules()), config.effectiveSearch());
        this.batchPieces = config.batchPieces();
    }

    /**
     * A segment as the model reads it.
     *
     * @param ids the numbers of its pieces and of further factors
     */
    record Input(Segment segment, int[][] ids) {
        private int length() {
            return ids[0].length;
        }
    }

    /** Returns the translation of each segment, in the order given. */
    List<Translated> translate(List<Input> inputs) {
        var results = new Translated[inputs.size()];
        var byLength = IntStream.range(0, inputs.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> -inputs.get(i).length()))
                .toList();
        for (var batch : batches(inputs, byLength)) {
            var hypotheses = search(batch.stream().map(inputs::get).toList());
            for (var row = 0; row < batch.size(); row++) {
                results[batch.get(row)] = translated(inputs.get(batch.get(row)).segment, hypotheses.get(row));
            }
        }
        return Arrays.asList(results);
    }

    /** Cuts the numbers of segments, longest first, into batches. */
    private List<List<Integer>> batches(List<Input> inputs, List<Integer> byLength) {
        var batches = new ArrayList<List<Integer>>();
        var from = 0;
        while (from < byLength.size()) {
            var width = inputs.get(byLength.get(from)).length();
            var to = Math.min(byLength.size(), from + Math.max(1, batchPieces / width));
            batches.add(byLength.subList(from, to));
            from = to;
        }
        return batches;
    }

    private List<Hypothesis> search(List<Input> inputs) {
        var sources = inputs.stream().map(Input::ids).toList();
        try (var scope = Scope.constant()) {
            return search.search(Source.of(SourceBatch.of(sources))).stream()
                    .map(nBest -> nBest.get(0))
                    .toList();
        }
    }

    private Translated translated(Segment segment, Hypothesis hypothesis) {
        var pieces = hypothesis.ids().stream()
                .filter(id -> !Vocabulary.isSpecial(id))
                .map(model.codec().target()::piece)
                .toList();
        var subwords = model.codec().subwords();
        var text = subwords.join(pieces);
        if (!segment.isClosed() || !text.endsWith(Segment.STOP)) {
            return new Translated(text, pieces, hypothesis);
        }
        var open = pieces.subList(0, pieces.size() - 1);
        return subwords.join(open).equals(text.substring(0, text.length() - Segment.STOP.length()))
                ? new Translated(subwords.join(open), open, hypothesis)
                : new Translated(text, pieces, hypothesis);
    }
}
