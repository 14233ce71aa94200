/**
 * Training: the loss, the optimiser, schedules, checkpoints from which a run goes on as if it had never stopped, and
 * the loop that joins them.
 *
 * <p>Start with {@link org.dragoman.nmt.train.Trainer}. An experiment is one JSON file, {@link
 * org.dragoman.nmt.train.Experiment}; what is random in step n depends on the seed and n alone.
 */
package org.dragoman.nmt.train;
