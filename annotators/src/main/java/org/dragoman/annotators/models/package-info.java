/**
 * Files of trained models: how they are packed and checked, and where the class path has those that come along.
 *
 * <p>Start with {@link org.dragoman.annotators.models.BinaryFormat} to store a model, and with {@link
 * org.dragoman.annotators.models.ModelResource} to load one that is in a jar.
 */
package org.dragoman.annotators.models;
