/**
 * Named entities: people, places, organisations.
 *
 * <p>Start with {@link org.dragoman.annotators.entities.EntityFinder}, which knows sentences, and {@link
 * org.dragoman.annotators.entities.EntityAnnotator}, which knows documents. {@link org.dragoman.annotators.entities.EntityTraining} makes
 * models from tagged sentences.
 */
package org.dragoman.annotators.entities;
