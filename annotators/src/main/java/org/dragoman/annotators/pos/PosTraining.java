package org.dragoman.annotators.pos;

import org.dragoman.annotators.sequences.SequenceTagger;
import org.dragoman.annotators.sequences.TaggerTraining;
import org.dragoman.annotators.sequences.Templates;
import org.dragoman.annotators.training.DataFile;
import org.dragoman.annotators.training.Training;
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
 * <p>Keys of its file: {@code train}, treebanks in CoNLL-U; {@code dev}, one that the tagger is scored on; and those of {@link
 * TaggerTraining}, in which a block is a document.
 */
public final class PosTraining implements TaggerTraining.Task {
    /** Name of the model file in the output folder. */
    public static final String MODEL = "tagger.bin";

    private final List<Path> train;
    private final Optional<Path> dev;

    private PosTraining(Settings settings) {
        train = settings.paths("train")
                .check(files -> !files.isEmpty(), "one treebank or more")
                .required();
        dev = settings.path("dev").optional();
    }

    /** Reads the settings. */
    public static Training from(Settings settings) {
        return new TaggerTraining(new PosTraining(settings), settings);
    }

    @Override
    public String name() {
        return WordPosTagger.TASK;
    }

    @Override
    public Templates templates() {
        return Templates.PARTS_OF_SPEECH;
    }

    @Override
    public String fileName() {
        return MODEL;
    }

    @Override
    public List<DataFile> data() {
        var data = new ArrayList<DataFile>();
        train.forEach(file -> data.add(DataFile.of("train", file)));
        dev.ifPresent(file -> data.add(DataFile.of("dev", file)));
        return data;
    }

    @Override
    public TaggerTraining.Material read() {
        var documents = train.stream()
                .flatMap(file -> Treebanks.read(file).stream())
                .map(PosTraining::sentences)
                .toList();
        var scored = dev.stream()
                .flatMap(file -> Treebanks.read(file).stream())
                .flatMap(document -> sentences(document).stream())
                .toList();
        return new TaggerTraining.Material(
                documents, List.of(), scored, Map.of("documents", Integer.toString(documents.size())));
    }

    private static List<TaggedSentence> sentences(Document document) {
        var sentences = new ArrayList<TaggedSentence>();
        for (var sentence : Sentence.in(document)) {
            var words = sentence.wordsOf(document.get(Layers.WORDS)).stream()
                    .map(Word::form)
                    .toList();
            var tags = sentence.wordsOf(document.get(Layers.POS)).stream()
                    .map(WordPosTagger::join)
                    .toList();
            sentences.add(new TaggedSentence(words, tags));
        }
        return sentences;
    }

    @Override
    public Map<String, Double> score(SequenceTagger tagger, List<TaggedSentence> sentences) {
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
        var scores = new LinkedHashMap<String, Double>();
        scores.put("UPOS", (double) universal / words);
        scores.put("XPOS", (double) treebank / words);
        return scores;
    }
}
