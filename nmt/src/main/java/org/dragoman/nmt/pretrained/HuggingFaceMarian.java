package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.model.ModelSettings;
import org.dragoman.nmt.model.StoredSubwords;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.pretrained.PretrainedModel.Habits;
import org.dragoman.nmt.weights.SafetensorsFile;
import org.dragoman.nmt.weights.TensorFile;
import org.dragoman.nmt.weights.TorchFile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A directory of a Marian model as transformers writes it, such as {@code Helsinki-NLP/opus-mt-en-de}: {@code config.json}, {@code
 * model.safetensors} or {@code pytorch_model.bin}, {@code source.spm}, {@code target.spm}, {@code vocab.json}, and where there are any
 * {@code generation_config.json}, {@code tokenizer_config.json} and {@code target_vocab.json}.
 *
 * <p>The reference is transformers 4.57 in single precision: {@code MarianTokenizer} and {@code MarianMTModel.generate}.
 */
final class HuggingFaceMarian implements PretrainedFormat {

    private static final String SAFETENSORS = "model.safetensors";
    private static final String TORCH = "pytorch_model.bin";

    @Override
    public String description() {
        return "a Hugging Face directory of a Marian model";
    }

    @Override
    public String reference() {
        return "Hugging Face transformers 4.57";
    }

    @Override
    public Optional<String> mismatch(Path folder) {
        var file = folder.resolve(HuggingFaceConfig.FILE);
        if (!Files.isRegularFile(file)) {
            return PretrainedFormat.missing(HuggingFaceConfig.FILE);
        }
        var type = JsonFiles.object(file).path("model_type");
        if (type.asText().equals("marian")) {
            return Optional.empty();
        }
        return Optional.of(HuggingFaceConfig.FILE
                + (type.isMissingNode() ? " has no model_type" : " has the model_type " + type + ", not \"marian\""));
    }

    @Override
    public ModelSummary summary(Path folder) {
        return ModelCard.read(folder).summary(this, HuggingFaceTokenizer.languages(folder));
    }

    @Override
    public PretrainedModel load(Path folder) {
        var config = HuggingFaceConfig.read(folder);
        var search = HuggingFaceGeneration.read(folder, config);
        var tokenizer = HuggingFaceTokenizer.read(folder, config);
        var summary = ModelCard.read(folder).summary(this, tokenizer.languages());
        var settings = new ModelSettings(
                summary.source(),
                summary.target(),
                new StoredSubwords.SentencePiece(),
                config.sharesVocabulary(),
                false,
                config.network());
        var longest = Math.min(config.positions(), tokenizer.longest()) - 1;
        try (var file = weights(folder)) {
            var weights = new HuggingFaceWeights(file, config.network(), tokenizer.source(), tokenizer.target());
            return new PretrainedModel(
                    TranslationModel.of(
                            settings, tokenizer.codec(), file, TransformerRecipes.of(weights), weights.spare()),
                    new Habits(search, longest, tokenizer.cleansUp()),
                    summary.origin(),
                    Optional.of(tokenizer.source()),
                    Optional.of(tokenizer.target()));
        }
    }

    private static TensorFile weights(Path folder) {
        if (Files.isRegularFile(folder.resolve(SAFETENSORS))) {
            return SafetensorsFile.open(folder.resolve(SAFETENSORS));
        }
        if (Files.isRegularFile(folder.resolve(TORCH))) {
            return TorchFile.open(folder.resolve(TORCH));
        }
        throw new IllegalArgumentException("the model folder " + folder + " has no weights: it needs " + SAFETENSORS
                + " or " + TORCH + "; files in several parts (*.index.json) are not supported");
    }
}
