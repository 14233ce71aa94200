package org.dragoman.annotators.sentiment;

import org.dragoman.annotators.classification.Lesson;
import org.dragoman.annotators.training.DataFile;
import org.dragoman.annotators.training.ModelFolder;
import org.dragoman.annotators.training.ModelRecord;
import org.dragoman.annotators.training.Seed;
import org.dragoman.annotators.training.Training;
import org.dragoman.annotators.training.TrainingListener;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a {@link SentimentModel}: the task {@code sentiment}. The texts must be labelled {@code negative} and {@code positive}.
 *
 * @param sentences what the classifier of sentences learns
 * @param documents what the classifier of documents learns
 * @param seed of everything random
 * @param output folder for the two classifiers and the record of the model
 * @param json these settings, for the record
 */
public record SentimentTraining(Lesson sentences, Lesson documents, Seed seed, Path output, String json)
        implements Training {

    /** Reads the keys {@code sentences} and {@code documents}, see {@link Lesson#from}, {@code seed} and {@code output}. */
    public static SentimentTraining from(Settings settings) {
        var seed = new Seed(settings.longInteger("seed").or(1L));
        var output = settings.path("output").required();
        return new SentimentTraining(
                settings.object("sentences", Lesson::from).required(),
                settings.object("documents", Lesson::from).required(),
                seed,
                output,
                settings.json());
    }

    @Override
    public ModelRecord run(TrainingListener listener) {
        var ofSentences = sentences.learn(seed);
        var ofDocuments = documents.learn(seed);
        new SentimentModel(
                ofSentences.classifier(), ofDocuments.classifier()); // refuses other classes before anything is written
        ModelFolder.make(output);
        ofSentences.classifier().write(output.resolve(SentimentModel.SENTENCES));
        ofDocuments.classifier().write(output.resolve(SentimentModel.DOCUMENTS));
        var data = new ArrayList<>(sentences.dataFiles());
        data.addAll(documents.dataFiles());
        var record = new ModelRecord(
                "sentiment",
                json,
                seed,
                data,
                List.of(),
                named(ofSentences.scores(), ofDocuments.scores()),
                named(ofSentences.facts(), ofDocuments.facts()),
                List.of(
                        DataFile.of("model", output.resolve(SentimentModel.SENTENCES)),
                        DataFile.of("model", output.resolve(SentimentModel.DOCUMENTS))));
        record.write(output);
        return record;
    }

    private static <T> Map<String, T> named(Map<String, T> ofSentences, Map<String, T> ofDocuments) {
        var all = new LinkedHashMap<String, T>();
        ofSentences.forEach((name, value) -> all.put("sentences, " + name, value));
        ofDocuments.forEach((name, value) -> all.put("documents, " + name, value));
        return all;
    }
}
