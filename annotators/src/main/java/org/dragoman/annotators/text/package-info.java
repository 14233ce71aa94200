/** White space, chunks between it, and the places where a text may be cut: what sentence splitting and tokenization share. */
package org.dragoman.annotators.text;
