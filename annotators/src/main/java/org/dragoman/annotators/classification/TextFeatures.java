package org.dragoman.annotators.classification;

import org.dragoman.pipeline.settings.Settings;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * What a classifier sees of a text: which sequences of words and which sequences of characters occur in it, each reduced to 32 bits. How
 * often one occurs doesn't count.
 *
 * <p>A word is a run of letters, digits and marks, with single apostrophes inside; what is neither that nor white space counts as words
 * too, one for each run. Hashes are the same on every machine, since they stand in model files; of a million features about a hundred share
 * theirs with another. Time is proportional to the length of the text.
 *
 * @param words longest sequence of words, 0 for none
 * @param shortestCharacters shortest sequence of characters inside a word, whose ends count as characters
 * @param longestCharacters longest such sequence, 0 for none
 * @param edges whether the start and the end of the text count as words, in sequences of two or more
 * @param negation whether a word after <em>not</em> and its like, up to the next punctuation, is another than without (Pang, Lee and
 *     Vaithyanathan 2002, section 5); for English
 * @param shapes whether the shape of each word counts too: capitals, small letters, digits
 */
public record TextFeatures(
        int words, int shortestCharacters, int longestCharacters, boolean edges, boolean negation, boolean shapes) {
    private static final int LONGEST = 10;
    private static final Set<String> NEGATIONS = Set.of(
            "not",
            "no",
            "never",
            "cannot",
            "without",
            "nor",
            "neither",
            "hardly",
            "barely",
            "scarcely",
            "nobody",
            "nothing",
            "none",
            "nowhere");
    private static final int NEGATED = 0x3C6EF372;
    private static final int SHAPE = 0x1B873593;
    private static final int CHARACTERS = 0x27D4EB2F;

    public TextFeatures {
        if (words < 0 || words > LONGEST || longestCharacters < 0 || longestCharacters > LONGEST) {
            throw new IllegalArgumentException("sequences may have 0 to " + LONGEST + " words and characters, got "
                    + words + " words and " + longestCharacters + " characters");
        }
        if (longestCharacters > 0 && (shortestCharacters < 1 || shortestCharacters > longestCharacters)) {
            throw new IllegalArgumentException("the shortest sequence of characters must be 1 to " + longestCharacters
                    + " long, got " + shortestCharacters);
        }
        if (words == 0 && longestCharacters == 0) {
            throw new IllegalArgumentException("features need sequences of words, of characters, or both");
        }
    }

    /** Sequences of words only. */
    public static TextFeatures ofWords(int longest) {
        return new TextFeatures(longest, 0, 0, false, false, false);
    }

    /**
     * Reads the keys {@code words}, {@code characters} (shortest and longest), {@code edges}, {@code negation}
     * and {@code shapes}; by default single words and nothing else.
     */
    public static TextFeatures from(Settings settings) {
        var characters = settings.integers("characters")
                .check(range -> range.size() == 2, "a list of the shortest and the longest length")
                .check(
                        range -> range.get(0) >= 1 && range.get(0) <= range.get(1) && range.get(1) <= LONGEST,
                        "two lengths from 1 to " + LONGEST + ", the shorter first");
        var range = characters.optional();
        var leastWords = range.isPresent() ? 0 : 1;
        return new TextFeatures(
                settings.integer("words").between(leastWords, LONGEST).or(1),
                range.map(r -> r.get(0)).orElse(0),
                range.map(r -> r.get(1)).orElse(0),
                settings.flag("edges").or(false),
                settings.flag("negation").or(false),
                settings.flag("shapes").or(false));
    }

    /** The hashes of the features of a text, sorted, each once. */
    int[] of(String text) {
        var found = new Hashes();
        var lowerCase = text.toLowerCase(Locale.ROOT);
        var ends = TextWords.ends(lowerCase);
        var hashes = hashes(lowerCase, ends);
        addSequences(edges && words > 1 ? withEdges(hashes) : hashes, found);
        for (var i = 0; i < ends.length && longestCharacters > 0; i += 2) {
            addCharacters(lowerCase, ends[i], ends[i + 1], found);
        }
        if (shapes) {
            addShapes(text, found);
        }
        return found.distinct();
    }

    /** One hash for each word, with the mark of negation. */
    private int[] hashes(String text, int[] ends) {
        var hashes = new int[ends.length / 2];
        var negated = false;
        for (var i = 0; i < hashes.length; i++) {
            var start = ends[2 * i];
            var end = ends[2 * i + 1];
            var isWord = TextWords.isInWord(text.codePointAt(start));
            hashes[i] = Hashes.of(text, start, end, negated && isWord ? NEGATED : 0);
            if (negation) {
                negated = isWord && (negated || negates(text, start, end));
            }
        }
        return hashes;
    }

    private static boolean negates(String text, int start, int end) {
        var word = text.substring(start, end);
        return word.endsWith("n't") || word.endsWith("n’t") || NEGATIONS.contains(word);
    }

    private static int[] withEdges(int[] hashes) {
        var result = new int[hashes.length + 2];
        System.arraycopy(hashes, 0, result, 1, hashes.length);
        result[0] = 1;
        result[result.length - 1] = 2;
        return result;
    }

    private void addSequences(int[] hashes, Hashes found) {
        for (var start = 0; start < hashes.length; start++) {
            var hash = 0;
            for (var length = 1; length <= words && start + length <= hashes.length; length++) {
                hash = Hashes.joined(hash, hashes[start + length - 1]);
                found.add(Hashes.mixed(hash + length));
            }
        }
    }

    /** The character sequences of a word; its ends are outside the text, and count as one character each. */
    private void addCharacters(String text, int start, int end, Hashes found) {
        for (var from = start - 1; from <= end; from++) {
            var hash = CHARACTERS;
            for (var to = from; to <= end && to - from < longestCharacters; to++) {
                hash = Hashes.joined(hash, to < start || to == end ? ' ' : text.charAt(to));
                if (to - from + 1 >= shortestCharacters) {
                    found.add(Hashes.mixed(hash));
                }
            }
        }
    }

    private static void addShapes(String text, Hashes found) {
        var ends = TextWords.ends(text);
        for (var i = 0; i < ends.length; i += 2) {
            var hash = SHAPE;
            var last = 0;
            var run = 0;
            for (var at = ends[i]; at < ends[i + 1]; at++) {
                var kind = shape(text.charAt(at));
                run = kind == last ? run + 1 : 1;
                last = kind;
                if (run <= 4) {
                    hash = Hashes.joined(hash, kind);
                }
            }
            found.add(Hashes.mixed(hash));
        }
    }

    private static int shape(char c) {
        if (Character.isDigit(c)) {
            return '0';
        }
        if (Character.isUpperCase(c)) {
            return 'X';
        }
        return Character.isLetter(c) ? 'x' : c;
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(words);
        out.writeByte(shortestCharacters);
        out.writeByte(longestCharacters);
        out.writeBoolean(edges);
        out.writeBoolean(negation);
        out.writeBoolean(shapes);
    }

    static TextFeatures read(DataInput in) throws IOException {
        try {
            return new TextFeatures(
                    in.readByte(), in.readByte(), in.readByte(), in.readBoolean(), in.readBoolean(), in.readBoolean());
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** A growing list of hashes. */
    private static final class Hashes {
        private static final int PRIME = 0x01000193; // of the FNV hash

        private int[] values = new int[256];
        private int size;

        void add(int hash) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = hash;
        }

        int[] distinct() {
            Arrays.sort(values, 0, size);
            var different = 0;
            for (var i = 0; i < size; i++) {
                if (different == 0 || values[i] != values[different - 1]) {
                    values[different++] = values[i];
                }
            }
            return Arrays.copyOf(values, different);
        }

        static int of(CharSequence text, int start, int end, int seed) {
            var hash = 0x811C9DC5 ^ seed;
            for (var i = start; i < end; i++) {
                hash = (hash ^ text.charAt(i)) * PRIME;
            }
            return mixed(hash);
        }

        static int joined(int hash, int next) {
            return Integer.rotateLeft(hash * 0xCC9E2D51, 15) * 5 + next * PRIME;
        }

        /** The last step of MurmurHash3, after which similar inputs are far apart. */
        static int mixed(int value) {
            var h = value;
            h = (h ^ h >>> 16) * 0x85EBCA6B;
            h = (h ^ h >>> 13) * 0xC2B2AE35;
            return h ^ h >>> 16;
        }
    }
}
