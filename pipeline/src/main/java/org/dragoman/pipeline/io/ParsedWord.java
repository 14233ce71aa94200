package org.dragoman.pipeline.io;

import org.dragoman.pipeline.PosTag;

import java.util.Optional;

/** A word line of a CoNLL-U file. */
record ParsedWord(String form, String lemma, PosTag tag, ConlluFields fields, Optional<String> stem) {}
