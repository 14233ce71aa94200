package org.dragoman.nmt.model;

import org.dragoman.corpora.AtomicFile;
import org.dragoman.nmt.factors.SourceFactors;
import org.dragoman.nmt.files.ModelFiles;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Safetensors;
import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.nmt.weights.Recipe;
import org.dragoman.nmt.weights.SafetensorsFile;
import org.dragoman.nmt.weights.TensorFile;
import org.dragoman.pipeline.settings.Settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A network with everything that it needs to translate text: its vocabulary, its subwords and its settings.
 *
 * <p>It lives in a folder: {@code model.json}, {@code weights.safetensors}, the files of its {@link StoredSubwords} and
 * {@code vocabulary.txt}, or {@code source-vocabulary.txt} and {@code target-vocabulary.txt} where the languages don't share one; and
 * {@code factor-pos.txt} and the like for each source factor.
 * Loading executes no code.
 *
 * <p>Thread safe while no one trains the network. Its native memory is freed by {@link #close}.
 */
public final class TranslationModel implements AutoCloseable {

    private static final String SETTINGS = "model.json";
    private static final String WEIGHTS = "weights.safetensors";
    private static final String SHARED_VOCABULARY = "vocabulary.txt";
    private static final String SOURCE_VOCABULARY = "source-vocabulary.txt";
    private static final String TARGET_VOCABULARY = "target-vocabulary.txt";

    private final ModelSettings settings;
    private final Codec codec;
    private final EncoderDecoder network;

    /**
     * Puts a model together.
     *
     * @param network that the settings' architecture has built for the sizes of {@code codec}; is closed together with the model
     */
    public TranslationModel(ModelSettings settings, Codec codec, EncoderDecoder network) {
        this.settings = settings;
        this.codec = codec;
        this.network = network;
    }

    /** A model that has learned nothing yet; its parameters are drawn from the seed. */
    public static TranslationModel untrained(ModelSettings settings, Codec codec, long seed) {
        return build(settings, codec, new Parameters(seed));
    }

    private static TranslationModel build(ModelSettings settings, Codec codec, Parameters parameters) {
        try {
            return new TranslationModel(settings, codec, settings.architecture().build(codec.sizes(), parameters));
        } catch (RuntimeException e) {
            parameters.close();
            throw e;
        }
    }

    /**
     * Loads a model folder.
     *
     * @throws IllegalArgumentException if a file is missing, foreign or doesn't fit the others
     * @throws UncheckedIOException if a file can't be read
     */
    public static TranslationModel load(Path folder) {
        var settings = loadSettings(folder);
        requireFiles(folder, List.of(WEIGHTS));
        var codec = loadCodec(folder, settings);
        try (var weights = SafetensorsFile.open(folder.resolve(WEIGHTS))) {
            return build(settings, codec, weights);
        }
    }

    /** Reads what a model folder says of its model; see {@link #load}. */
    public static ModelSettings loadSettings(Path folder) {
        requireFiles(folder, List.of(SETTINGS));
        var file = folder.resolve(SETTINGS);
        return Settings.parse(file.toString(), ModelFiles.text(file)).build(ModelSettings::from);
    }

    private static TranslationModel build(ModelSettings settings, Codec codec, TensorFile weights) {
        return filled(build(settings, codec, Parameters.toBeLoaded()), parameters -> parameters.load(weights));
    }

    /**
     * Builds a model from weights of another form; see {@link Parameters#load(Map, TensorFile, Set)}.
     *
     * @param recipes for the name of each parameter, how it is made of the file's tensors
     * @param spare stored tensors that no recipe needs to read
     */
    public static TranslationModel of(
            ModelSettings settings, Codec codec, TensorFile weights, Map<String, Recipe> recipes, Set<String> spare) {
        return filled(
                build(settings, codec, Parameters.toBeLoaded()),
                parameters -> parameters.load(recipes, weights, spare));
    }

    private static TranslationModel filled(TranslationModel model, Consumer<Parameters> filling) {
        try {
            filling.accept(model.network.parameters());
            return model;
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /** Loads the subwords and vocabularies of a folder. */
    public static Codec loadCodec(Path folder, ModelSettings settings) {
        requireFiles(folder, settings.subwords().files());
        var subwords = settings.subwords().load(folder);
        requireFiles(folder, SourceFactors.files(settings.factors()));
        var factors = SourceFactors.load(folder, settings.factors());
        if (settings.sharedVocabulary()) {
            requireFiles(folder, List.of(SHARED_VOCABULARY));
            var shared = Vocabulary.load(folder.resolve(SHARED_VOCABULARY));
            return new Codec(subwords, shared, shared, factors);
        }
        requireFiles(folder, List.of(SOURCE_VOCABULARY, TARGET_VOCABULARY));
        return new Codec(
                subwords,
                Vocabulary.load(folder.resolve(SOURCE_VOCABULARY)),
                Vocabulary.load(folder.resolve(TARGET_VOCABULARY)),
                factors);
    }

    private static void requireFiles(Path folder, List<String> names) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("there is no model folder " + folder);
        }
        var missing = names.stream()
                .filter(name -> !Files.isRegularFile(folder.resolve(name)))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the model folder " + folder + " lacks " + String.join(", ", missing)
                    + "; a model has " + SETTINGS + ", " + WEIGHTS + ", its subwords and its vocabulary");
        }
    }

    /**
     * Writes the model into a folder, which is made if it isn't there.
     *
     * @param precision of the weights on disk
     */
    public void save(Path folder, Safetensors.Precision precision) {
        saveSettings(folder, settings, codec);
        var parameters = network.parameters().byName();
        AtomicFile.write(folder.resolve(WEIGHTS), out -> Safetensors.write(parameters, precision, out));
    }

    /** Writes all but the weights. */
    public static void saveSettings(Path folder, ModelSettings settings, Codec codec) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the model folder " + folder + ": " + e.getMessage(), e);
        }
        AtomicFile.writeText(folder.resolve(SETTINGS), out -> out.write(SettingsJson.text(settings.toJson())));
        codec.subwords().save(folder);
        codec.factors().save(folder);
        if (settings.sharedVocabulary()) {
            codec.source().save(folder.resolve(SHARED_VOCABULARY));
        } else {
            codec.source().save(folder.resolve(SOURCE_VOCABULARY));
            codec.target().save(folder.resolve(TARGET_VOCABULARY));
        }
    }

    public ModelSettings settings() {
        return settings;
    }

    public Codec codec() {
        return codec;
    }

    public EncoderDecoder network() {
        return network;
    }

    @Override
    public void close() {
        network.parameters().close();
    }
}
