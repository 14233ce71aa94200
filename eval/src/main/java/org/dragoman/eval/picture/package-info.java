/**
 * Pictures of alignments, confusions and curves, as SVG and PNG.
 *
 * <p>Start with {@link org.dragoman.eval.picture.Picture}. {@link org.dragoman.eval.picture.HeatMap} and
 * {@link org.dragoman.eval.picture.LinkDiagram} write their SVG themselves and need no fonts of the machine for it;
 * {@link org.dragoman.eval.picture.LineChart} and {@link org.dragoman.eval.picture.BarChart} are laid out by XChart. An SVG carries its
 * colours for light screens, dark screens and paper, and refers to nothing outside itself. A PNG is painted from the SVG, whose letters
 * were made outlines before, so that every script is shaped as it should be.
 *
 * <p>The same input gives the same bytes; those of charts and PNGs depend on the machine's fonts too.
 */
package org.dragoman.eval.picture;
