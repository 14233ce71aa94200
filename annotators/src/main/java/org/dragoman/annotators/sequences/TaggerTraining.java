package org.dragoman.annotators.sequences;

import org.dragoman.annotators.training.DataFile;
import org.dragoman.annotators.training.HeldOut;
import org.dragoman.annotators.training.ModelFolder;
import org.dragoman.annotators.training.ModelRecord;
import org.dragoman.annotators.training.Training;
import org.dragoman.annotators.training.TrainingListener;
import org.dragoman.corpora.TaggedSentence;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a {@link SequenceTagger} and its record: once without what is held out, to know how good the settings are, and then of everything.
 *
 * <p>Keys of its file: {@code heldOut}, every how many blocks of the first source one is held out, 0 for none, which is the default; {@code
 * output}, a folder; those of {@link SequenceSettings}; and those of the task.
 */
public final class TaggerTraining implements Training {
    private final Task task;
    private final String settings;
    private final HeldOut heldOut;
    private final Path output;
    private final SequenceSettings sequence;

    /** What a tagger is for. */
    public interface Task {
        /** Kept in the model, so that it can't be taken for another. */
        String name();

        Templates templates();

        /** Name of the model's file in the output folder. */
        String fileName();

        /** The files that are read. */
        List<DataFile> data();

        /**
         * Reads what is learned from.
         *
         * @throws IllegalArgumentException if there is nothing
         */
        Material read();

        /** How well sentences are tagged, by name. */
        Map<String, Double> score(SequenceTagger tagger, List<TaggedSentence> sentences);
    }

    /**
     * What is learned from.
     *
     * @param blocks sentences that belong together, of the source that the tagger is for
     * @param further sentences of each other source
     * @param dev on which the tagger is scored, may be empty
     * @param facts for the record
     */
    public record Material(
            List<List<TaggedSentence>> blocks,
            List<List<TaggedSentence>> further,
            List<TaggedSentence> dev,
            Map<String, String> facts) {}

    /** Reads the keys that all tasks have. */
    public TaggerTraining(Task task, Settings settings) {
        this.task = task;
        this.settings = settings.json();
        heldOut = HeldOut.every(settings.integer("heldOut")
                .check(every -> every == 0 || every >= 2, "0 or at least 2")
                .or(0));
        output = settings.path("output").required();
        sequence = SequenceSettings.from(settings);
    }

    @Override
    public Path output() {
        return output;
    }

    @Override
    public ModelRecord run(TrainingListener listener) {
        var material = task.read();
        var scores = new LinkedHashMap<String, Double>();
        var apart = flat(heldOut.of(material.blocks));
        if (!apart.isEmpty()) {
            var trial = train(heldOut.rest(material.blocks), material, "held-out", apart, listener);
            scores.putAll(last(trial));
        }
        var trained = train(material.blocks, material, "dev", material.dev, listener);
        scores.putAll(last(trained));
        return write(trained, material, scores);
    }

    private SequenceTraining.Result train(
            List<List<TaggedSentence>> blocks,
            Material material,
            String part,
            List<TaggedSentence> scored,
            TrainingListener listener) {
        var sources = new ArrayList<>(List.of(flat(blocks)));
        sources.addAll(material.further);
        return new SequenceTraining(task.name(), task.templates(), sequence)
                .train(sources, tagger -> scores(tagger, part, scored), listener);
    }

    private Map<String, Double> scores(SequenceTagger tagger, String part, List<TaggedSentence> sentences) {
        var scores = new LinkedHashMap<String, Double>();
        if (!sentences.isEmpty()) {
            task.score(tagger, sentences).forEach((name, score) -> scores.put(part + " " + name, score));
        }
        return scores;
    }

    private static List<TaggedSentence> flat(List<List<TaggedSentence>> blocks) {
        return blocks.stream().flatMap(Collection::stream).toList();
    }

    private static Map<String, Double> last(SequenceTraining.Result trained) {
        return trained.progress().get(trained.progress().size() - 1).scores();
    }

    private ModelRecord write(SequenceTraining.Result trained, Material material, Map<String, Double> scores) {
        var data = new ArrayList<>(task.data());
        sequence.text().forEach(file -> data.add(DataFile.of("text", file)));
        var facts = new LinkedHashMap<>(material.facts);
        facts.put("tags", Integer.toString(trained.tagger().tags().size()));
        facts.put("features", Integer.toString(trained.tagger().features()));
        var model = output.resolve(task.fileName());
        ModelFolder.make(output);
        trained.tagger().write(model);
        var record = new ModelRecord(
                task.name(),
                settings,
                sequence.seed(),
                data,
                trained.progress(),
                scores,
                facts,
                List.of(DataFile.of("model", model)));
        record.write(output);
        return record;
    }
}
