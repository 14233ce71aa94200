/**
 * Files of weights, whatever program wrote them, as named tensors.
 *
 * <p>Each format has a reader of its own, which opens a {@link org.dragoman.nmt.weights.TensorFile}: its list of tensors is read and checked, their
 * values only when they are asked for, some thousands at a time. A {@link org.dragoman.nmt.weights.Recipe} says of which stored tensors a
 * parameter of ours is made. No reader executes code that a file holds, and none takes more memory than the file has.
 */
package org.dragoman.nmt.weights;
