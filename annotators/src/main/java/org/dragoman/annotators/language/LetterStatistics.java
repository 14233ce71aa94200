package org.dragoman.annotators.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.ZipFile;

/**
 * The letters of one language, as the files of Lingua 1.2 have them: for each sequence of up to four letters, how often its last letter follows
 * the others, as a fraction.
 */
final class LetterStatistics {
    private static final List<String> FILES = List.of("unigrams", "bigrams", "trigrams", "quadrigrams");

    /** Logarithm of the probability of each sequence among those of its length. */
    private final Map<Long, Double> joint = new HashMap<>();

    /** Logarithm of the probability of each sequence's last letter after the others. */
    private final Map<Long, Double> conditional = new HashMap<>();

    /**
     * Reads the statistics of a language from the jar of Lingua.
     *
     * @param least logarithm of the least probability that a sequence must have to be kept
     */
    static LetterStatistics read(Path jar, String language, double least) {
        var result = new LetterStatistics();
        try (var zip = new ZipFile(jar.toFile())) {
            for (var i = 0; i < FILES.size(); i++) {
                var name = "language-models/" + language + "/" + FILES.get(i) + ".json";
                var entry = zip.getEntry(name);
                if (entry == null && i == 0) {
                    throw new IOException("it has no " + name);
                }
                if (entry == null) {
                    break; // a language that alone writes with its letters has no longer sequences
                }
                var length = i + 1;
                read(
                        zip.getInputStream(entry),
                        (sequences, fraction) -> result.add(sequences, length, fraction, least));
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot read the statistics of '" + language + "' from " + jar + ": " + e.getMessage(), e);
        }
    }

    private interface Visitor {
        void visit(String sequences, double logFraction) throws IOException;
    }

    /** Visits the pairs of an object such as {@code {"language": "ENGLISH", "ngrams": {"1/2": "ab cd"}}}. */
    private static void read(InputStream in, Visitor visitor) throws IOException {
        try (in;
                var parser = new JsonFactory().createParser(in)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME
                        && parser.currentName().indexOf('/') > 0) {
                    var fraction = parser.currentName();
                    visitor.visit(parser.nextTextValue(), logarithm(fraction));
                }
            }
        }
    }

    private static double logarithm(String fraction) throws IOException {
        var parts = fraction.split("/");
        try {
            return StrictMath.log(Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]));
        } catch (NumberFormatException e) {
            throw new IOException("\"" + fraction + "\" is no fraction", e);
        }
    }

    private void add(String sequences, int length, double logFraction, double least) {
        for (var letters : sequences.split(" ")) {
            if (letters.length() == length) {
                var sequence = sequence(letters);
                var probability =
                        logFraction + (length == 1 ? 0 : joint.getOrDefault(sequence >>> 16, Double.NEGATIVE_INFINITY));
                if (probability >= least) {
                    joint.put(sequence, probability);
                    conditional.put(sequence, logFraction);
                }
            }
        }
    }

    static long sequence(String letters) {
        var sequence = 0L;
        for (var i = 0; i < letters.length(); i++) {
            sequence = sequence << 16 | letters.charAt(i);
        }
        return sequence;
    }

    /**
     * Passes on the sequences that tell something which shorter ones don't: those whose probability times the error of the estimate from the
     * next shorter sequence is large enough (after Stolcke 1998, Entropy-based Pruning of Backoff Language Models).
     *
     * @param leastGain in nats a letter
     */
    void forEach(double leastGain, BiConsumer<Long, Double> visitor) {
        var kept = new HashMap<Long, Double>();
        List.copyOf(conditional.keySet()).stream()
                .sorted(LetterStatistics::byLength)
                .forEach(sequence -> {
                    var isLetter = sequence >>> 16 == 0;
                    var gain = isLetter
                            ? 1
                            : StrictMath.exp(joint.get(sequence))
                                    * Math.abs(conditional.get(sequence) - estimate(sequence, kept));
                    if (gain >= leastGain) {
                        kept.put(sequence, conditional.get(sequence));
                        visitor.accept(sequence, conditional.get(sequence));
                    }
                });
    }

    private static int byLength(long a, long b) {
        return Long.compareUnsigned(a, b); // a longer sequence is a larger number
    }

    /** What an identifier would take for the sequence if it had only the shorter ones. */
    private static double estimate(long sequence, Map<Long, Double> kept) {
        var penalty = 0.0;
        for (var length = NgramTable.LONGEST; length >= 1; length--) {
            var shift = 64 - 16 * length;
            var shorter = sequence << shift >>> shift;
            if (shorter == sequence || length > 1 && shorter >>> 16 * (length - 1) == 0) {
                continue;
            }
            penalty += LanguageIdentifier.BACKOFF;
            if (kept.containsKey(shorter)) {
                return kept.get(shorter) + penalty;
            }
        }
        return -NgramTable.STEP * NgramTable.STEPS;
    }
}
