package org.dragoman.annotators.pos;

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
import org.dragoman.annotators.training.Treebanks;
import org.dragoman.corpora.TaggedSentence;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Sentence;
import org.dragoman.pipeline.Word;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains a tagger of parts of speech on treebanks.
 *
 * <p>Keys of its file: {@code train}, treebanks in CoNLL-U; {@code dev}, one that the tagger is scored on; {@code heldOut}, every how many
 * documents of the first are set apart and scored on, 0 for none; {@code output}, a folder; and those of {@link SequenceSettings}.
 */
public final class PosTraining implements Training {
    /** Name of the model file in the output folder. */
    public static final String MODEL = "tagger.bin";

    private final String settings;
    private final List<Path> train;
    private final Optional<Path> dev;
    private final HeldOut heldOut;
    private final Path output;
    private final SequenceSettings sequence;

    private PosTraining(
            String settings,
            List<Path> train,
            Optional<Path> dev,
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
    public static PosTraining from(Settings settings) {
        return new PosTraining(
                settings.json(),
                settings.paths("train")
                        .check(files -> !files.isEmpty(), "one treebank or more")
                        .required(),
                settings.path("dev").optional(),
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
        var documents =
                train.stream().flatMap(file -> Treebanks.read(file).stream()).toList();
        var scored = new LinkedHashMap<String, List<TaggedSentence>>();
        scored.put("held-out", sentences(heldOut.of(documents)));
        scored.put("dev", dev.map(file -> sentences(Treebanks.read(file))).orElse(List.of()));
        scored.values().removeIf(List::isEmpty);
        var trained = new SequenceTraining(WordPosTagger.TASK, Templates.PARTS_OF_SPEECH, sequence)
                .train(List.of(sentences(heldOut.rest(documents))), tagger -> scores(tagger, scored), listener);
        return write(trained, documents);
    }

    private static List<TaggedSentence> sentences(List<Document> documents) {
        var sentences = new ArrayList<TaggedSentence>();
        for (var document : documents) {
            for (var sentence : Sentence.in(document)) {
                var words = sentence.wordsOf(document.get(Layers.WORDS)).stream()
                        .map(Word::form)
                        .toList();
                var tags = sentence.wordsOf(document.get(Layers.POS)).stream()
                        .map(WordPosTagger::join)
                        .toList();
                sentences.add(new TaggedSentence(words, tags));
            }
        }
        return sentences;
    }

    private static Map<String, Double> scores(SequenceTagger tagger, Map<String, List<TaggedSentence>> scored) {
        var scores = new LinkedHashMap<String, Double>();
        scored.forEach((name, sentences) -> {
            var words = 0;
            var universal = 0;
            var treebank = 0;
            for (var sentence : sentences) {
                var found = tagger.tag(sentence.tokens());
                for (var i = 0; i < found.size(); i++) {
                    var right = WordPosTagger.split(sentence.tags().get(i));
                    var tag = WordPosTagger.split(found.get(i));
                    words++;
                    universal += tag.universal().equals(right.universal()) ? 1 : 0;
                    treebank += tag.treebank().equals(right.treebank()) ? 1 : 0;
                }
            }
            scores.put(name + " UPOS", (double) universal / words);
            scores.put(name + " XPOS", (double) treebank / words);
        });
        return scores;
    }

    private ModelRecord write(SequenceTraining.Result trained, List<Document> documents) {
        var data = new ArrayList<DataFile>();
        train.forEach(file -> data.add(DataFile.of("train", file)));
        dev.ifPresent(file -> data.add(DataFile.of("dev", file)));
        sequence.text().forEach(file -> data.add(DataFile.of("text", file)));
        var facts = new LinkedHashMap<String, String>();
        facts.put("documents", Integer.toString(documents.size()));
        facts.put("tags", Integer.toString(trained.tagger().tags().size()));
        facts.put("features", Integer.toString(trained.tagger().features()));
        var model = output.resolve(MODEL);
        ModelFolder.make(output);
        trained.tagger().write(model);
        var record = new ModelRecord(
                WordPosTagger.TASK,
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
