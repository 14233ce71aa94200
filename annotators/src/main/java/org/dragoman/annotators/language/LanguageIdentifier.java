package org.dragoman.annotators.language;

import org.dragoman.annotators.models.BinaryFormat;
import org.dragoman.annotators.models.ModelResource;
import org.dragoman.pipeline.Label;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Tells the language of a text, even of one short sentence.
 *
 * <p>Each language gives each letter a probability after the letters before it in its word: that of the longest sequence of up to four that it
 * knows, times 0.4 for each letter less (stupid backoff: Brants et al. 2007, Large Language Models in Machine Translation, section 4). A
 * language that does not write with a letter at all gives it next to nothing, so scripts need no rules of their own.
 *
 * <p>The time is proportional to the text; no more than the first {@value #LONGEST_TEXT} UTF-16 units of it are read. Safe for use by many
 * threads.
 */
public final class LanguageIdentifier {
    /** The tag of a text whose language can't be told (ISO 639-2, BCP 47). */
    public static final String UNDETERMINED = "und";

    static final BinaryFormat FORMAT = new BinaryFormat("languages", 1);
    static final double BACKOFF = Math.log(0.4);
    static final int LONGEST_TEXT = 20_000;

    private static final double UNKNOWN = -NgramTable.STEP * NgramTable.STEPS;
    private static final double LEAST_KNOWN = 0.5; // of the letters
    private static final double TEMPERATURE =
            3; // letters depend on more than three before them, so their product is too sure
    private static final ModelResource<LanguageIdentifier> STANDARD = new ModelResource<>(
            "org.dragoman:dragoman-model-languages", "languages/languages.bin", LanguageIdentifier::read);

    private final NgramTable table;

    LanguageIdentifier(NgramTable table) {
        this.table = table;
    }

    /**
     * The identifier that comes along, read once.
     *
     * @throws java.io.UncheckedIOException if it is not on the class path; the message names the Maven artefact to add
     */
    public static LanguageIdentifier standard() {
        return STANDARD.get();
    }

    /**
     * Reads a file.
     *
     * @throws java.io.UncheckedIOException if it can't be read, is another kind of model, or is damaged
     */
    public static LanguageIdentifier read(Path file) {
        return new LanguageIdentifier(FORMAT.read(file, NgramTable::read));
    }

    /** Reads the bytes of a file; {@code source} stands for it in messages. */
    public static LanguageIdentifier read(String source, byte[] file) {
        return new LanguageIdentifier(FORMAT.read(source, file, NgramTable::read));
    }

    /** BCP 47 tags of the languages that it knows, sorted. */
    public List<String> languages() {
        return table.languages();
    }

    /** BCP 47 tag of the likeliest language, or {@value #UNDETERMINED}. */
    public String language(String text) {
        return best(text).name();
    }

    /**
     * The likeliest language with how sure it is, 0 to 1; {@value #UNDETERMINED} with 0 if the text has no letters, or if most of its letters
     * belong to no script that the likeliest language is written in.
     */
    public Label best(String text) {
        return rank(text).stream().findFirst().orElse(new Label(UNDETERMINED, 0));
    }

    /** All languages, the likeliest first, with scores that add up to 1; none if the language can't be told. */
    public List<Label> rank(String text) {
        var scores = new Scores(table);
        scores.add(prepared(text));
        if (scores.isUndetermined()) {
            return List.of();
        }
        var labels = new ArrayList<Label>();
        var shares = scores.shares();
        for (var i = 0; i < shares.length; i++) {
            labels.add(new Label(table.languages().get(i), shares[i]));
        }
        labels.sort(Comparator.comparingDouble(Label::score).reversed());
        return List.copyOf(labels);
    }

    private static String prepared(String text) {
        var start = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        return Normalizer.normalize(start, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** The scores of one text. */
    private static final class Scores {
        private final NgramTable table;
        private final double[] sums;
        private final int[] knownLetters;
        private final int[] lastSeen; // number of the letter for which a language has its score
        private int letters;

        Scores(NgramTable table) {
            this.table = table;
            var languages = table.languages().size();
            this.sums = new double[languages];
            this.knownLetters = new int[languages];
            this.lastSeen = new int[languages];
        }

        void add(String text) {
            var history = 0L;
            for (var i = 0; i < text.length(); i++) {
                var c = text.charAt(i);
                if (Character.isLetter(c)) {
                    history = history << 16 | c;
                    addLetter(history);
                } else {
                    history = 0;
                }
            }
        }

        /** Adds what each language says of the last letter of {@code history}, from the longest sequence to the letter alone. */
        private void addLetter(long history) {
            letters++;
            var penalty = 0.0;
            for (var length = NgramTable.LONGEST; length >= 1; length--) {
                var shift = 64 - 16 * length;
                var sequence = history << shift >>> shift;
                if (length > 1 && sequence >>> 16 * (length - 1) == 0) {
                    continue; // the word has no more letters before this one
                }
                addSequence(table.find(sequence), penalty);
                penalty += BACKOFF;
            }
            for (var i = 0; i < sums.length; i++) {
                sums[i] += lastSeen[i] == letters ? 0 : UNKNOWN;
            }
        }

        private void addSequence(int start, double penalty) {
            for (var i = 0; start >= 0 && i < table.count(start); i++) {
                var language = table.language(start, i);
                if (lastSeen[language] != letters) {
                    lastSeen[language] = letters;
                    knownLetters[language]++;
                    sums[language] += table.logProbability(start, i) + penalty;
                }
            }
        }

        boolean isUndetermined() {
            var best = 0;
            for (var i = 1; i < sums.length; i++) {
                best = sums[i] > sums[best] ? i : best;
            }
            return letters == 0 || knownLetters[best] < LEAST_KNOWN * letters;
        }

        double[] shares() {
            var largest = Arrays.stream(sums).max().orElseThrow();
            var shares = new double[sums.length];
            var total = 0.0;
            for (var i = 0; i < sums.length; i++) {
                shares[i] = StrictMath.exp((sums[i] - largest) / TEMPERATURE);
                total += shares[i];
            }
            for (var i = 0; i < sums.length; i++) {
                shares[i] /= total;
            }
            return shares;
        }
    }
}
