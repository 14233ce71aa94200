package org.dragoman.nmt.sentencepiece;

import java.util.List;
import java.util.Optional;

/**
 * What a model's file says, as far as it matters for encoding and decoding.
 *
 * @param algorithm how text is cut
 * @param pieces by number
 * @param whitespaceAsSuffix whether the mark of a space ends a piece instead of beginning one
 * @param byteFallback whether a character that no piece has becomes its bytes
 * @param unknownText what the unknown piece is decoded to
 * @param normalizer what is done to text before it's cut
 * @param denormalizer what is done to text that was decoded
 */
record ModelFile(
        Algorithm algorithm,
        List<StoredPiece> pieces,
        boolean whitespaceAsSuffix,
        boolean byteFallback,
        String unknownText,
        Normalization normalizer,
        Optional<Normalization> denormalizer) {

    /** How text is cut into pieces. */
    enum Algorithm {
        UNIGRAM,
        BPE
    }

    /**
     * How text is normalised.
     *
     * @param characterMap rules for characters, as {@link CharacterMap} reads them; empty where there is none
     * @param addsDummyPrefix whether a space is added before the text, or after it with {@link #whitespaceAsSuffix}
     * @param removesExtraWhitespace whether spaces at the ends and repeated ones are removed
     * @param escapesWhitespace whether spaces are written as U+2581
     */
    record Normalization(
            byte[] characterMap, boolean addsDummyPrefix, boolean removesExtraWhitespace, boolean escapesWhitespace) {}
}
