/** Words that say little about what a text is about. Start with {@link org.dragoman.annotators.stopwords.StopWords}. */
package org.dragoman.annotators.stopwords;
