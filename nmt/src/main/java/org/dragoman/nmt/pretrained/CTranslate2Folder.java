package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.model.ModelSettings;
import org.dragoman.nmt.model.StoredSubwords;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.pretrained.ModelCard.Languages;
import org.dragoman.nmt.pretrained.PretrainedModel.Habits;
import org.dragoman.nmt.search.LengthLimit;
import org.dragoman.nmt.search.LengthPenalty;
import org.dragoman.nmt.search.SearchConfig;
import org.dragoman.nmt.search.SearchRules;
import org.dragoman.nmt.search.StopRule;
import org.dragoman.nmt.sentencepiece.SentencePieceModel;
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
 * it, {@code source.spm} and {@code target.spm}, or {@code sentencepiece.model} for both. Without those, a sentence is its pieces with blanks
 * between them. In an unpacked package of Argos Translate all but the pieces lie in the folder {@code model}, beside a {@code metadata.json} with
 * the languages.
 *
 * <p>The reference is CTranslate2 4.8 computing in single precision, with its own defaults: a beam of 2, length penalty 1, 1 to 256 tokens.
 */
final class CTranslate2Folder implements PretrainedFormat {

    private static final String WEIGHTS = "model.bin";
    private static final String PACKAGED = "model";
    private static final String SHARED_PIECES = "sentencepiece.model";
    private static final int LONGEST = 1024; // pieces, where the reference cuts a source off

    private static final SearchConfig SEARCH = SearchConfig.DEFAULT
            .withWidth(2)
            .withLimits(0, 256, 256)
            .withLengthPenalty(new LengthPenalty.Average(1))
            .withRules(new SearchRules(StopRule.ENOUGH_ENDED, LengthLimit.COUNTED, false, true, 1));

    @Override
    public String description() {
        return "a folder of CTranslate2";
    }

    @Override
    public String reference() {
        return "CTranslate2 4.8";
    }

    @Override
    public Optional<String> mismatch(Path folder) {
        if (!Files.isRegularFile(weights(folder))) {
            return PretrainedFormat.missing(WEIGHTS);
        }
        return CTranslate2File.begins(weights(folder))
                ? Optional.empty()
                : Optional.of(WEIGHTS + " does not begin with a binary version from " + CTranslate2File.OLDEST + " to "
                        + CTranslate2File.NEWEST);
    }

    private static Path weights(Path folder) {
        var inPackage = folder.resolve(PACKAGED).resolve(WEIGHTS);
        return Files.isRegularFile(inPackage) ? inPackage : folder.resolve(WEIGHTS);
    }

    @Override
    public ModelSummary summary(Path folder) {
        return ModelCard.read(folder).summary(this, languages(folder));
    }

    @Override
    public PretrainedModel load(Path folder) {
        try (var file = CTranslate2File.open(weights(folder))) {
            var beside = weights(folder).getParent();
            var variables = new CTranslate2Variables(file);
            var config = CTranslate2Config.read(beside, variables);
            var network = new CTranslate2Network(file, variables, config);
            var architecture = network.config();
            var startsFromZero = variables.number("decoder", "start_from_zero_embedding", 0) != 0;
            var vocabularies = CTranslate2Vocabularies.read(beside, file, config, startsFromZero);
            var weights = new CTranslate2Weights(file, architecture, vocabularies.source(), vocabularies.target());
            var pieces = pieces(folder);
            var summary = summary(folder);
            var settings = new ModelSettings(
                    summary.source(),
                    summary.target(),
                    pieces.isPresent() ? new StoredSubwords.SentencePiece() : new StoredSubwords.Blanks(),
                    vocabularies.isShared(),
                    false,
                    architecture);
            var subwords = pieces.<Subwords>map(found -> found).orElseGet(BlankSubwords::new);
            var longest = Math.min(LONGEST, network.storedPositions().orElse(LONGEST)) - 1;
            return new PretrainedModel(
                    TranslationModel.of(
                            settings,
                            vocabularies.codec(subwords),
                            file,
                            TransformerRecipes.of(weights),
                            weights.spare(variables)),
                    new Habits(SEARCH, longest, false),
                    summary.origin(),
                    Optional.of(vocabularies.source()),
                    Optional.of(vocabularies.target()));
        }
    }

    /** One model for both languages, or one for each; none where the folder has neither. */
    private static Optional<SentencePieceSubwords> pieces(Path folder) {
        var shared = folder.resolve(SHARED_PIECES);
        if (Files.isRegularFile(shared)) {
            var model = SentencePieceModel.read(shared);
            return Optional.of(new SentencePieceSubwords(model, model));
        }
        return Files.isRegularFile(folder.resolve(SentencePieceSubwords.SOURCE_FILE))
                ? Optional.of(SentencePieceSubwords.load(folder))
                : Optional.empty();
    }

    /** As a package notes them. */
    private static Languages languages(Path folder) {
        var file = folder.resolve("metadata.json");
        if (!Files.isRegularFile(file)) {
            return Languages.UNKNOWN;
        }
        var notes = JsonFiles.object(file);
        return new Languages(
                Optional.ofNullable(notes.path("from_code").textValue()),
                Optional.ofNullable(notes.path("to_code").textValue()));
    }
}
