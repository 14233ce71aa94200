package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.model.ModelSettings;
import org.dragoman.nmt.model.StoredSubwords;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.pretrained.PretrainedModel.Habits;
import org.dragoman.nmt.search.Alignments;
import org.dragoman.nmt.search.LengthLimit;
import org.dragoman.nmt.search.LengthPenalty;
import org.dragoman.nmt.search.SearchConfig;
import org.dragoman.nmt.search.SearchRules;
import org.dragoman.nmt.search.StopRule;
import org.dragoman.nmt.sentencepiece.SentencePieceSubwords;
import org.dragoman.nmt.text.BlankSubwords;
import org.dragoman.nmt.text.Subwords;
import org.dragoman.nmt.weights.CTranslate2File;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder of a Transformer as CTranslate2's converters write it: {@code model.bin}, from version 6 on {@code config.json}, the vocabularies ({@code
 * shared_vocabulary}, or {@code source_vocabulary} and {@code target_vocabulary}, as {@code .json} or {@code .txt}), and, put there by whoever made
 * it, {@code source.spm} and {@code target.spm}. Without those, a sentence is its pieces with blanks between them.
 *
 * <p>The reference is CTranslate2 4.8 computing in single precision, with its own defaults: a beam of 2, length penalty 1, 1 to 256 tokens.
 */
final class CTranslate2Folder implements PretrainedFormat {

    static final String REFERENCE = "CTranslate2 4.8";
    private static final String WEIGHTS = "model.bin";
    private static final int LONGEST = 1024; // pieces, where the reference cuts a source off

    private static final SearchConfig SEARCH = new SearchConfig(
            2,
            1,
            0,
            256,
            256,
            new LengthPenalty.Average(1),
            new SearchRules(StopRule.ENOUGH_ENDED, LengthLimit.COUNTED, false, true, 1),
            new Alignments.None());

    @Override
    public String description() {
        return "a folder of CTranslate2, which has model.bin";
    }

    @Override
    public boolean recognises(Path folder) {
        return Files.isRegularFile(folder.resolve(WEIGHTS));
    }

    @Override
    public Origin origin(Path folder) {
        return ModelCard.read(folder).origin(description(), REFERENCE);
    }

    @Override
    public PretrainedModel load(Path folder) {
        try (var file = CTranslate2File.open(folder.resolve(WEIGHTS))) {
            var variables = new CTranslate2Variables(file);
            var config = CTranslate2Config.read(folder, variables);
            var network = new CTranslate2Network(file, variables, config);
            var architecture = network.config();
            var startsFromZero = variables.number("decoder", "start_from_zero_embedding", 0) != 0;
            var vocabularies = CTranslate2Vocabularies.read(folder, file, config, startsFromZero);
            var weights = new CTranslate2Weights(file, architecture, vocabularies.source(), vocabularies.target());
            var hasPieces = Files.isRegularFile(folder.resolve(SentencePieceSubwords.SOURCE_FILE));
            var card = ModelCard.read(folder);
            var settings = new ModelSettings(
                    card.source().orElse(ModelCard.UNKNOWN_LANGUAGE),
                    card.target().orElse(ModelCard.UNKNOWN_LANGUAGE),
                    hasPieces ? new StoredSubwords.SentencePiece() : new StoredSubwords.Blanks(),
                    vocabularies.isShared(),
                    false,
                    architecture);
            var codec = vocabularies.codec(subwords(folder, hasPieces));
            var longest = Math.min(LONGEST, network.storedPositions().orElse(LONGEST)) - 1;
            return new PretrainedModel(
                    TranslationModel.of(settings, codec, file, weights.recipes(), weights.spare(variables)),
                    new Habits(SEARCH, longest, false),
                    origin(folder),
                    Optional.of(vocabularies.source()),
                    Optional.of(vocabularies.target()));
        }
    }

    private static Subwords subwords(Path folder, boolean hasPieces) {
        return hasPieces ? SentencePieceSubwords.load(folder) : new BlankSubwords();
    }
}
