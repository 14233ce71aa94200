/**
 * Models of SentencePiece, such as those of OPUS-MT, in Java alone: the same pieces and the same text as the C++ library, version 0.2.
 *
 * <p>Start with {@link org.dragoman.nmt.sentencepiece.SentencePieceModel}. The way of a sentence: {@code Utf8Text} turns it into bytes, since
 * the library works on UTF-8; {@code Normalizer} replaces characters by the rules of the model's {@code CharacterMap} and writes white
 * space as U+2581; a {@code Segmenter} cuts the result, by probability ({@code UnigramSegmenter}) or by merges ({@code BpeSegmenter}); and the
 * model gives each piece its characters in the sentence. {@code ModelReader} reads the file.
 */
package org.dragoman.nmt.sentencepiece;
