package org.dragoman.nmt.sentencepiece;

import org.dragoman.nmt.sentencepiece.ModelFile.Algorithm;
import org.dragoman.nmt.sentencepiece.ModelFile.Normalization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a {@code ModelProto}, field by field as SentencePiece's {@code sentencepiece_model.proto} defines it, with its defaults. */
final class ModelReader {
    /** A space, U+2047 (double question mark), a space. */
    private static final String UNKNOWN_TEXT = " \u2047 ";

    private static final byte[] NO_MAP = {};

    private final List<StoredPiece> pieces = new ArrayList<>();
    private Algorithm algorithm = Algorithm.UNIGRAM;
    private boolean whitespaceAsSuffix;
    private boolean byteFallback;
    private String unknownText = UNKNOWN_TEXT;
    private Normalization normalizer = new Normalization(NO_MAP, true, true, true);
    private Normalization denormalizer = normalizer;

    private ModelReader() {}

    /** @throws DamagedModelException if it isn't a model, or one that can't be used */
    static ModelFile read(byte[] bytes) {
        var reader = new ModelReader();
        reader.readModel(new ProtobufMessage(bytes));
        return new ModelFile(
                reader.algorithm,
                List.copyOf(reader.pieces),
                reader.whitespaceAsSuffix,
                reader.byteFallback,
                reader.unknownText,
                reader.normalizer,
                Optional.of(reader.denormalizer).filter(rules -> rules.characterMap().length > 0));
    }

    private void readModel(ProtobufMessage message) {
        while (message.next()) {
            switch (message.field()) {
                case 1 -> pieces.add(piece(message.message()));
                case 2 -> readTrainer(message.message());
                case 3 -> normalizer = normalization(message.message(), normalizer);
                case 5 -> denormalizer = normalization(message.message(), denormalizer);
                default -> message.skip();
            }
        }
    }

    private static StoredPiece piece(ProtobufMessage message) {
        var text = "";
        var score = 0f;
        var type = StoredPiece.Type.NORMAL;
        while (message.next()) {
            switch (message.field()) {
                case 1 -> text = message.text();
                case 2 -> score = message.decimal();
                case 3 -> type = type(message.integer());
                default -> message.skip();
            }
        }
        return new StoredPiece(text, score, type);
    }

    private static StoredPiece.Type type(long number) {
        return switch ((int) number) {
            case 1 -> StoredPiece.Type.NORMAL;
            case 2 -> StoredPiece.Type.UNKNOWN;
            case 3 -> StoredPiece.Type.CONTROL;
            case 4 -> StoredPiece.Type.USER_DEFINED;
            case 5 -> StoredPiece.Type.UNUSED;
            case 6 -> StoredPiece.Type.BYTE;
            default -> throw new DamagedModelException("a piece has the type " + number + ", expected 1 to 6");
        };
    }

    private void readTrainer(ProtobufMessage message) {
        while (message.next()) {
            switch (message.field()) {
                case 3 -> algorithm = algorithm(message.integer());
                case 24 -> whitespaceAsSuffix = message.flag();
                case 35 -> byteFallback = message.flag();
                case 44 -> unknownText = message.text();
                default -> message.skip();
            }
        }
    }

    private static Algorithm algorithm(long number) {
        return switch ((int) number) {
            case 1 -> Algorithm.UNIGRAM;
            case 2 -> Algorithm.BPE;
            case 3 -> throw new DamagedModelException("its type is 'word'; only unigram and BPE models can be read");
            case 4 -> throw new DamagedModelException("its type is 'char'; only unigram and BPE models can be read");
            default -> throw new DamagedModelException("its type is the unknown " + number + ", expected 1 to 4");
        };
    }

    private static Normalization normalization(ProtobufMessage message, Normalization before) {
        var map = before.characterMap();
        var addsDummyPrefix = before.addsDummyPrefix();
        var removesExtraWhitespace = before.removesExtraWhitespace();
        var escapesWhitespace = before.escapesWhitespace();
        while (message.next()) {
            switch (message.field()) {
                case 2 -> map = message.bytes();
                case 3 -> addsDummyPrefix = message.flag();
                case 4 -> removesExtraWhitespace = message.flag();
                case 5 -> escapesWhitespace = message.flag();
                default -> message.skip();
            }
        }
        return new Normalization(map, addsDummyPrefix, removesExtraWhitespace, escapesWhitespace);
    }
}
