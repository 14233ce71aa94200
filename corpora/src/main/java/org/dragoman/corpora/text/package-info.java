/**
 * What the readers, filters and scores of a text must see alike: white space, numbers, what makes two texts equal, the hash of a content.
 *
 * <p>Start with {@link org.dragoman.corpora.text.WhiteSpace}.
 */
package org.dragoman.corpora.text;
