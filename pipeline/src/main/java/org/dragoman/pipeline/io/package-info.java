/**
 * Documents in and out: {@link org.dragoman.pipeline.io.DocumentJson} keeps everything, in JSON or JSON lines;
 * {@link org.dragoman.pipeline.io.ConlluReader} and {@link org.dragoman.pipeline.io.ConlluWriter} speak the CoNLL-U format of the
 * Universal Dependencies treebanks.
 */
package org.dragoman.pipeline.io;
