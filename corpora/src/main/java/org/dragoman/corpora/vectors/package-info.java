/**
 * Texts as vectors: bags of words or of n-grams, counted, weighted by TF-IDF, and written for other programs.
 *
 * <p>Start with {@link org.dragoman.corpora.vectors.TermVectorizer}: it learns a {@link org.dragoman.corpora.vectors.Vocabulary} from training
 * texts and makes a vector of any text. {@link org.dragoman.corpora.vectors.Terms} says what is counted, {@link
 * org.dragoman.corpora.vectors.Weighting} how counts become numbers, {@link org.dragoman.corpora.vectors.MatrixFormat} writes the result. With
 * the settings of the same names, numbers equal those of scikit-learn's {@code CountVectorizer} and {@code TfidfVectorizer}.
 */
package org.dragoman.corpora.vectors;
