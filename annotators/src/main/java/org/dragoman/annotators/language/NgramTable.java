package org.dragoman.annotators.language;

import org.dragoman.annotators.models.PackedNumbers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How likely each letter is after the one to three letters before it, in each language: what a {@link LanguageIdentifier} knows. Logarithms of
 * probabilities are kept in {@value #STEPS} steps of {@value #STEP}.
 *
 * <p>A sequence of letters is a number: its UTF-16 units, 16 bits each, the last lowest. Safe for use by many threads.
 */
final class NgramTable {
    static final int LONGEST = 4;
    static final double STEP = 0.06;
    static final int STEPS = 255;
    private static final int MOST_LANGUAGES = 250;
    private static final int MOST_ENTRIES = 1 << 24;

    private final List<String> languages;
    private final long[] sequences; // open addressing; 0 is empty
    private final int[] starts; // of a sequence's entries; the first entry is how many there are
    private final byte[] entries; // language, steps, language, steps, ...

    private NgramTable(List<String> languages, long[] sequences, int[] starts, byte[] entries) {
        this.languages = languages;
        this.sequences = sequences;
        this.starts = starts;
        this.entries = entries;
    }

    /**
     * One sequence with the languages that know it.
     *
     * @param sequence the letters as a number
     * @param languages indices, rising
     * @param steps the logarithm of the last letter's probability, turned positive, in steps; as many
     */
    record Row(long sequence, List<Integer> languages, List<Integer> steps) {}

    private static int place(long[] sequences, long sequence) {
        var mask = sequences.length - 1;
        var hash = sequence * 0x9E3779B97F4A7C15L;
        var place = (int) (hash >>> 40) & mask;
        while (sequences[place] != 0 && sequences[place] != sequence) {
            place = place + 1 & mask;
        }
        return place;
    }

    /** BCP 47 tags of the languages, by index. */
    List<String> languages() {
        return languages;
    }

    /** Where the entries of a sequence are, or -1 if no language knows it. */
    int find(long sequence) {
        var place = place(sequences, sequence);
        return sequences[place] == 0 ? -1 : starts[place];
    }

    /** Number of languages at a place that {@link #find} gave. */
    int count(int start) {
        return entries[start] & 0xFF;
    }

    /** Index of the i-th language there. */
    int language(int start, int i) {
        return entries[start + 1 + 2 * i] & 0xFF;
    }

    /** Logarithm of the probability of the last letter after the others, in the i-th language there. */
    double logProbability(int start, int i) {
        return -STEP * (entries[start + 2 + 2 * i] & 0xFF);
    }

    /** Writes the rows, in order. */
    static void write(DataOutput out, List<String> languages, List<Row> rows) throws IOException {
        out.writeByte(languages.size());
        for (var language : languages) {
            out.writeUTF(language);
        }
        out.writeInt(rows.size());
        // like beside like, which packs better
        var last = 0L;
        for (var row : rows) {
            PackedNumbers.write(out, row.sequence() - last);
            last = row.sequence();
        }
        for (var row : rows) {
            out.writeByte(row.languages().size());
        }
        for (var row : rows) {
            var before = 0;
            for (var language : row.languages()) {
                out.writeByte(language - before);
                before = language;
            }
        }
        for (var row : rows) {
            for (var steps : row.steps()) {
                out.writeByte(steps);
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    static NgramTable read(DataInput in) throws IOException {
        var count = bounded(in.readUnsignedByte(), 1, MOST_LANGUAGES, "number of languages");
        var languages = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            languages.add(in.readUTF());
        }
        var rows = bounded(in.readInt(), 0, MOST_ENTRIES, "number of sequences");
        var sequences = readSequences(in, rows);
        var counts = new int[rows];
        for (var i = 0; i < rows; i++) {
            counts[i] = bounded(in.readUnsignedByte(), 1, count, "number of languages of a sequence");
        }
        return of(languages, sequences, counts, in);
    }

    private static long[] readSequences(DataInput in, int rows) throws IOException {
        var sequences = new long[rows];
        var last = 0L;
        for (var i = 0; i < rows; i++) {
            last += PackedNumbers.read(in);
            sequences[i] = last;
        }
        return sequences;
    }

    private static NgramTable of(List<String> languages, long[] rows, int[] counts, DataInput in) throws IOException {
        var capacity = Integer.highestOneBit(Math.max(8, rows.length)) * 4;
        var sequences = new long[capacity];
        var starts = new int[capacity];
        var size = 0;
        for (var count : counts) {
            size += 1 + 2 * count;
        }
        var entries = new byte[size];
        var end = 0;
        for (var i = 0; i < rows.length; i++) {
            var place = place(sequences, rows[i]);
            sequences[place] = rows[i];
            starts[place] = end;
            entries[end] = (byte) counts[i];
            var language = 0;
            for (var j = 0; j < counts[i]; j++) {
                language = bounded(language + in.readUnsignedByte(), 0, languages.size() - 1, "index of a language");
                entries[end + 1 + 2 * j] = (byte) language;
            }
            end += 1 + 2 * counts[i];
        }
        for (var start = 0; start < size; start += 1 + 2 * (entries[start] & 0xFF)) {
            for (var j = 0; j < (entries[start] & 0xFF); j++) {
                entries[start + 2 + 2 * j] = in.readByte();
            }
        }
        return new NgramTable(List.copyOf(languages), sequences, starts, entries);
    }

    private static int bounded(int value, int least, int most, String what) throws IOException {
        if (value < least || value > most) {
            throw new IOException(
                    "it is damaged: the " + what + " must be from " + least + " to " + most + ", got " + value);
        }
        return value;
    }
}
