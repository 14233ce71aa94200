package org.dragoman.cli;

import org.dragoman.eval.Metric;
import org.dragoman.eval.text.Bleu;
import org.dragoman.eval.text.BleuConfig;
import org.dragoman.eval.text.BleuSmoothing;
import org.dragoman.eval.text.BleuTokenizer;
import org.dragoman.eval.text.Chrf;
import org.dragoman.eval.text.ChrfConfig;
import org.dragoman.eval.text.Ter;
import org.dragoman.eval.text.TerConfig;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Optional;

/** The options that say how texts are scored. */
final class MetricOptions {
    @Option(
            names = "--metrics",
            paramLabel = "NAMES",
            split = ",",
            defaultValue = "bleu",
            description = "bleu, chrf, chrf++ and ter, separated by commas. Default: bleu.")
    private List<String> names;

    @Option(
            names = "--tokenize",
            paramLabel = "NAME",
            defaultValue = "13a",
            description = "BLEU: 13a, none, intl, char or zh. Default: 13a.")
    private String tokenizer;

    @Option(names = "--lowercase", description = "BLEU and chrF: ignore case.")
    private boolean lowerCase;

    @Option(
            names = "--smooth",
            paramLabel = "NAME",
            defaultValue = "exp",
            description = "BLEU smoothing: exp, floor, add-k or none. Default: exp.")
    private String smoothing;

    @Option(
            names = "--smooth-value",
            paramLabel = "X",
            description = "BLEU: the value for floor (default 0.1) or add-k (default 1).")
    private Optional<Double> smoothingValue = Optional.empty();

    @Option(names = "--effective-order", description = "BLEU: leave out orders of which the output has no n-gram.")
    private boolean effectiveOrder;

    @Option(
            names = "--chrf-char-order",
            paramLabel = "N",
            defaultValue = "6",
            description = "chrF: longest n-grams of characters. Default: 6.")
    private int characterOrder;

    @Option(
            names = "--chrf-word-order",
            paramLabel = "N",
            defaultValue = "0",
            description = "chrF: longest n-grams of words; chrf++ has 2. Default: 0.")
    private int wordOrder;

    @Option(
            names = "--chrf-beta",
            paramLabel = "N",
            defaultValue = "2",
            description = "chrF: how many times as much recall weighs. Default: 2.")
    private int beta;

    @Option(names = "--chrf-whitespace", description = "chrF: count white space, too.")
    private boolean whiteSpace;

    @Option(names = "--chrf-eps-smoothing", description = "chrF: average F-scores, as the authors' script does.")
    private boolean epsilonSmoothing;

    @Option(names = "--ter-normalized", description = "TER: divide punctuation from words.")
    private boolean normalized;

    @Option(names = "--ter-no-punct", description = "TER: leave punctuation out.")
    private boolean noPunctuation;

    @Option(names = "--ter-asian-support", description = "TER: divide Chinese characters and Asian punctuation.")
    private boolean asianSupport;

    @Option(names = "--ter-case-sensitive", description = "TER: words that differ in case differ.")
    private boolean caseSensitive;

    /**
     * The metrics in the order in which they were asked for.
     *
     * @param forSentences whether single lines are scored, for which BLEU takes effective orders
     * @throws IllegalArgumentException if one is unknown or a setting is out of its range
     */
    List<Metric<?, ?>> metrics(boolean forSentences) {
        return names.stream()
                .<Metric<?, ?>>map(name -> metric(name, forSentences))
                .toList();
    }

    private Metric<?, ?> metric(String name, boolean forSentences) {
        return switch (name) {
            case "bleu" -> new Bleu(bleu().withEffectiveOrder(effectiveOrder || forSentences));
            case "chrf" -> new Chrf(chrf(wordOrder));
            case "chrf++" -> new Chrf(chrf(2));
            case "ter" -> new Ter(new TerConfig(normalized, noPunctuation, asianSupport, caseSensitive));
            default ->
                throw new IllegalArgumentException(
                        "there is no metric \"" + name + "\"; expected one of bleu, chrf, chrf++, ter");
        };
    }

    private BleuConfig bleu() {
        return BleuConfig.CORPUS
                .withTokenizer(BleuTokenizer.named(tokenizer))
                .withSmoothing(smoothing())
                .withLowerCase(lowerCase);
    }

    private BleuSmoothing smoothing() {
        return switch (smoothing) {
            case "exp" -> new BleuSmoothing.Exponential();
            case "floor" -> new BleuSmoothing.Floor(smoothingValue.orElse(0.1));
            case "add-k" -> new BleuSmoothing.AddK(smoothingValue.orElse(1.0));
            case "none" -> new BleuSmoothing.None();
            default ->
                throw new IllegalArgumentException(
                        "there is no smoothing \"" + smoothing + "\"; expected one of exp, floor, add-k, none");
        };
    }

    private ChrfConfig chrf(int words) {
        return new ChrfConfig(characterOrder, words, beta, lowerCase, whiteSpace, epsilonSmoothing);
    }
}
