/**
 * A fast tagger of sequences of our own: parts of speech, names, anything that gives each word of a sentence one tag.
 *
 * <p>Start with {@link org.dragoman.annotators.sequences.SequenceTagger}, which tags, and {@link
 * org.dragoman.annotators.sequences.SequenceTraining}, which learns. The model is a linear one over features that look at two words and two
 * tags around ({@link org.dragoman.annotators.sequences.Templates}), learned by a structured perceptron with averaged weights (Collins 2002)
 * and a beam (Huang et al. 2012). What it can't learn from a small treebank comes from classes of words that stand beside like words in plain
 * text.
 */
package org.dragoman.annotators.sequences;
