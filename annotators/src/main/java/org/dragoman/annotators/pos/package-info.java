/**
 * Parts of speech.
 *
 * <p>Start with {@link org.dragoman.annotators.pos.PosTagger}, which knows sentences, and {@link
 * org.dragoman.annotators.pos.PosAnnotator}, which knows documents. English has a model of our own, German and French have OpenNLP's.
 * {@link org.dragoman.annotators.pos.PosTraining} makes further models from treebanks.
 */
package org.dragoman.annotators.pos;
