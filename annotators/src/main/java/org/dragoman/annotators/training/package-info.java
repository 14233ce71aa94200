/**
 * What the trainers of all annotators share: a JSON file says what to train, a record says what came of it.
 *
 * <p>Start with {@link org.dragoman.annotators.training.TrainingFile}. To add a task, implement {@link
 * org.dragoman.annotators.training.Training} and a {@link org.dragoman.annotators.training.TrainingProvider} for it. A training takes all its
 * randomness from a {@link org.dragoman.annotators.training.Seed}, so that it gives the same bytes again, chooses its settings on what {@link
 * org.dragoman.annotators.training.HeldOut} sets apart, and writes a {@link org.dragoman.annotators.training.ModelRecord} beside the model.
 */
package org.dragoman.annotators.training;
