package org.dragoman.pipeline.io;

import java.util.List;

/**
 * A token of a CoNLL-U file.
 *
 * @param line the line of the token, a range's or a word's
 * @param form the form as the column has it
 * @param text the token's text, which is the form unless the last column says otherwise
 * @param misc the last column
 * @param fields columns of a range, {@link ConlluToken#NONE} for a single word
 * @param words at least one
 */
record ParsedToken(ConlluLine line, String form, String text, Misc misc, ConlluToken fields, List<ParsedWord> words) {}
