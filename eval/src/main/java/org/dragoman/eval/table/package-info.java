/**
 * Tables of results as people read, publish and compute with them: text, CSV, LaTeX and HTML.
 *
 * <p>Start with {@link org.dragoman.eval.table.Table}; {@link org.dragoman.eval.table.TableFormat} writes it.
 */
package org.dragoman.eval.table;
