package org.dragoman.annotators.sentences;

import org.dragoman.annotators.linear.Features;
import org.dragoman.annotators.linear.LinearSettings;
import org.dragoman.annotators.linear.LinearTrainer;
import org.dragoman.annotators.training.Seed;
import org.dragoman.annotators.training.SpanCounts;
import org.dragoman.annotators.training.TreebankLearner;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Span;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Learns a {@link SentenceModel} from the sentences of documents whose paragraphs are separated by blank lines. */
final class SentenceLearner implements TreebankLearner<SentenceModel> {
    private final String language;
    private final LinearSettings settings;
    private final Seed seed;

    SentenceLearner(String language, LinearSettings settings, Seed seed) {
        this.language = language;
        this.settings = settings;
        this.seed = seed;
    }

    @Override
    public SentenceModel learn(List<Document> documents) {
        var trainer = new LinearTrainer(2, settings, seed);
        var rules = BoundaryRules.of(language);
        var features = new Features();
        for (var document : documents) {
            var ends = document.get(Layers.SENTENCES).stream().map(Span::end).collect(Collectors.toSet());
            Boundary gold = gap -> {
                var isEnd = ends.contains(gap.left().end());
                var verdict = rules.verdict(gap);
                if (verdict == Verdict.OPEN || verdict == Verdict.UNMARKED) {
                    GapFeatures.fill(features, gap, verdict);
                    trainer.add(features, isEnd);
                }
                return isEnd;
            };
            new SentenceSplitter(SentenceUnit.PARAGRAPH, gold).split(document.text());
        }
        return new SentenceModel(language, trainer.train());
    }

    @Override
    public Map<String, Double> score(SentenceModel model, List<Document> documents) {
        var splitter = new SentenceSplitter(SentenceUnit.PARAGRAPH, new LearnedBoundary(model));
        var counts = new SpanCounts();
        for (var document : documents) {
            counts.add(document.get(Layers.SENTENCES), splitter.split(document.text()));
        }
        return counts.scores();
    }

    @Override
    public Map<String, String> facts(SentenceModel model) {
        return Map.of(
                "language",
                model.language(),
                "features",
                Integer.toString(model.weights().features()));
    }

    @Override
    public String fileName() {
        return "sentences.bin";
    }

    @Override
    public void write(SentenceModel model, Path file) {
        SentenceModel.FORMAT.write(file, model::write);
    }
}
