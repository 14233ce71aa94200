/**
 * Recurrent networks, from their equations: cells, layers in one direction or both, and stacks of layers.
 *
 * <p>Start with {@link org.dragoman.nmt.recurrent.Cell}. A {@link org.dragoman.nmt.recurrent.RecurrentStack} reads batches of sequences of
 * different lengths exactly: padding changes nothing, in either direction. Whole sequences run in one native call where there is one for the
 * cell; steps and runs give the same. Cells and stacks hold parameters and no other state, so one may serve several threads.
 */
package org.dragoman.nmt.recurrent;
