package org.dragoman.nmt.sentencepiece;

import org.dragoman.corpora.AtomicFile;
import org.dragoman.corpora.text.WhiteSpace;
import org.dragoman.nmt.files.ModelFiles;
import org.dragoman.nmt.sentencepiece.ModelFile.Algorithm;
import org.dragoman.nmt.sentencepiece.StoredPiece.Type;
import org.dragoman.nmt.text.Piece;
import org.dragoman.pipeline.Span;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model of SentencePiece (Kudo and Richardson 2018, arXiv 1808.06226), as {@code spm_train} writes it: unigram or BPE, with its
 * normalisation, user-defined pieces and fallback to bytes.
 *
 * <p>Pieces and text are those of the C++ library, version 0.2.1, for every string. A surrogate without partner, which UTF-8 can't have, counts
 * as one malformed byte does there, and so becomes U+FFFD.
 *
 * <p>Immutable and thread safe.
 */
public final class SentencePieceModel {
    /** What stands for a space in a piece: U+2581. */
    public static final String SPACE_MARK = "\u2581";

    /** Models of a hundred languages have a third of this. */
    private static final int MOST_BYTES = 1 << 24;

    private final byte[] bytes;
    private final PieceTable table;
    private final boolean byteFallback;
    private final Normalizer normalizer;
    private final Segmenter segmenter;
    private final PieceDecoder decoder;
    private final Optional<Normalizer> denormalizer;

    private SentencePieceModel(byte[] bytes, ModelFile file) {
        this.bytes = bytes;
        table = new PieceTable(file.pieces(), file.byteFallback());
        byteFallback = file.byteFallback();
        normalizer = new Normalizer(file.normalizer(), file.whitespaceAsSuffix(), table.userDefined());
        segmenter = file.algorithm() == Algorithm.BPE ? new BpeSegmenter(table) : new UnigramSegmenter(table);
        decoder = new PieceDecoder(table, file);
        denormalizer = file.denormalizer().map(rules -> new Normalizer(rules, false, new ByteTrie()));
    }

    /**
     * Reads a file such as {@code source.spm}.
     *
     * @throws IllegalArgumentException if there is none, or it isn't a model of SentencePiece, is damaged or of another type
     * @throws UncheckedIOException if it can't be read
     */
    public static SentencePieceModel read(Path file) {
        return parse(file.toString(), ModelFiles.read(file, SentencePieceModel::bytes));
    }

    /** Reads the content of a file; {@code origin} names it in messages. */
    static SentencePieceModel parse(String origin, byte[] bytes) {
        try {
            return new SentencePieceModel(bytes, ModelReader.read(bytes));
        } catch (DamagedModelException e) {
            throw new IllegalArgumentException(
                    origin + " is no model of SentencePiece that can be used: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        var size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new IllegalArgumentException(file + " is no model of SentencePiece that can be used: it has " + size
                    + " bytes, more than the " + MOST_BYTES + " that a model may have");
        }
        return Files.readAllBytes(file);
    }

    /**
     * Writes the file that was read, byte for byte.
     *
     * @throws UncheckedIOException if it can't be written
     */
    public void write(Path file) {
        AtomicFile.write(file, out -> out.write(bytes));
    }

    /** The vocabulary, by number. */
    public List<StoredPiece> pieces() {
        return table.pieces();
    }

    /** Returns the text as it is before it's cut: normalised, with {@link #SPACE_MARK} for spaces. */
    public String normalize(String text) {
        return normalizer.normalize(text).toString();
    }

    /**
     * Returns the pieces of a text, in its order; mostly none for white space.
     *
     * <p>Their spans don't overlap; without the white space at their ends, they are those of the library: of several pieces that one
     * character became, the last has it, and a character that was removed belongs to the piece before it.
     */
    public List<Piece> encode(String text) {
        var normalized = normalizer.normalize(text);
        var parts = segmenter.segment(normalized);
        var pieces = new ArrayList<Piece>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (!isUnknown(part)) {
                pieces.add(new Piece(table.text(part.id()), span(text, normalized, part.from(), part.to())));
            } else if (byteFallback) {
                addBytes(text, normalized, part, pieces);
            } else {
                int from = part.from();
                while (i + 1 < parts.size() && isUnknown(parts.get(i + 1))) {
                    i++;
                }
                int to = parts.get(i).to();
                pieces.add(new Piece(normalized.substring(from, to), span(text, normalized, from, to)));
            }
        }
        return pieces;
    }

    private boolean isUnknown(Segmenter.Part part) {
        return table.type(part.id()) == Type.UNKNOWN;
    }

    /** Adds a character as its bytes, of which the last has its span. */
    private static void addBytes(String text, Utf8Text normalized, Segmenter.Part part, List<Piece> pieces) {
        int origin = normalized.origin(part.from());
        for (int i = part.from(); i < part.to() - 1; i++) {
            pieces.add(new Piece(ByteNames.of(normalized.bytes()[i]), new Span(origin, origin)));
        }
        var last = ByteNames.of(normalized.bytes()[part.to() - 1]);
        pieces.add(new Piece(last, span(text, normalized, part.from(), part.to())));
    }

    /** The characters that some normalised bytes come from, without white space at the ends; where there are no others, the end. */
    private static Span span(String text, Utf8Text normalized, int from, int to) {
        int start = normalized.origin(from);
        int end = normalized.origin(to);
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    /** White_Space of Unicode, to which the separators from U+001C to U+001F don't belong. */
    private static boolean isSpace(char c) {
        return WhiteSpace.contains(c) && (c < 0x1C || c > 0x1F);
    }

    /**
     * Returns the text of pieces, whatever they are: control pieces have none, bytes become characters where they can, the unknown piece
     * becomes what the model says, mostly U+2047, and what is no piece at all stays as it is.
     */
    public String decode(List<String> pieces) {
        var text = decoder.decode(pieces);
        return denormalizer.map(rules -> rules.normalize(text).toString()).orElse(text);
    }
}
