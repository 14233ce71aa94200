package org.dragoman.nmt.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Numbers of pieces, from 0 without gaps; the first four are special. Immutable.
 *
 * <p>A special one is never the number of a text: a sentence that contains {@code </s>} doesn't end there but has an unknown piece.
 */
public final class Vocabulary {
    /** {@code <pad>}, which fills up the rows of a batch. */
    public static final int PADDING = 0;
    /** {@code <unk>}, which stands for every piece without a number. */
    public static final int UNKNOWN = 1;
    /** {@code <s>}, which a decoder reads first. */
    public static final int START = 2;
    /** {@code </s>}, which ends each source and target. */
    public static final int END = 3;

    private static final List<String> SPECIALS = List.of("<pad>", "<unk>", "<s>", "</s>");
    private static final int FINGERPRINT_BYTES = 4;

    private final List<String> pieces;
    private final Map<String, Integer> ids = new HashMap<>();

    /** Takes all pieces, the special ones first; {@code name} is where they come from, for messages. */
    private Vocabulary(List<String> pieces, String name) {
        this.pieces = List.copyOf(pieces);
        for (int id = 0; id < this.pieces.size(); id++) {
            var piece = this.pieces.get(id);
            checkText(piece, name, id);
            var first = ids.putIfAbsent(piece, id);
            if (first != null) {
                throw new IllegalArgumentException("%s:%d: \"%s\" stands on line %d already; remove one of the two"
                        .formatted(name, id + 1, piece, first + 1));
            }
        }
        SPECIALS.forEach(ids::remove);
    }

    private static void checkText(String piece, String name, int id) {
        if (piece.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s:%d: an empty line, where a piece was expected".formatted(name, id + 1));
        }
        boolean broken = piece.codePoints().anyMatch(c -> c == '\n' || c == '\r' || isLoneSurrogate(c));
        if (broken) {
            throw new IllegalArgumentException(
                    "%s:%d: a piece can't have a line break or half a surrogate pair, since it is stored as a line of UTF-8, got \"%s\""
                            .formatted(name, id + 1, piece));
        }
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /**
     * Numbers pieces by frequency, the most frequent first and equally frequent ones in code point order. The order of the map has
     * no influence; a piece that is written like a special one is left out.
     *
     * @param minimumCount occurrences below which a piece is left out
     * @param maximumSize most numbers, the four special ones counted; 4 or more
     */
    public static Vocabulary of(Map<String, Long> counts, long minimumCount, int maximumSize) {
        if (maximumSize < SPECIALS.size()) {
            throw new IllegalArgumentException(
                    "the maximum size must be at least 4, for the special pieces, got " + maximumSize);
        }
        var frequent = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= minimumCount && !SPECIALS.contains(entry.getKey()))
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey(CodePointOrder.CODE_POINTS)))
                .map(Map.Entry::getKey);
        var pieces =
                Stream.concat(SPECIALS.stream(), frequent).limit(maximumSize).toList();
        return new Vocabulary(pieces, "vocabulary");
    }

    /**
     * Numbers pieces in the order given, behind the special ones.
     *
     * @param pieces all different, and none written like a special one
     */
    public static Vocabulary inOrder(List<String> pieces) {
        return new Vocabulary(Stream.concat(SPECIALS.stream(), pieces.stream()).toList(), "vocabulary");
    }

    /** The same from pieces, which are counted. */
    public static Vocabulary of(Stream<String> pieces, long minimumCount, int maximumSize) {
        return of(
                pieces.collect(Collectors.groupingBy(Function.identity(), Collectors.counting())),
                minimumCount,
                maximumSize);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws IllegalArgumentException if the file doesn't start with the special pieces, or has an empty or a repeated line; the
     *     message has the line's number
     * @throws java.io.UncheckedIOException if the file can't be read as UTF-8
     */
    public static Vocabulary load(Path file) {
        var lines = TextFile.lines(file);
        for (int i = 0; i < SPECIALS.size(); i++) {
            var line = i < lines.size() ? '"' + lines.get(i) + '"' : "the end of the file";
            if (!line.equals('"' + SPECIALS.get(i) + '"')) {
                throw new IllegalArgumentException(
                        "%s:%d: expected \"%s\", got %s; a vocabulary starts with the lines %s"
                                .formatted(
                                        file.getFileName(), i + 1, SPECIALS.get(i), line, String.join(" ", SPECIALS)));
            }
        }
        return new Vocabulary(lines, file.getFileName().toString());
    }

    /**
     * Writes one piece a line, in the order of the numbers.
     *
     * @throws java.io.UncheckedIOException if the file can't be written
     */
    public void save(Path file) {
        TextFile.write(file, pieces);
    }

    /** Returns the number of a piece, or {@link #UNKNOWN}. */
    public int id(String piece) {
        return ids.getOrDefault(piece, UNKNOWN);
    }

    /**
     * Returns the piece of a number.
     *
     * @param id 0 to {@link #size()} - 1
     */
    public String piece(int id) {
        if (id < 0 || id >= pieces.size()) {
            throw new IllegalArgumentException(
                    "a piece of this vocabulary has a number from 0 to %d, got %d".formatted(pieces.size() - 1, id));
        }
        return pieces.get(id);
    }

    /** Whether a piece is written like a special one. */
    public static boolean isSpecial(String piece) {
        return SPECIALS.contains(piece);
    }

    /** Whether a number is of a special piece, so not of a text. */
    public static boolean isSpecial(int id) {
        return id >= 0 && id < SPECIALS.size();
    }

    public int size() {
        return pieces.size();
    }

    /** All pieces in the order of their numbers. */
    public List<String> pieces() {
        return pieces;
    }

    /** The first 8 hexadecimal digits of the SHA-256 of the file that {@link #save} writes. */
    public String fingerprint() {
        var file = String.join("\n", pieces) + "\n";
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-256, which every Java must have", e);
        }
    }

    /** Fingerprint and size, such as {@code 3f2a91cc (8,000 entries)}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s (%,d entries)", fingerprint(), size());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vocabulary vocabulary && pieces.equals(vocabulary.pieces);
    }

    @Override
    public int hashCode() {
        return pieces.hashCode();
    }
}
