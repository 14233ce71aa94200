package org.dragoman.nmt.search;

import org.dragoman.nmt.model.DecoderState;
import org.dragoman.nmt.model.Encoded;
import org.dragoman.nmt.model.EncoderDecoder;
import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;

/** A model that writes down, before each step, how much native memory the search holds. */
final class Watched implements EncoderDecoder {

    private final EncoderDecoder model;
    private final List<Tensor> seen = new ArrayList<>();
    private final List<Integer> arraysOfBatch = new ArrayList<>();
    private boolean recorded;

    Watched(EncoderDecoder model) {
        this.model = model;
    }

    /** Before each step, the arrays in the scope of the batch. */
    List<Integer> arraysOfBatch() {
        return arraysOfBatch;
    }

    /** Tensors of all states so far that nobody has freed. */
    long openStateTensors() {
        return seen.stream().filter(OpenArrays::isOpen).count();
    }

    /** Whether gradients were recorded at any step. */
    boolean wasRecorded() {
        return recorded;
    }

    @Override
    public Encoded encode(Source source, boolean training) {
        var encoded = model.encode(source, training);
        return new Encoded() {
            @Override
            public Tensor teacherForced(Tensor targetInput, boolean training) {
                return encoded.teacherForced(targetInput, training);
            }

            @Override
            public DecoderState start() {
                return new State(encoded.start());
            }
        };
    }

    private final class State implements DecoderState {

        private final DecoderState state;

        State(DecoderState state) {
            this.state = state;
            seen.addAll(state.tensors());
        }

        @Override
        public Step step(Tensor tokens) {
            arraysOfBatch.add(OpenArrays.beside(tensors().get(0)));
            recorded |= Scope.isRecording();
            var step = state.step(tokens);
            return new Step(step.logits(), step.attention(), new State(step.next()));
        }

        @Override
        public DecoderState select(int[] sentences, int[] rows) {
            return new State(state.select(sentences, rows));
        }

        @Override
        public List<Tensor> tensors() {
            return state.tensors();
        }
    }

    @Override
    public Parameters parameters() {
        return model.parameters();
    }

    @Override
    public Tensor outputWeight() {
        return model.outputWeight();
    }
}
