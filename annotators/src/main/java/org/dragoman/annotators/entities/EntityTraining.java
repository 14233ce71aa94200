package org.dragoman.annotators.entities;

import org.dragoman.annotators.sequences.SequenceTagger;
import org.dragoman.annotators.sequences.TaggerTraining;
import org.dragoman.annotators.sequences.Templates;
import org.dragoman.annotators.training.DataFile;
import org.dragoman.annotators.training.Training;
import org.dragoman.corpora.TagScheme;
import org.dragoman.corpora.TaggedSentence;
import org.dragoman.eval.label.SpanScore;
import org.dragoman.pipeline.settings.Settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Trains a finder of entities on tagged sentences.
 *
 * <p>Keys of its file: {@code train}, a list of sources ({@code files, tokenColumn, tagColumn, scheme, ends, types}), the one that the
 * finder is for first; {@code dev}, a source that the finder is scored on; and those of {@link TaggerTraining}, in which a block is
 * {@value #BLOCK} sentences (neighbours share names, so single sentences would be too easy).
 */
public final class EntityTraining implements TaggerTraining.Task {
    /** Name of the model file in the output folder. */
    public static final String MODEL = "finder.bin";

    private static final int BLOCK = 50;

    private final List<EntitySource> train;
    private final Optional<EntitySource> dev;

    private EntityTraining(Settings settings) {
        train = settings.objects("train", EntitySource::from)
                .check(sources -> !sources.isEmpty(), "one source or more")
                .required();
        dev = settings.object("dev", EntitySource::from).optional();
    }

    /** Reads the settings. */
    public static Training from(Settings settings) {
        return new TaggerTraining(new EntityTraining(settings), settings);
    }

    @Override
    public String name() {
        return EntityFinder.TASK;
    }

    @Override
    public Templates templates() {
        return Templates.NAMES;
    }

    @Override
    public String fileName() {
        return MODEL;
    }

    @Override
    public List<DataFile> data() {
        var data = new ArrayList<DataFile>();
        train.forEach(source -> source.files().forEach(file -> data.add(DataFile.of("train", file))));
        dev.ifPresent(source -> source.files().forEach(file -> data.add(DataFile.of("dev", file))));
        return data;
    }

    @Override
    public TaggerTraining.Material read() {
        var sources = train.stream().map(EntitySource::read).toList();
        var sentences = sources.stream().mapToInt(List::size).sum();
        return new TaggerTraining.Material(
                blocks(sources.get(0)),
                sources.subList(1, sources.size()),
                dev.map(EntitySource::read).orElse(List.of()),
                Map.of("sentences", Integer.toString(sentences)));
    }

    private static List<List<TaggedSentence>> blocks(List<TaggedSentence> sentences) {
        return IntStream.iterate(0, start -> start < sentences.size(), start -> start + BLOCK)
                .mapToObj(start -> sentences.subList(start, Math.min(start + BLOCK, sentences.size())))
                .toList();
    }

    @Override
    public Map<String, Double> score(SequenceTagger tagger, List<TaggedSentence> sentences) {
        var right = sentences.stream().map(TaggedSentence::tags).iterator();
        var found =
                sentences.stream().map(TaggedSentence::tokens).map(tagger::tag).iterator();
        var score = SpanScore.of(right, found, TagScheme.LENIENT);
        var scores = new LinkedHashMap<String, Double>();
        scores.put("F1", score.micro().f1());
        scores.put("precision", score.micro().precision());
        scores.put("recall", score.micro().recall());
        score.byType().forEach((type, matches) -> scores.put(type + " F1", matches.f1()));
        return scores;
    }
}
