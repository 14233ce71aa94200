package org.dragoman.nmt.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.recurrent.RNN;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An array of numbers in native memory: 32-bit floats, or 64-bit integers where it holds ids.
 *
 * <p>Operations return new tensors, which belong to the innermost {@link Scope} open on the calling thread; only
 * methods whose name ends in {@code InPlace} change their tensor. Operands broadcast as in NumPy; a negative dimension counts from the end. All
 * memory is owned by the native library, so a tensor may be freed while a recorded operation still needs its values.
 *
 * <p>Reading one tensor from several threads is safe; a wrong shape is an exception with the native library's text.
 */
public final class Tensor {

    private final PtNDArray array;

    private Tensor(PtNDArray array) {
        this.array = array;
    }

    private static Tensor result(NDArray array) {
        var tensor = new Tensor((PtNDArray) array);
        tensor.moveTo(Scope.current());
        return tensor;
    }

    /** The scope's or the parameters' manager, which frees this tensor. */
    PtNDManager owner() {
        return array.getManager();
    }

    void moveTo(PtNDManager manager) {
        if (array.getManager() != manager) {
            array.attach(manager);
        }
    }

    // ---------------------------------------------------------------------------------------------- making

    /**
     * A tensor of 32-bit floats.
     *
     * @param values in row-major order, as many as {@code shape} has places
     */
    public static Tensor of(float[] values, long... shape) {
        return copyOf(Scope.current(), values, shape);
    }

    /** A tensor of 64-bit integers; see {@link #of(float[], long...)}. */
    public static Tensor of(long[] values, long... shape) {
        requireSize(values.length, shape);
        return owned(Scope.current().create(values, new Shape(shape)));
    }

    /** A tensor of 64-bit integers with one dimension. */
    public static Tensor indices(int... values) {
        return of(Arrays.stream(values).asLongStream().toArray(), values.length);
    }

    /** A tensor filled with one value. */
    public static Tensor full(double value, long... shape) {
        return result(Scope.current().full(new Shape(shape), (float) value, DataType.FLOAT32));
    }

    /** A tensor of zeros. */
    public static Tensor zeros(long... shape) {
        return result(Scope.current().zeros(new Shape(shape)));
    }

    static Tensor copyOf(PtNDManager manager, float[] values, long... shape) {
        requireSize(values.length, shape);
        return owned(manager.create(values, new Shape(shape)));
    }

    /** A tensor of floats with arbitrary values, for whoever fills all of {@link #memory}. */
    static Tensor uninitialized(PtNDManager manager, long... shape) {
        return new Tensor(manager.create(new Shape(shape), DataType.FLOAT32));
    }

    /** Copies an array over Java memory, which the garbage collector may free, into native memory. */
    private static Tensor owned(NDArray overJavaMemory) {
        try (overJavaMemory) {
            return new Tensor((PtNDArray) overJavaMemory.duplicate());
        }
    }

