package org.dragoman.eval.text;

import org.dragoman.eval.Metric;
import org.dragoman.eval.Segment;
import org.dragoman.eval.Signature;

import java.util.List;

/**
 * Translation edit rate (Snover et al. 2006), equal to sacreBLEU 2.6.0, which follows Tercom: the edits that turn hypotheses into
 * references, by the mean length of the references. An edit inserts, deletes or replaces a word, or shifts a phrase.
 *
 * <p>Less is better. A segment with an empty reference has as many edits as its hypothesis has words; a corpus whose references are all
 * empty scores 100, or 0 if its hypotheses are, too. Of several references, the one that takes the fewest edits counts, and the length is
 * the mean of them all. sacreBLEU normalizes references twice and hypotheses once, so with {@link TerConfig#normalized} a hypothesis that
 * equals its reference may have edits: {@code it's.} has two words then as a hypothesis and three as a reference. Lower casing follows the
 * Unicode data of the Java machine, as in {@link Bleu}.
 */
public final class Ter implements Metric<TerStatistics, TerScore> {
    private final TerConfig config;
    private final TercomTokenizer tokenizer;

    public Ter(TerConfig config) {
        this.config = config;
        tokenizer = new TercomTokenizer(config);
    }

    /** Settings that the scores are made with. */
    public TerConfig config() {
        return config;
    }

    @Override
    public TerStatistics statistics(Segment segment) {
        var numbers = new TokenNumbers();
        var references = segment.references().stream()
                .map(tokenizer::tokenizeReference)
                .map(numbers::add)
                .toList();
        var hypothesis = numbers.find(tokenizer.tokenize(segment.hypothesis()));
        var words = references.stream().mapToLong(reference -> reference.length).sum();
        return TerStatistics.of(fewestEdits(hypothesis, references), references.size(), words);
    }

    private static int fewestEdits(int[] hypothesis, List<int[]> references) {
        var fewest = Integer.MAX_VALUE;
        for (var reference : references) {
            fewest = Math.min(fewest, TerEdits.count(hypothesis, reference));
        }
        return fewest;
    }

    @Override
    public TerScore score(TerStatistics statistics) {
        var edits = statistics.edits();
        var length = statistics.referenceLength();
        return new TerScore(100 * rate(edits, length), edits, length, signature(statistics));
    }

    private static double rate(long edits, double referenceLength) {
        if (referenceLength > 0) {
            return edits / referenceLength;
        }
        return edits > 0 ? 1 : 0;
    }

    private Signature signature(TerStatistics statistics) {
        var most = statistics.mostReferences();
        var references = statistics.fewestReferences() == most ? Integer.toString(most) : "var";
        return new Signature(List.of(
                new Signature.Field("nrefs", "#", references),
                new Signature.Field("case", "c", config.caseSensitive() ? "mixed" : "lc"),
                new Signature.Field("tok", "t", "tercom"),
                new Signature.Field("norm", "nr", yesOrNo(config.normalized())),
                new Signature.Field("punct", "pn", yesOrNo(!config.noPunctuation())),
                new Signature.Field("asian", "as", yesOrNo(config.asianSupport())),
                Signature.VERSION));
    }

    private static String yesOrNo(boolean value) {
        return value ? "yes" : "no";
    }
}
