package org.dragoman.nmt.tensor;

import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Owns the tensors that a thread makes while it is the innermost open scope, and frees them when it is closed.
 *
 * <pre>
 * try (var step = Scope.recording()) {
 *     Tensor loss = model.loss(batch);
 *     loss.backward();
 *     ...
 * } // everything that was made since is freed here
 * </pre>
 *
 * <p>A scope belongs to the thread that opened it. Scopes are closed in the reverse order of opening; closing one that
 * is not the innermost is an {@link IllegalStateException}.
 */
public final class Scope implements AutoCloseable {

    private static final ThreadLocal<Deque<Scope>> OPEN = ThreadLocal.withInitial(ArrayDeque::new);

    private final PtNDManager manager = Torch.newManager();
    private final boolean recording;
    private final boolean recordingBefore;

    private Scope(boolean recording) {
        this.recording = recording;
        this.recordingBefore = JniUtils.isGradMode();
        JniUtils.setGradMode(recording);
        OPEN.get().push(this);
    }

    /** Opens a scope that records operations if the enclosing one does; the outermost doesn't. */
    public static Scope open() {
        var enclosing = OPEN.get().peek();
        return new Scope(enclosing != null && enclosing.recording);
    }

    /** Opens a scope whose operations are recorded, so that {@link Tensor#backward} can follow them. */
    public static Scope recording() {
        return new Scope(true);
    }

    /** Opens a scope whose operations are not recorded, whatever the enclosing one does. */
    public static Scope constant() {
        return new Scope(false);
    }

    /** Returns whether operations of the calling thread are recorded for gradients now. */
    public static boolean isRecording() {
        return JniUtils.isGradMode();
    }

    /**
     * Hands a tensor of this scope to the enclosing one, which then frees it. A tensor that doesn't belong to this scope, such as
     * a parameter or one of an outer scope, stays where it is.
     *
     * @return the same tensor
     * @throws IllegalStateException if this is the outermost scope of the thread
     */
    public Tensor keep(Tensor tensor) {
        var enclosing = OPEN.get().stream()
                .dropWhile(scope -> scope != this)
                .skip(1)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "cannot keep a tensor beyond the outermost scope: open an enclosing scope first"));
        if (tensor.owner() == manager) {
            tensor.moveTo(enclosing.manager);
        }
        return tensor;
    }

    @Override
    public void close() {
        var open = OPEN.get();
        if (open.peek() != this) {
            throw new IllegalStateException("a scope must be closed by the thread that opened it, innermost first");
        }
        open.pop();
        if (open.isEmpty()) {
            OPEN.remove();
        }
        JniUtils.setGradMode(recordingBefore && !open.isEmpty());
        manager.close();
    }

    /** The manager of the calling thread's innermost scope. */
    static PtNDManager current() {
        var scope = OPEN.get().peek();
        if (scope == null) {
            throw new IllegalStateException("no scope is open on this thread: work with tensors inside "
                    + "'try (var scope = Scope.open()) { ... }'");
        }
        return scope.manager;
    }
}
