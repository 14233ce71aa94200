package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.model.Codec;
import org.dragoman.nmt.model.ModelSettings;
import org.dragoman.nmt.model.StoredSubwords;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.model.Tying;
import org.dragoman.nmt.pretrained.ModelCard.Languages;
import org.dragoman.nmt.pretrained.PretrainedModel.Habits;
import org.dragoman.nmt.sentencepiece.SentencePieceSubwords;
import org.dragoman.nmt.text.CodedSubwords;
import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.nmt.weights.NpzFile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The unpacked release of an OPUS-MT model: {@code decoder.yml}, which names weights ({@code .npz}) and vocabularies ({@code .yml}), {@code
 * source.spm} and {@code target.spm}.
 *
 * <p>The reference is Marian 1.12 ({@code marian-decoder}), given one sentence at a time.
 */
final class MarianRelease implements PretrainedFormat {

    private static final int LONGEST = 500; // pieces, OPUS-MT's bound in training

    @Override
    public String description() {
        return "a release of OPUS-MT as Marian wrote it";
    }

    @Override
    public String reference() {
        return "Marian 1.12";
    }

    @Override
    public Optional<String> mismatch(Path folder) {
        return Files.isRegularFile(folder.resolve(MarianDecoding.FILE))
                ? Optional.empty()
                : PretrainedFormat.missing(MarianDecoding.FILE);
    }

    @Override
    public ModelSummary summary(Path folder) {
        return ModelCard.read(folder).summary(this, Languages.UNKNOWN);
    }

    @Override
    public PretrainedModel load(Path folder) {
        requirePieces(folder);
        var decoding = MarianDecoding.read(folder);
        try (var file = NpzFile.open(decoding.model())) {
            var network = MarianOptions.network(file);
            var sourcePieces = VocabularyYaml.read(decoding.sourceVocabulary());
            var targetPieces = VocabularyYaml.read(decoding.targetVocabulary());
            var isShared = sourcePieces.equals(targetPieces);
            if (network.tying() == Tying.ALL && !isShared) {
                throw new IllegalArgumentException(file.origin() + ": tied-embeddings-all needs one vocabulary, but "
                        + decoding.sourceVocabulary() + " and " + decoding.targetVocabulary() + " differ");
            }
            var source = ids(sourcePieces, decoding.sourceVocabulary());
            var target = ids(targetPieces, decoding.targetVocabulary());
            var codec = codec(folder, source.vocabulary(sourcePieces), target, targetPieces, isShared);
            var weights = new MarianWeights(file, network, source, target);
            var summary = summary(folder);
            var settings = new ModelSettings(
                    summary.source(), summary.target(), new StoredSubwords.SentencePiece(), isShared, false, network);
            return new PretrainedModel(
                    TranslationModel.of(
                            settings, codec, file, TransformerRecipes.of(weights), Set.of(MarianOptions.TENSOR)),
                    new Habits(decoding.search(), LONGEST, false),
                    summary.origin(),
                    Optional.of(source),
                    Optional.of(target));
        }
    }

    private static void requirePieces(Path folder) {
        if (Files.isRegularFile(folder.resolve("source.bpe"))) {
            throw new IllegalArgumentException(
                    folder + ": source.bpe: releases that split words by BPE are not supported, only"
                            + " those with source.spm");
        }
    }

    private static Codec codec(
            Path folder, Vocabulary source, ReferenceIds target, List<String> targetPieces, boolean isShared) {
        var subwords = CodedSubwords.around(SentencePieceSubwords.load(folder), source);
        return new Codec(subwords, source, isShared ? source : target.vocabulary(targetPieces));
    }

    /** Marian starts its decoder with a vector of zeros, and has no padding. */
    private static ReferenceIds ids(List<String> pieces, Path file) {
        return new ReferenceIds(
                pieces.size(),
                ReferenceIds.NONE,
                ReferenceIds.idOf(pieces, "<unk>", file),
                ReferenceIds.NONE,
                ReferenceIds.idOf(pieces, "</s>", file));
    }
}