    private static void requireSize(int length, long... shape) {
        if (length != new Shape(shape).size()) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " needs " + new Shape(shape).size() + " values, got " + length);
        }
    }

    // ---------------------------------------------------------------------------------------------- reading

    /** Returns the size of each dimension, in an array of the caller's own. */
    public long[] shape() {
        return array.getShape().getShape().clone(); // the library hands out the one that it keeps
    }

    /** Returns the size of one dimension; a negative one counts from the end. */
    public long size(int dimension) {
        var shape = array.getShape();
        return shape.get(dimension < 0 ? shape.dimension() + dimension : dimension);
    }

    /** Returns the values of a float tensor in row-major order. */
    public float[] toFloats() {
        return array.toFloatArray();
    }

    /** Copies the values of a float tensor into {@code target}, from its start. */
    public void copyTo(float[] target) {
        memory().get(target, 0, Math.toIntExact(array.size()));
    }

    /**
     * The memory of a float tensor itself, in row-major order, as long as the tensor lives: what is written there changes it.
     *
     * @throws IllegalArgumentException if it has more than 2 GiB
     */
    FloatBuffer memory() {
        if (array.size() > Integer.MAX_VALUE / Float.BYTES) {
            throw new IllegalArgumentException("a tensor of shape " + Arrays.toString(shape()) + " has " + array.size()
                    + " values, its memory can be reached up to " + Integer.MAX_VALUE / Float.BYTES);
        }
        return array.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    /** Returns the values of an integer tensor in row-major order. */
    public long[] toLongs() {
        return array.toLongArray();
    }

    /**
     * Returns the value of a float tensor with one place.
     *
     * @throws IllegalStateException if it has more or none
     */
    public double item() {
        requireSingle("item");
        return array.toFloatArray()[0];
    }

    private void requireSingle(String operation) {
        if (array.size() != 1) {
            throw new IllegalStateException(
                    operation + " needs a tensor with one value, this one has shape " + Arrays.toString(shape()));
        }
    }

    // ---------------------------------------------------------------------------------------------- arithmetic

    public Tensor add(Tensor other) {
        return result(JniUtils.add(array, other.array));
    }

    public Tensor sub(Tensor other) {
        return result(JniUtils.sub(array, other.array));
    }

    public Tensor mul(Tensor other) {
        return result(JniUtils.mul(array, other.array));
    }

    public Tensor div(Tensor other) {
        return result(JniUtils.div(array, other.array));
    }

    /** Multiplies by a number, which is first put into native memory: DJL's own overload for numbers corrupts gradients. */
    public Tensor scale(double factor) {
        return mul(full(factor));
    }

    /** Adds a number; see {@link #scale}. */
    public Tensor shift(double addend) {
        return add(full(addend));
    }

    public Tensor exp() {
        return result(JniUtils.exp(array));
    }

    public Tensor log() {
        return result(JniUtils.log(array));
    }

    public Tensor square() {
        return result(JniUtils.square(array));
    }

    public Tensor tanh() {
        return result(JniUtils.tanh(array));
    }

    public Tensor sigmoid() {
        return result(JniUtils.sigmoid(array));
    }

    public Tensor relu() {
        return result(JniUtils.relu(array));
    }

    public Tensor sqrt() {
        return result(JniUtils.sqrt(array));
    }

    /** {@code log(1 + exp(x))}. */
    public Tensor softplus() {
        return result(JniUtils.softPlus(array));
    }

    /** The Gaussian error linear unit in its exact form, with the error function. */
    public Tensor gelu() {
        return result(JniUtils.gelu(array));
    }

    /** {@code x * sigmoid(x)}, also called swish. */
    public Tensor silu() {
        return mul(sigmoid());
    }

    public void addInPlace(Tensor other) {
        JniUtils.addi(array, other.array);
    }

    public void subInPlace(Tensor other) {
        JniUtils.subi(array, other.array);
    }

    public void mulInPlace(Tensor other) {
        JniUtils.muli(array, other.array);
    }

    /** Overwrites this float tensor's values; used to load parameters. */
    public void setInPlace(float[] values) {
        requireSize(values.length, shape());
        try (var scope = Scope.constant()) {
            setInPlace(of(values, shape()));
        }
    }

    /** Overwrites this float tensor's values with those of another one of the same shape. */
    public void setInPlace(Tensor other) {
        var shape = shape();
        if (!Arrays.equals(shape, other.shape())) {
            throw new IllegalArgumentException("a tensor of shape " + Arrays.toString(shape)
                    + " cannot take the values of one of shape " + Arrays.toString(other.shape()));
        }
        var ones = new long[shape.length];
        Arrays.fill(ones, 1);
        try (var scope = Scope.constant()) {
            JniUtils.indexSet(array, other.array, new long[shape.length], shape, ones);
        }
    }

    // ---------------------------------------------------------------------------------------------- products

    /** The matrix product over the last two dimensions; the others broadcast. */
    public Tensor matMul(Tensor other) {
        return result(JniUtils.matmul(array, other.array));
    }

    /** {@code this * weight^T}: in (..., I), weight (O, I), out (..., O). */
    public Tensor linear(Tensor weight) {
        return result(JniUtils.linear(array, weight.array, null));
    }

    /** {@code this * weight^T + bias}: in (..., I), weight (O, I), bias (O), out (..., O). */
    public Tensor linear(Tensor weight, Tensor bias) {
        return result(JniUtils.linear(array, weight.array, bias.array));
    }

    // ---------------------------------------------------------------------------------------------- rows

    /** Looks up rows: this is a table (R, C), ids any shape of integers, out (ids..., C). */
    public Tensor rows(Tensor ids) {
        return result(JniUtils.embedding(ids.array, array, false));
    }

    /** Selects places of the first dimension: in (R, ...), indices (N), out (N, ...). */
    public Tensor select(Tensor indices) {
        var shape = shape();
        if (shape.length == 2) {
            return rows(indices);
        }
        var picked = reshape(shape[0], -1).rows(indices);
        shape[0] = indices.size(0);
        return picked.reshape(shape);
    }

    /** Picks one place of the last dimension for each row: in (N, V), indices (N), out (N). */
    public Tensor pick(Tensor indices) {
        return result(JniUtils.gather(array, indices.unsqueeze(-1).array, 1)).squeeze(-1);
    }

    // ---------------------------------------------------------------------------------------------- shape

    /** The same values in another shape; one size may be -1. */
    public Tensor reshape(long... shape) {
        return result(JniUtils.reshape(array, shape));
    }

    public Tensor transpose(int first, int second) {
        return result(JniUtils.transpose(array, first, second));
    }

    public Tensor permute(long... dimensions) {
        return result(JniUtils.permute(array, dimensions));
    }

    public Tensor squeeze(int dimension) {
        return result(JniUtils.squeeze(array, dimension));
    }

    public Tensor unsqueeze(int dimension) {
        return result(JniUtils.unsqueeze(array, dimension));
    }

    /** The part of a dimension from {@code from}, inclusive, to {@code to}, exclusive. */
    public Tensor slice(int dimension, long from, long to) {
        return result(JniUtils.slice(array, dimension, from, to, 1));
    }

    /**
     * Cuts a dimension into equal parts.
     *
     * @throws IllegalArgumentException if its size is not a multiple of {@code parts}
     */
    public List<Tensor> chunk(int parts, int dimension) {
        if (parts < 1 || size(dimension) % parts != 0) {
            throw new IllegalArgumentException("dimension " + dimension + " of shape " + Arrays.toString(shape())
                    + " cannot be cut into " + parts + " equal parts");
        }
        var size = size(dimension) / parts;
        return JniUtils.split(array, size, dimension).stream()
                .map(Tensor::result)
                .toList();
    }

    /** Joins tensors along an existing dimension. */
    public static Tensor concat(int dimension, List<Tensor> tensors) {
        return result(JniUtils.cat(arrays(tensors), dimension));
    }

    /** Joins tensors of one shape along a new dimension. */
    public static Tensor stack(int dimension, List<Tensor> tensors) {
        return result(JniUtils.stack(arrays(tensors), dimension));
    }

    private static PtNDArray[] arrays(List<Tensor> tensors) {
        return tensors.stream().map(tensor -> tensor.array).toArray(PtNDArray[]::new);
    }

    // ---------------------------------------------------------------------------------------------- reductions

    public Tensor sum() {
        return result(JniUtils.sum(array));
    }

    public Tensor sum(int dimension) {
        return result(JniUtils.sum(array, new long[] {dimension}, false));
    }

    public Tensor mean(int dimension) {
        return result(JniUtils.mean(array, dimension, false));
    }

    /** The Euclidean norm of all values. */
    public Tensor norm() {
        return result(array.norm());
    }

    /** The softmax over a dimension; a place far below the others gets exactly 0. */
    public Tensor softmax(int dimension) {
        return result(JniUtils.softmax(array, dimension, DataType.FLOAT32));
    }

    public Tensor logSoftmax(int dimension) {
        return result(JniUtils.logSoftmax(array, dimension, DataType.FLOAT32));
    }

    /** The {@code count} greatest values of the last dimension, greatest first, and their places. */
    public TopK topK(int count) {
        NDList pair = JniUtils.topK(array, count, -1, true, true);
        return new TopK(result(pair.get(0)), result(pair.get(1)));
    }

    /**
     * The greatest values of each row.
     *
     * @param values (..., K) floats
     * @param indices (..., K) integers, the places of the values
     */
    public record TopK(Tensor values, Tensor indices) {}

    /** Every value brought within {@code -bound} and {@code bound}. */
    public Tensor clamp(double bound) {
        return result(array.clip(-bound, bound));
    }

    /** 1 where the other's value isn't exceeded, else 0; no gradient flows through it. */
    public Tensor atMost(Tensor other) {
        try (var truth = JniUtils.lte(array, other.array)) {
            return result(truth.toType(DataType.FLOAT32, false));
        }
    }

    /** 1 at the first of the greatest values of each row, along the last dimension, and 0 elsewhere; no gradient flows through it. */
    public Tensor greatest() {
        var place = result(JniUtils.argMax(array, -1, false));
        return result(JniUtils.oneHot(place.array, Math.toIntExact(size(-1)), DataType.FLOAT32));
    }

    // ---------------------------------------------------------------------------------------------- layers

    /** Layer normalisation over the last dimension (Ba et al. 2016): weight and bias (D). */
    public Tensor layerNorm(Tensor weight, Tensor bias, double epsilon) {
        return result(JniUtils.layerNorm(array, weight.array.getShape(), weight.array, bias.array, epsilon));
    }

    /** Sets each value to 0 with this probability and divides the rest by {@code 1 - probability}. */
    public Tensor dropout(double probability) {
        return probability == 0 ? this : result(JniUtils.dropout(array, probability, true));
    }

    /**
     * A gated recurrent unit run along sequences, in the form of cuDNN, with its gates in the order reset, update, new.
     *
     * <pre>
     * this          (B, L, I)
     * start         (B, H), the state before the first position
     * weightInput   (3H, I)   biasInput   (3H)
     * weightHidden  (3H, H)   biasHidden  (3H)
     * out           outputs (B, L, H) and last (B, H)
     * </pre>
     */
    public Run gru(Tensor start, Tensor weightInput, Tensor weightHidden, Tensor biasInput, Tensor biasHidden) {
        var weights = new NDList(weightInput.array, weightHidden.array, biasInput.array, biasHidden.array);
        return run(
                JniUtils.gru(array, start.unsqueeze(0).array, weights, true, 1, 0, Scope.isRecording(), false, true));
    }

    /**
     * Elman's recurrent network with the hyperbolic tangent, run along sequences.
     *
     * <pre>
     * this          (B, L, I)
     * start         (B, H), the state before the first position
     * weightInput   (H, I)
     * weightHidden  (H, H)    bias (H)
     * out           outputs (B, L, H) and last (B, H)
     * </pre>
     */
    public Run elman(Tensor start, Tensor weightInput, Tensor weightHidden, Tensor bias) {
        var weights = new NDList(weightInput.array, weightHidden.array, bias.array, zeros(bias.shape()).array);
        return run(JniUtils.rnn(
                array,
                start.unsqueeze(0).array,
                weights,
                true,
                1,
                RNN.Activation.TANH,
                0,
                Scope.isRecording(),
                false,
                true));
    }

    /**
     * Long short-term memory run along sequences, with its gates in the order input, forget, candidate, output.
     *
     * <pre>
     * this          (B, L, I)
     * start         (B, 2H), output and memory before the first position
     * weightInput   (4H, I)
     * weightHidden  (4H, H)   bias (4H)
     * out           outputs (B, L, H) and last (B, 2H), output and memory
     * </pre>
     */
    public Run lstm(Tensor start, Tensor weightInput, Tensor weightHidden, Tensor bias) {
        var weights = new NDList(weightInput.array, weightHidden.array, bias.array, zeros(bias.shape()).array);
        var parts = start.unsqueeze(0).chunk(2, -1);
        var states = new NDList(parts.get(0).array, parts.get(1).array);
        return run(JniUtils.lstm(array, states, weights, true, 1, 0, Scope.isRecording(), false, true));
    }

    /**
     * What a recurrent operation gives.
     *
     * @param outputs (B, L, H), after each position
     * @param last (B, P), the state after the last position
     */
    public record Run(Tensor outputs, Tensor last) {}

    /** In outputs (B, L, H) and the parts of the last state (1, B, H) each. */
    private static Run run(NDList outputsAndLast) {
        var arrays = outputsAndLast.stream().map(Tensor::result).toList();
        var last = arrays.subList(1, arrays.size()).stream()
                .map(part -> part.squeeze(0))
                .toList();
        return new Run(arrays.get(0), last.size() == 1 ? last.get(0) : concat(-1, last));
    }

    // ---------------------------------------------------------------------------------------------- gradients

    /** The same values, through which no gradient flows. */
    public Tensor detach() {
        return result(JniUtils.detachGradient(array));
    }

    /**
     * Computes the gradients of this single value with respect to all trainable tensors that it was made from.
     *
     * @throws IllegalStateException if this has more than one value
     */
    public void backward() {
        requireSingle("backward");
        JniUtils.backward(array, full(1, shape()).array, false, false);
    }

    /** Makes this tensor one whose gradient {@link #backward} computes. */
    public Tensor trainable() {
        JniUtils.attachGradient(array, true);
        return this;
    }

    /**
     * The sum of the gradients since {@link #clearGradient}; empty if no backward pass ever reached this tensor.
     *
     * <p>It is a view of the gradient's own memory: {@link #clearGradient} and later backward passes change its values.
     */
    public Optional<Tensor> gradient() {
        return Optional.ofNullable(JniUtils.getGradient(array)).map(Tensor::result);
    }

    /** Sets the gradient to zero, if there is one. */
    public void clearGradient() {
        var gradient = JniUtils.getGradient(array);
        if (gradient != null) {
            gradient.close(); // a handle of its own, which would stay with this tensor's owner
            JniUtils.zeroGrad(array);
        }
    }

    /**
     * One update of Adam (Kingma and Ba 2015, algorithm 1) in place.
     *
     * @param gradient of this parameter
     * @param mean first moment, changed in place
     * @param variance second moment, changed in place
     * @param rate step size with both bias corrections: {@code rate * sqrt(1 - beta2^t) / (1 - beta1^t)}
     * @param rescale factor by which the gradient is multiplied first
     * @param epsilon already multiplied by {@code sqrt(1 - beta2^t)}
     */
    public void adamInPlace(
            Tensor gradient,
            Tensor mean,
            Tensor variance,
            double rate,
            double rescale,
            double beta1,
            double beta2,
            double epsilon) {
        JniUtils.adamUpdate(
                array,
                gradient.array,
                mean.array,
                variance.array,
                (float) rate,
                (float) rate,
                0f,
                (float) rescale,
                -1f,
                (float) beta1,
                (float) beta2,
                (float) epsilon,
                false);
    }

    /** Frees the native memory now instead of when its scope closes. */
    public void close() {
        array.close();
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape());
    }
}
