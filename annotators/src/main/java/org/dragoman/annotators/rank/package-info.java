/** Which nodes of a graph matter most: what key words and summaries share. Start with {@link org.dragoman.annotators.rank.WeightedGraph}. */
package org.dragoman.annotators.rank;
