package org.dragoman.annotators.training;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.settings.Settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains a model on treebanks: once without what is held out, to know how good the settings are, and then on everything.
 *
 * @param <M> the model
 */
public final class TreebankTraining<M> implements Training {
    private final Sources sources;
    private final TreebankLearner<M> learner;

    /**
     * What a training reads and where it writes.
     *
     * @param task for the record
     * @param settings the training file, as JSON
     * @param seed of everything random
     * @param train treebanks to learn from
     * @param heldOut documents on which settings are compared; the final model learns from them too
     * @param test treebanks that say at the end how good the model is
     * @param output folder of the model
     */
    public record Sources(
            String task, String settings, Seed seed, List<Path> train, HeldOut heldOut, List<Path> test, Path output) {
        private static final int USUAL_SHARE = 8;

        public Sources {
            train = List.copyOf(train);
            test = List.copyOf(test);
        }

        /**
         * Reads the keys {@code train} and {@code test}, lists of objects such as {@code {"conllu": "train.conllu.gz"}}; {@code heldOut}, every
         * how many documents one is held out, 0 for none, by default {@value #USUAL_SHARE}; {@code output} and {@code seed}.
         */
        public static Sources from(String task, Settings settings) {
            var every = settings.integer("heldOut")
                    .check(n -> n == 0 || n > 1, "0 or at least 2")
                    .or(USUAL_SHARE);
            return new Sources(
                    task,
                    settings.json(),
                    new Seed(settings.longInteger("seed").or(1L)),
                    settings.objects("train", Sources::treebank)
                            .check(files -> !files.isEmpty(), "a list of at least one treebank")
                            .required(),
                    every == 0 ? HeldOut.NOTHING : HeldOut.every(every),
                    settings.objects("test", Sources::treebank).or(List.of()),
                    settings.path("output").required());
        }

        private static Path treebank(Settings settings) {
            return settings.path("conllu").required();
        }
    }

    public TreebankTraining(Sources sources, TreebankLearner<M> learner) {
        this.sources = sources;
        this.learner = learner;
    }

    @Override
    public ModelRecord run(TrainingListener listener) {
        var documents = read(sources.train);
        var tests = read(sources.test);
        var heldOut = sources.heldOut.of(documents);
        var scores = new LinkedHashMap<String, Double>();
        var progress = new ArrayList<Progress>();
        var rounds = heldOut.isEmpty() ? 1 : 2;
        if (!heldOut.isEmpty()) {
            var trial = learner.learn(sources.heldOut.rest(documents));
            put(scores, "held out", learner.score(trial, heldOut));
            progressed(new Progress(1, rounds, scores), progress, listener);
        }
        var model = learner.learn(documents);
        var ofTest = tests.isEmpty() ? Map.<String, Double>of() : learner.score(model, tests);
        put(scores, "test", ofTest);
        progressed(new Progress(rounds, rounds, ofTest), progress, listener);
        return write(model, progress, scores);
    }

    private static List<Document> read(List<Path> files) {
        return files.stream().flatMap(file -> Treebank.read(file).stream()).toList();
    }

    private static void put(Map<String, Double> all, String part, Map<String, Double> scores) {
        scores.forEach((name, score) -> all.put(part + ": " + name, score));
    }

    private static void progressed(Progress last, List<Progress> all, TrainingListener listener) {
        all.add(last);
        listener.progressed(last);
    }

    private ModelRecord write(M model, List<Progress> progress, Map<String, Double> scores) {
        var file = sources.output.resolve(learner.fileName());
        try {
            Files.createDirectories(sources.output);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + sources.output + ": " + e.getMessage(), e);
        }
        learner.write(model, file);
        var data = new ArrayList<DataFile>();
        sources.train.forEach(path -> data.add(DataFile.of("train", path)));
        sources.test.forEach(path -> data.add(DataFile.of("test", path)));
        var record = new ModelRecord(
                sources.task,
                sources.settings,
                sources.seed,
                data,
                progress,
                scores,
                learner.facts(model),
                List.of(DataFile.of("model", file)));
        record.write(sources.output);
        return record;
    }
}
