/**
 * Evaluations as one self-contained HTML page that can be read, printed, mailed and attached to a paper.
 *
 * <p>{@link org.dragoman.eval.report.Page} is the page; {@link org.dragoman.eval.report.RunRecord} says what was evaluated, with which
 * software and where.
 */
package org.dragoman.eval.report;
