/**
 * Training: the loss, optimisers, schedules, checkpoints from which a run goes on as if it had never stopped, and the loop that joins
 * them.
 *
 * <p>Start with {@link org.dragoman.nmt.train.Trainer}. An experiment is one JSON file, {@link
 * org.dragoman.nmt.train.Experiment}; what is random in step n depends on the seed and n alone. The data side of a run is {@code
 * TrainingSet}, which gives windows of examples, and {@code WindowPlan}, which gives the batches of each update; the other side is {@code
 * Learner}, a model with gradients, optimiser and moving average.
 */
package org.dragoman.nmt.train;
