package org.dragoman.annotators.entities;

import org.dragoman.annotators.sequences.SequenceSettings;
import org.dragoman.annotators.sequences.SequenceTagger;
import org.dragoman.annotators.sequences.SequenceTraining;
import org.dragoman.annotators.sequences.Templates;
import org.dragoman.annotators.training.DataFile;
import org.dragoman.annotators.training.HeldOut;
import org.dragoman.annotators.training.ModelFolder;
import org.dragoman.annotators.training.ModelRecord;
import org.dragoman.annotators.training.Training;
import org.dragoman.annotators.training.TrainingListener;
import org.dragoman.corpora.TagScheme;
import org.dragoman.corpora.TaggedSentence;
import org.dragoman.eval.label.SpanScore;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains a finder of entities on tagged sentences.
 *
 * <p>Keys of its file: {@code train}, a list of sources ({@code files, tokenColumn, tagColumn, ends, types}), the one that the finder is for
 * first; {@code dev}, a source that the finder is scored on; {@code heldOut}, every how many blocks of {@value #BLOCK} sentences of the
 * first source are set apart and scored on, 0 for none (neighbours share names, so single sentences would be too easy); {@code output}, a
 * folder; and those of {@link SequenceSettings}.
 */
public final class EntityTraining implements Training {
    /** Name of the model file in the output folder. */
    public static final String MODEL = "finder.bin";

    private static final int BLOCK = 50;

    private final String settings;
    private final List<EntitySource> train;
    private final Optional<EntitySource> dev;
    private final HeldOut heldOut;
    private final Path output;
    private final SequenceSettings sequence;

    private EntityTraining(
            String settings,
            List<EntitySource> train,
            Optional<EntitySource> dev,
            HeldOut heldOut,
            Path output,
            SequenceSettings sequence) {
        this.settings = settings;
        this.train = train;
        this.dev = dev;
        this.heldOut = heldOut;
        this.output = output;
        this.sequence = sequence;
    }

    /** Reads the settings. */
    public static EntityTraining from(Settings settings) {
        return new EntityTraining(
                settings.json(),
                settings.objects("train", EntitySource::from)
                        .check(sources -> !sources.isEmpty(), "one source or more")
                        .required(),
                settings.object("dev", EntitySource::from).optional(),
                HeldOut.every(settings.integer("heldOut")
                        .check(every -> every == 0 || every >= 2, "0 or at least 2")
                        .or(0)),
                settings.path("output").required(),
                SequenceSettings.from(settings));
    }

    @Override
    public Path output() {
        return output;
    }

    @Override
    public ModelRecord run(TrainingListener listener) {
        var sources = new ArrayList<List<TaggedSentence>>();
        train.forEach(source -> sources.add(source.read()));
        var scored = new LinkedHashMap<String, List<TaggedSentence>>();
        scored.put("held-out", select(sources.get(0), true));
        scored.put("dev", dev.map(EntitySource::read).orElse(List.of()));
        scored.values().removeIf(List::isEmpty);
        sources.set(0, select(sources.get(0), false));
        var trained = new SequenceTraining(EntityFinder.TASK, Templates.NAMES, sequence)
                .train(sources, tagger -> scores(tagger, scored), listener);
        return write(trained, sources.stream().mapToInt(List::size).sum());
    }

    private List<TaggedSentence> select(List<TaggedSentence> sentences, boolean apart) {
        var selected = new ArrayList<TaggedSentence>();
        for (var i = 0; i < sentences.size(); i++) {
            if (heldOut.contains(i / BLOCK) == apart) {
                selected.add(sentences.get(i));
            }
        }
        return selected;
    }

    private static Map<String, Double> scores(SequenceTagger tagger, Map<String, List<TaggedSentence>> scored) {
        var scores = new LinkedHashMap<String, Double>();
        scored.forEach((name, sentences) -> {
            var right = sentences.stream().map(TaggedSentence::tags).iterator();
            var found = sentences.stream()
                    .map(TaggedSentence::tokens)
                    .map(tagger::tag)
                    .iterator();
            var score = SpanScore.of(right, found, TagScheme.LENIENT);
            scores.put(name + " F1", score.micro().f1());
            scores.put(name + " precision", score.micro().precision());
            scores.put(name + " recall", score.micro().recall());
            score.byType().forEach((type, matches) -> scores.put(name + " " + type + " F1", matches.f1()));
        });
        return scores;
    }

    private ModelRecord write(SequenceTraining.Result trained, int sentences) {
        var data = new ArrayList<DataFile>();
        train.forEach(source -> source.files().forEach(file -> data.add(DataFile.of("train", file))));
        dev.ifPresent(source -> source.files().forEach(file -> data.add(DataFile.of("dev", file))));
        sequence.text().forEach(file -> data.add(DataFile.of("text", file)));
        var facts = new LinkedHashMap<String, String>();
        facts.put("sentences", Integer.toString(sentences));
        facts.put("tags", Integer.toString(trained.tagger().tags().size()));
        facts.put("features", Integer.toString(trained.tagger().features()));
        var model = output.resolve(MODEL);
        ModelFolder.make(output);
        trained.tagger().write(model);
        var record = new ModelRecord(
                EntityFinder.TASK,
                settings,
                sequence.seed(),
                data,
                trained.progress(),
                trained.progress().get(trained.progress().size() - 1).scores(),
                facts,
                List.of(DataFile.of("model", model)));
        record.write(output);
        return record;
    }
}
