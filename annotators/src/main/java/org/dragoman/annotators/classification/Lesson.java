package org.dragoman.annotators.classification;

import org.dragoman.annotators.training.DataFile;
import org.dragoman.annotators.training.HeldOut;
import org.dragoman.annotators.training.Seed;
import org.dragoman.pipeline.settings.Settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one classifier learns from and is tested on.
 *
 * @param train texts of the kind that the classifier is for
 * @param support further texts that help; they are never held out
 * @param heldOut the part of {@code train} on which a first classifier is tested, which learned from the rest; the classifier that is kept
 *     learns from all
 * @param test texts that nothing is learned from, may be empty
 * @param labels the classes that are expected; if empty, those that occur in training
 * @param settings of the classifier
 */
public record Lesson(
        List<LabelledFile> train,
        List<LabelledFile> support,
        HeldOut heldOut,
        List<LabelledFile> test,
        Set<String> labels,
        ClassifierSettings settings) {
    public Lesson {
        train = List.copyOf(train);
        support = List.copyOf(support);
        test = List.copyOf(test);
        labels = Set.copyOf(labels);
        if (train.isEmpty()) {
            throw new IllegalArgumentException("train must name at least one file");
        }
    }

    /**
     * Reads the keys {@code train}, {@code support} and {@code test}, each a list of what {@link LabelledFile#from} reads, {@code heldOut}
     * (every how many texts one is held out; 10 by default, 0 for none), {@code labels}, and {@code classifier}, see {@link
     * ClassifierSettings#from}.
     */
    public static Lesson from(Settings settings) {
        return new Lesson(
                settings.objects("train", LabelledFile::from)
                        .check(files -> !files.isEmpty(), "a list of at least one file")
                        .required(),
                settings.objects("support", LabelledFile::from).or(List.of()),
                HeldOut.every(settings.integer("heldOut")
                        .atLeast(0)
                        .check(every -> every != 1, "2 or more, or 0 for none")
                        .or(10)),
                settings.objects("test", LabelledFile::from).or(List.of()),
                Set.copyOf(settings.texts("labels").or(List.of())),
                settings.object("classifier", ClassifierSettings::from).required());
    }

    /**
     * What came of a lesson.
     *
     * @param classifier learned from all texts
     * @param scores by name
     * @param facts by name
     */
    public record Result(TextClassifier classifier, Map<String, Double> scores, Map<String, String> facts) {}

    /**
     * Learns and tests.
     *
     * @throws org.dragoman.corpora.CorpusFormatException if a line of a file is not as it should be
     * @throws IllegalArgumentException if there are no texts, or texts of one class only
     */
    public Result learn(Seed seed) {
        var texts = read(train, labels);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("there is no text to learn from in "
                    + train.stream().map(file -> file.path().toString()).collect(Collectors.joining(", ")));
        }
        var further = read(support, labels);
        var unseen = read(test, labels.isEmpty() ? occurring(texts, further) : labels);
        var trainer = new ClassifierTrainer(settings);
        var scores = new LinkedHashMap<String, Double>();
        if (heldOut.every() > 0 && texts.size() >= heldOut.every()) {
            var first = trainer.train(heldOut.rest(texts), further, seed);
            scores.putAll(ClassifierScores.of(first, heldOut.of(texts)).named("held-out"));
        }
        var classifier = trainer.train(texts, further, seed);
        if (!unseen.isEmpty()) {
            scores.putAll(ClassifierScores.of(classifier, unseen).named("test"));
        }
        var facts = new LinkedHashMap<String, String>();
        facts.put("classes", String.join(", ", classifier.labels()));
        facts.put("texts", texts.size() + " and " + further.size() + " in support; tested on " + unseen.size());
        facts.put("features", Integer.toString(classifier.featureCount()));
        return new Result(classifier, scores, facts);
    }

    private static Set<String> occurring(List<LabelledText> texts, List<LabelledText> further) {
        return Stream.of(texts, further)
                .flatMap(List::stream)
                .map(LabelledText::label)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<LabelledText> read(List<LabelledFile> files, Set<String> labels) {
        return files.stream().flatMap(file -> file.read(labels).stream()).toList();
    }

    /** The files, for a model's record. */
    public List<DataFile> dataFiles() {
        var files = new ArrayList<DataFile>();
        train.forEach(file -> files.add(DataFile.of("train", file.path())));
        support.forEach(file -> files.add(DataFile.of("support", file.path())));
        test.forEach(file -> files.add(DataFile.of("test", file.path())));
        return List.copyOf(files);
    }
}
