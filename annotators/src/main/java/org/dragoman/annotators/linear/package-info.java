/**
 * Linear classifiers over hashed features: small, quick, trained in seconds, and read from a file without running any code of it.
 *
 * <p>Start with {@link org.dragoman.annotators.linear.LinearModel}; {@link org.dragoman.annotators.linear.Features} says what a case
 * looks like, and {@link org.dragoman.annotators.linear.LinearTrainer} learns the weights.
 */
package org.dragoman.annotators.linear;
