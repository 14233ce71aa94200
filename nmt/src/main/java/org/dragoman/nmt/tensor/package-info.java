/**
 * Tensors, gradients and random numbers: the only package that knows DJL and PyTorch.
 *
 * <p>Start with {@link org.dragoman.nmt.tensor.Tensor} and {@link org.dragoman.nmt.tensor.Scope}. Native memory is
 * freed by closing and never by the garbage collector, so every tensor belongs to a scope: the innermost one that is
 * open on the thread that made it. Whether operations are recorded for gradients is a property of the scope as well,
 * because the native setting is one a thread and starts switched on.
 *
 * <p>What the layers above never see, because it is closed here: a Java number as operand of a recorded operation
 * (it reads freed memory in the backward pass), arrays over Java memory, results that attach to the model instead of the
 * step, gradient mode left on in worker threads, OpenMP threads that spin on a busy machine, and a clipping of
 * gradients that clips one side only.
 */
package org.dragoman.nmt.tensor;
