package org.dragoman.nmt.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.factors.FactorConfig;
import org.dragoman.nmt.model.ModelConfig;
import org.dragoman.nmt.model.ModelSettings;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.nmt.model.StoredSubwords;
import org.dragoman.nmt.model.Task;
import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One training run, as its JSON file describes it. Paths in the file are relative to the file's folder.
 *
 * @param source language code of the source, such as {@code en}; of a language model the same as the target's
 * @param target language code of the target
 * @param train corpora to learn from, at least one
 * @param validation corpus to validate on
 * @param output folder of the run: settings, log, checkpoints and in the end the model
 * @param closesFragments see {@link ModelSettings}
 * @param subwords how text becomes numbers
 * @param factors what the model reads of its source beside the pieces
 * @param model the network
 * @param training the optimisation
 */
public record Experiment(
        String source,
        String target,
        List<CorpusFiles> train,
        CorpusFiles validation,
        Path output,
        boolean closesFragments,
        SubwordConfig subwords,
        FactorConfig factors,
        ModelConfig model,
        TrainingConfig training) {

    /**
     * Reads and checks a file.
     *
     * @throws IllegalArgumentException naming everything that is wrong with it, a corpus that doesn't exist included
     */
    public static Experiment read(Path file) {
        return Settings.read(file).build(Experiment::from);
    }

    /** The same from settings that have been opened already. */
    public static Experiment from(Settings settings) {
        var experiment = described(settings);
        if (!settings.hasProblems()) {
            for (var i = 0; i < experiment.train.size(); i++) {
                requireFiles(settings, "train[" + i + "]", experiment.train.get(i));
            }
            requireFiles(settings, "validation", experiment.validation);
        }
        return experiment;
    }

    private static void requireFiles(Settings settings, String key, CorpusFiles corpus) {
        corpus.files().forEach((name, file) -> {
            if (!Files.isRegularFile(file)) {
                settings.problem(key + "." + name, "names a file that is not there: " + file);
            }
        });
    }

    /** Reads settings whose files need not be there. */
    private static Experiment described(Settings settings) {
        var task = settings.choice("task", Task.class).required();
        var isTranslation = task == Task.TRANSLATION;
        var factors = isTranslation ? FactorConfig.from(settings) : FactorConfig.NONE;
        Function<Settings, CorpusFiles> corpus =
                isTranslation ? files -> CorpusFiles.parallel(files, factors) : CorpusFiles::text;
        var experiment = new Experiment(
                settings.text(isTranslation ? "source" : "language").required(),
                settings.text(isTranslation ? "target" : "language").required(),
                settings.objects("train", corpus)
                        .check(corpora -> !corpora.isEmpty(), "at least one corpus")
                        .required(),
                settings.object("validation", corpus).required(),
                settings.path("output").required(),
                settings.flag("closesFragments").or(false),
                settings.object("subwords", SubwordConfig::from).required(),
                factors,
                settings.kind("model", ModelConfig.KINDS)
                        .check(model -> model.task() == task, "an architecture for the task " + task)
                        .required(),
                settings.object("training", TrainingConfig::from).required());
        if (!settings.hasProblems()) {
            experiment.tellMisfits(settings::problem);
            experiment.tellMisfitsOfFactors(fault -> settings.problem("factors", fault));
        }
        return experiment;
    }

    /**
     * Tells what doesn't go together.
     *
     * @param problem is told a key and what is wrong with it
     */
    private void tellMisfits(BiConsumer<String, String> problem) {
        if (!(training.scheduledSampling() instanceof ScheduledSampling.None)) {
            tellMisfitsOfSampling(fault -> problem.accept("training.scheduledSampling", fault));
        }
        if (training.data().mixing() instanceof Mixing.Weights mixing
                && mixing.weights().size() != train.size()) {
            problem.accept(
                    "training.data.mixing",
                    "needs a weight for each of the " + train.size() + " corpora, got "
                            + mixing.weights().size());
        }
        if (training.limits().metric() != Criterion.LOSS && task() != Task.TRANSLATION) {
            problem.accept(
                    "training.limits.metric",
                    "must be loss, since a model for the task " + task() + " translates nothing");
        }
        if (model instanceof TransformerConfig transformer && transformer.outputBias()) {
            problem.accept(
                    "model.outputBias", "must be false: a model with an output bias can be used, but not trained");
        }
        model.longestSource().stream()
                .filter(longest -> longest < training.maximumLength())
                .forEach(longest -> problem.accept(
                        "training.maximumLength",
                        "must be at most " + longest + ", the model's longest source, got "
                                + training.maximumLength()));
    }

    /** What the factors need and the corpora or the model lack. */
    private void tellMisfitsOfFactors(Consumer<String> fault) {
        Stream.concat(train.stream(), Stream.of(validation))
                .filter(corpus -> !factors.isEmpty() && !corpus.isAnnotated())
                .forEach(corpus -> fault.accept("need the layers " + names(factors.requires()) + " of each corpus, and "
                        + corpus.name() + " has no annotations"
                        + (corpus.files().isEmpty() ? "" : "; make them with 'dragoman corpus annotate'")));
        model.misfit(factors.sizes()).ifPresent(fault);
    }

    private static String names(Collection<Layer<?>> layers) {
        return layers.stream().map(Layer::name).collect(Collectors.joining(", "));
    }

    private void tellMisfitsOfSampling(Consumer<String> problem) {
        var regularization = training.regularization();
        if (!model.canSampleInputs()) {
            problem.accept("needs a recurrent decoder, which computes its positions one after the other");
        }
        if (regularization.sourceWordDropout() + regularization.targetWordDropout() > 0) {
            problem.accept("and word dropout don't go together: leave one of them out");
        }
        if (regularization.rDrop() > 0) { // each of the two passes would read pieces of its own
            problem.accept("and rDrop don't go together: leave one of them out");
        }
    }

    /** The same run with another folder for its results. */
    public Experiment withOutput(Path folder) {
        return new Experiment(
                source, target, train, validation, folder, closesFragments, subwords, factors, model, training);
    }

    /** What the model is for. */
    public Task task() {
        return model.task();
    }

    /** What the model's folder will say of it. */
    ModelSettings modelSettings() {
        var stored = new StoredSubwords.Bpe(subwords.pretokenizer());
        return new ModelSettings(source, target, stored, subwords.shared(), closesFragments, model, factors);
    }

    /** Returns all settings, defaults included, as JSON that {@link #read} reads; paths are absolute. */
    ObjectNode toJson() {
        var node = SettingsJson.object().put("task", task().toString());
        if (task() == Task.TRANSLATION) {
            node.put("source", source).put("target", target);
        } else {
            node.put("language", target);
        }
        var corpora = node.putArray("train");
        train.forEach(corpus -> corpora.add(corpus.toJson()));
        node.set("validation", validation.toJson());
        node.put("output", output.toAbsolutePath().toString());
        node.put("closesFragments", closesFragments);
        node.set("subwords", SettingsJson.of(subwords));
        if (task() == Task.TRANSLATION) {
            factors.writeTo(node);
        }
        node.set("model", model.toJson());
        node.set("training", training.toJson());
        return node;
    }

    /**
     * Reads the settings of a run that was begun; its corpora need not be there any more.
     *
     * @param output its folder
     * @param written what {@link #toJson} gave
     * @throws IllegalArgumentException if this version doesn't understand them
     */
    static Experiment written(Path output, ObjectNode written) {
        return Settings.of("the settings of the run in " + output, written).build(Experiment::described);
    }

    /**
     * Compares with the settings of the run that is to be resumed. What those don't name had its default.
     *
     * @param written what {@link #toJson} gave when the run was begun
     * @return one line for each setting that differs and may not
     * @throws IllegalArgumentException if this version doesn't understand the settings
     */
    List<String> differences(ObjectNode written) {
        var problems = new ArrayList<String>();
        var now = toJson();
        var before = written(output, written).toJson();
        for (var key : List.of(
                "task", "language", "source", "target", "subwords", "factors", "combine", "model", "training")) {
            compare(key, before.path(key), now.path(key), problems);
        }
        return problems;
    }

    private static void compare(String path, JsonNode before, JsonNode now, List<String> problems) {
        if (now.isObject() && before.isObject()) {
            for (Map.Entry<String, JsonNode> entry : now.properties()) {
                if (!TrainingConfig.CHANGEABLE.contains(entry.getKey())) {
                    compare(path + "." + entry.getKey(), before.path(entry.getKey()), entry.getValue(), problems);
                }
            }
        } else if (!now.toString().equals(before.toString())) { // 7 as int and as long are unequal nodes
            problems.add(path + " was " + before + " and is now " + now);
        }
    }
}
