package org.dragoman.annotators.tokens;

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

/** Learns where tokens end inside the sentences of a treebank. */
final class TokenLearner implements TreebankLearner<LearnedTokenBorder> {
    private final LinearSettings settings;
    private final Seed seed;

    TokenLearner(LinearSettings settings, Seed seed) {
        this.settings = settings;
        this.seed = seed;
    }

    @Override
    public LearnedTokenBorder learn(List<Document> documents) {
        var trainer = new LinearTrainer(2, settings, seed);
        var features = new Features();
        for (var document : documents) {
            var starts = document.get(Layers.TOKENS).stream().map(Span::start).collect(Collectors.toSet());
            TokenBorder gold = (piece, start, index) -> {
                var isBorder = starts.contains(piece.offset() + index);
                if (BorderFeatures.isCandidate(piece.text(), index)) {
                    BorderFeatures.fill(features, piece, start, index);
                    trainer.add(features, isBorder);
                }
                return isBorder;
            };
            tokens(new Tokenizer(gold), document);
        }
        return new LearnedTokenBorder(trainer.train());
    }

    private static List<Span> tokens(Tokenizer tokenizer, Document document) {
        return document.get(Layers.SENTENCES).stream()
                .flatMap(sentence -> tokenizer.tokenize(document.text(), sentence).stream())
                .toList();
    }

    /** Scores of the tokens inside the treebank's own sentences. */
    @Override
    public Map<String, Double> score(LearnedTokenBorder border, List<Document> documents) {
        var tokenizer = new Tokenizer(border);
        var counts = new SpanCounts();
        for (var document : documents) {
            counts.add(document.get(Layers.TOKENS), tokens(tokenizer, document));
        }
        return counts.scores();
    }

    @Override
    public Map<String, String> facts(LearnedTokenBorder border) {
        return Map.of("features", Integer.toString(border.weights().features()));
    }

    @Override
    public String fileName() {
        return "tokens.bin";
    }

    @Override
    public void write(LearnedTokenBorder border, Path file) {
        LearnedTokenBorder.FORMAT.write(file, border.weights()::write);
    }
}
