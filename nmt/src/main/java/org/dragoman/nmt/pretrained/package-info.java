/**
 * Models that were trained elsewhere, in the forms in which they are found: directories of Hugging Face's Marian models, releases
 * of OPUS-MT as Marian wrote them, and Transformers that were converted for CTranslate2; and our own folders beside them, so that whoever
 * wants to translate needs not know which form a model has.
 *
 * <p>Start with {@link org.dragoman.nmt.pretrained.PretrainedModels}. For each form there is one class, which reads its files into our own
 * network, vocabulary and subwords, refuses by name what these don't have, and says how its reference searches; nothing else in the project
 * knows of it. Our vocabularies have fixed special numbers, so the rows of embeddings change their places: {@link
 * org.dragoman.nmt.pretrained.ReferenceIds} knows both numberings.
 */
package org.dragoman.nmt.pretrained;
