package org.dragoman.nmt.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.nmt.model.DecoderState;
import org.dragoman.nmt.model.Encoded;
import org.dragoman.nmt.model.EncoderDecoder;
import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A model whose probabilities are written by hand: a script says for each source (known by its first id) and each target so
 * far what comes next. It has no weights. It also checks that a search keeps to the contract of {@link DecoderState#select}, and
 * counts the rows of each step.
 */
final class ScriptedModel implements EncoderDecoder {

    /** The probabilities of the next token. */
    @FunctionalInterface
    interface Script {
        /** @param prefix target ids so far, without the start marker */
        double[] next(int source, List<Integer> prefix);
    }

    /** How a model attends to the source. */
    @FunctionalInterface
    interface Gaze {
        /** Returns for each layer and head the weights of the source's positions; see {@link Script#next}. */
        double[][][] at(int source, List<Integer> prefix);
    }

    private final Script script;
    private final Gaze gaze;
    private final List<Integer> rowsOfSteps = new ArrayList<>();

    /** @param attention for each layer and head the weights of the source's positions, the same at every step */
    ScriptedModel(Script script, double[][]... attention) {
        this(script, (source, prefix) -> attention);
    }

    ScriptedModel(Script script, Gaze gaze) {
        this.script = script;
        this.gaze = gaze;
    }

    /** Rows of each step so far. */
    List<Integer> rowsOfSteps() {
        return rowsOfSteps;
    }

    @Override
    public Encoded encode(Source source, boolean training) {
        assertThat(training).isFalse();
        var ids = source.factors().get(0).toLongs();
        var firsts = IntStream.range(0, source.lengths().length)
                .map(row -> (int) ids[row * source.width()])
                .boxed()
                .toList();
        var prefixes = firsts.stream().map(first -> List.<Integer>of()).toList();
        return new Encoded() {
            @Override
            public Tensor teacherForced(Tensor targetInput, boolean training) {
                throw new UnsupportedOperationException("a scripted model has no hidden states");
            }

            @Override
            public DecoderState start() {
                return new State(firsts, prefixes);
            }
        };
    }

    /** Rows of every sentence, in order; each prefix begins with the start marker as soon as a step has been made. */
    private final class State implements DecoderState {

        private final List<Integer> sources;
        private final List<List<Integer>> prefixes;
        private final Tensor kept = Tensor.zeros(1);

        State(List<Integer> sources, List<List<Integer>> prefixes) {
            this.sources = sources;
            this.prefixes = prefixes;
        }

        private int rowsEach() {
            return prefixes.size() / sources.size();
        }

        @Override
        public Step step(Tensor tokens) {
            kept.toFloats(); // fails if the search has freed it too early
            var ids = tokens.toLongs();
            assertThat(ids).hasSize(prefixes.size());
            rowsOfSteps.add(ids.length);
            var longer = new ArrayList<List<Integer>>();
            for (var row = 0; row < ids.length; row++) {
                longer.add(with(prefixes.get(row), (int) ids[row]));
            }
            return new Step(logits(longer), layers(longer), new State(sources, longer));
        }

        private Tensor logits(List<List<Integer>> reached) {
            var rows = IntStream.range(0, reached.size())
                    .mapToObj(row -> script.next(sources.get(row / rowsEach()), afterStart(reached.get(row))));
            var probabilities = rows.toArray(double[][]::new);
            var flat =
                    Arrays.stream(probabilities).flatMapToDouble(Arrays::stream).toArray();
            var logits = new float[flat.length];
            for (var i = 0; i < flat.length; i++) {
                logits[i] = (float) Math.log(flat[i]);
            }
            return Tensor.of(logits, reached.size(), flat.length / reached.size());
        }

        /** For each layer (n, H, k, S). */
        private List<Tensor> layers(List<List<Integer>> reached) {
            var ofRows = IntStream.range(0, reached.size())
                    .mapToObj(row -> gaze.at(sources.get(row / rowsEach()), afterStart(reached.get(row))))
                    .toList();
            return IntStream.range(0, ofRows.get(0).length)
                    .mapToObj(layer ->
                            layer(ofRows.stream().map(row -> row[layer]).toList()))
                    .toList();
        }

        /** In for each row (H, S). */
        private Tensor layer(List<double[][]> rows) {
            var heads = rows.get(0).length;
            var width = rows.get(0)[0].length;
            var values = new float[rows.size() * heads * width];
            for (var i = 0; i < values.length; i++) {
                var rank = i / width % rowsEach();
                var head = i / width / rowsEach() % heads;
                var sentence = i / width / rowsEach() / heads;
                values[i] = (float) rows.get(sentence * rowsEach() + rank)[head][i % width];
            }
            return Tensor.of(values, sources.size(), heads, rowsEach(), width);
        }

        private static List<Integer> afterStart(List<Integer> prefix) {
            assertThat(prefix.get(0)).isEqualTo(Markers.DEFAULT.start());
            return prefix.subList(1, prefix.size());
        }

        @Override
        public DecoderState select(int[] sentences, int[] rows) {
            var before = rowsEach();
            assertThat(sentences).isSorted().doesNotHaveDuplicates().isNotEmpty();
            assertThat(rows.length % sentences.length).isZero();
            var after = rows.length / sentences.length;
            for (var i = 0; i < rows.length; i++) {
                assertThat(rows[i] / before).as("sentence of row %d", i).isEqualTo(sentences[i / after]);
            }
            return new State(
                    Arrays.stream(sentences).mapToObj(sources::get).toList(),
                    Arrays.stream(rows).mapToObj(prefixes::get).toList());
        }

        @Override
        public List<Tensor> tensors() {
            return List.of(kept);
        }
    }

    static List<Integer> with(List<Integer> ids, int id) {
        var longer = new ArrayList<>(ids);
        longer.add(id);
        return List.copyOf(longer);
    }

    @Override
    public Parameters parameters() {
        throw new UnsupportedOperationException("a scripted model has no parameters");
    }

    @Override
    public Tensor outputWeight() {
        throw new UnsupportedOperationException("a scripted model has no weights");
    }
}
