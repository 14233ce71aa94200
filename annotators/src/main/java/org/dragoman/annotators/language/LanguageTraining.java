package org.dragoman.annotators.language;

import org.dragoman.annotators.classification.LabelledFile;
import org.dragoman.annotators.classification.LabelledText;
import org.dragoman.annotators.training.DataFile;
import org.dragoman.annotators.training.ModelFolder;
import org.dragoman.annotators.training.ModelRecord;
import org.dragoman.annotators.training.Seed;
import org.dragoman.annotators.training.Training;
import org.dragoman.annotators.training.TrainingListener;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes the model of a {@link LanguageIdentifier} from the letter statistics in the jar of Lingua 1.2.2 (Apache License 2.0), which has 80 MB
 * of them: sequences of up to four letters, without those that tell next to nothing.
 *
 * <p>Nothing in it is random.
 *
 * @param jar of {@code com.github.pemistahl:lingua:1.2.2}
 * @param languages BCP 47 tags
 * @param least logarithm of the least probability of a sequence that is looked at
 * @param leastGain how much a sequence must tell, in nats a letter
 * @param test lines labelled with their language, to test the model on; may be empty
 * @param testLengths at how many UTF-16 units the lines are cut, one test for each
 * @param output folder for the model and its record
 * @param json these settings, for the record
 */
public record LanguageTraining(
        Path jar,
        List<String> languages,
        double least,
        double leastGain,
        List<LabelledFile> test,
        List<Integer> testLengths,
        Path output,
        String json)
        implements Training {
    private static final String FILE = "languages.bin";

    public LanguageTraining {
        languages = languages.stream().sorted().toList();
        test = List.copyOf(test);
        testLengths = List.copyOf(testLengths);
        if (languages.isEmpty() || languages.size() > 250 || new HashSet<>(languages).size() < languages.size()) {
            throw new IllegalArgumentException("languages must be 1 to 250 different tags, got " + languages);
        }
    }

    /**
     * Reads the keys {@code lingua}, {@code languages}, {@code leastLogProbability}, {@code leastGain}, {@code
     * test}, a list of what {@link LabelledFile#from} reads, {@code testLengths} and {@code output}.
     */
    public static LanguageTraining from(Settings settings) {
        return new LanguageTraining(
                settings.path("lingua").required(),
                settings.texts("languages").required(),
                settings.decimal("leastLogProbability").between(-30.0, 0.0).or(-14.0),
                settings.decimal("leastGain").between(0.0, 1.0).required(),
                settings.objects("test", LabelledFile::from).or(List.of()),
                settings.integers("testLengths")
                        .check(lengths -> lengths.stream().allMatch(length -> length > 0), "a list of numbers above 0")
                        .or(List.of(Integer.MAX_VALUE)),
                settings.path("output").required(),
                settings.json());
    }

    @Override
    public ModelRecord run(TrainingListener listener) {
        var texts = test.stream()
                .flatMap(file -> file.read(Set.copyOf(languages)).stream())
                .toList();
        var rows = rows();
        ModelFolder.make(output);
        var file = output.resolve(FILE);
        LanguageIdentifier.FORMAT.write(file, out -> NgramTable.write(out, languages, rows));
        var entries = rows.stream().mapToLong(row -> row.languages().size()).sum();
        var facts = new LinkedHashMap<String, String>();
        facts.put("languages", languages.size() + ": " + String.join(" ", languages));
        facts.put("sequences of letters", Integer.toString(rows.size()));
        facts.put("probabilities", Long.toString(entries));
        facts.put("lines of the test", Integer.toString(texts.size()));
        var record = new ModelRecord(
                "language",
                json,
                new Seed(0),
                dataFiles(),
                List.of(),
                scores(LanguageIdentifier.read(file), texts),
                facts,
                List.of(DataFile.of("model", file)));
        record.write(output);
        return record;
    }

    private List<DataFile> dataFiles() {
        var files = new ArrayList<>(List.of(DataFile.of("letter statistics", jar)));
        test.forEach(file -> files.add(DataFile.of("test", file.path())));
        return files;
    }

    private Map<String, Double> scores(LanguageIdentifier identifier, List<LabelledText> texts) {
        var scores = new LinkedHashMap<String, Double>();
        for (var length : testLengths) {
            var right = texts.stream()
                    .filter(text ->
                            identifier.language(cut(text.text(), length)).equals(text.label()))
                    .count();
            if (!texts.isEmpty()) {
                var name = length == Integer.MAX_VALUE ? "whole lines" : "lines cut at " + length + " characters";
                scores.put("accuracy, " + name, right / (double) texts.size());
            }
        }
        return scores;
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private List<NgramTable.Row> rows() {
        var rows = new TreeMap<Long, NgramTable.Row>(Long::compareUnsigned);
        for (var i = 0; i < languages.size(); i++) {
            var language = i;
            LetterStatistics.read(jar, languages.get(i), least).forEach(leastGain, (sequence, logProbability) -> {
                var row = rows.computeIfAbsent(
                        sequence, s -> new NgramTable.Row(s, new ArrayList<>(), new ArrayList<>()));
                row.languages().add(language);
                row.steps().add((int) Math.min(NgramTable.STEPS, Math.round(-logProbability / NgramTable.STEP)));
            });
        }
        return List.copyOf(rows.values());
    }
}
