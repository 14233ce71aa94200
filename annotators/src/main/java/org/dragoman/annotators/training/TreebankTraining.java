package org.dragoman.annotators.training;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
     * @param dev a treebank that the final model is scored on
     * @param output folder of the model
     */
    public record Sources(
            String task,
            String settings,
            Seed seed,
            List<Path> train,
            HeldOut heldOut,
            Optional<Path> dev,
            Path output) {
        public Sources {
            train = List.copyOf(train);
        }

        /**
         * Reads the keys {@code train}, treebanks in CoNLL-U; {@code dev}, one that the final model is scored on; {@code heldOut}, every how many
         * documents one is held out, 0 for none, which is the default; {@code output}, a folder; and {@code seed}.
         */
        public static Sources from(String task, Settings settings) {
            return new Sources(
                    task,
                    settings.json(),
                    new Seed(settings.longInteger("seed").or(1L)),
                    settings.paths("train")
                            .check(files -> !files.isEmpty(), "one treebank or more")
                            .required(),
                    HeldOut.every(settings.integer("heldOut")
                            .check(every -> every == 0 || every >= 2, "0 or at least 2")
                            .or(0)),
                    settings.path("dev").optional(),
                    settings.path("output").required());
        }
    }

    public TreebankTraining(Sources sources, TreebankLearner<M> learner) {
        this.sources = sources;
        this.learner = learner;
    }

    @Override
    public Path output() {
        return sources.output;
    }

    @Override
    public ModelRecord run(TrainingListener listener) {
        var documents =
                sources.train.stream().flatMap(TreebankTraining::documents).toList();
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("there is no sentence to learn from in "
                    + sources.train.stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        var dev = sources.dev.stream().flatMap(TreebankTraining::documents).toList();
        var heldOut = sources.heldOut.of(documents);
        var scores = new LinkedHashMap<String, Double>();
        var progress = new ArrayList<Progress>();
        var rounds = heldOut.isEmpty() ? 1 : 2;
        if (!heldOut.isEmpty()) {
            var trial = learner.learn(sources.heldOut.rest(documents));
            put(scores, "held-out", learner.score(trial, heldOut));
            progressed(new Progress(1, rounds, scores), progress, listener);
        }
        var model = learner.learn(documents);
        var ofDev = dev.isEmpty() ? Map.<String, Double>of() : learner.score(model, dev);
        put(scores, "dev", ofDev);
        progressed(new Progress(rounds, rounds, ofDev), progress, listener);
        return write(model, progress, scores);
    }

    private static Stream<Document> documents(Path file) {
        return Treebanks.read(file).stream().flatMap(document -> DocumentParts.of(document).stream());
    }

    private static void put(Map<String, Double> all, String part, Map<String, Double> scores) {
        scores.forEach((name, score) -> all.put(part + " " + name, score));
    }

    private static void progressed(Progress last, List<Progress> all, TrainingListener listener) {
        all.add(last);
        listener.progressed(last);
    }

    private ModelRecord write(M model, List<Progress> progress, Map<String, Double> scores) {
        var file = sources.output.resolve(learner.fileName());
        ModelFolder.make(sources.output);
        learner.write(model, file);
        var data = new ArrayList<DataFile>();
        sources.train.forEach(path -> data.add(DataFile.of("train", path)));
        sources.dev.ifPresent(path -> data.add(DataFile.of("dev", path)));
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
