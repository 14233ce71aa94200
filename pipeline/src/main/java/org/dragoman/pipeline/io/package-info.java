/**
 * Documents in and out: {@link org.dragoman.pipeline.io.DocumentJson} keeps everything, in JSON or JSON lines;
 * {@link org.dragoman.pipeline.io.ConlluReader} and {@link org.dragoman.pipeline.io.ConlluWriter} speak the CoNLL-U format of the
 * Universal Dependencies treebanks, {@link org.dragoman.pipeline.io.Brat} brat's standoff format for entities; and
 * {@link org.dragoman.pipeline.io.HtmlWriter} makes a page to look at.
 */
package org.dragoman.pipeline.io;
