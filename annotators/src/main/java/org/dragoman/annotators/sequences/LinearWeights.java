package org.dragoman.annotators.sequences;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Learned weights, as whole multiples of one step: what is nearer to 0 than half a step is gone. Immutable.
 *
 * <p>Nearly all the time of a tagger is spent waiting for memory here, so what belongs together lies together: a slot has a feature and
 * where its row is, and a row has its length, then its tags and weights.
 */
final class LinearWeights implements Weights {
    private static final int FREE = -1;

    private final SortedMap<Integer, Integer> rows; // features in order, each with the place of its row
    private final int[] slots; // by pairs: feature, place of its row; FREE if there is none
    private final int[] entries; // rows: length, then the tag in the upper and the weight in the lower 16 bits

    private LinearWeights(SortedMap<Integer, Integer> rows, int[] entries) {
        this.rows = rows;
        this.entries = entries;
        this.slots = new int[2 * Math.max(4, Integer.highestOneBit(Math.max(1, rows.size())) * 4)]; // at most half full
        for (var slot = 1; slot < slots.length; slot += 2) {
            slots[slot] = FREE;
        }
        rows.forEach(this::put);
    }

    private void put(int feature, int row) {
        var slot = firstSlot(feature);
        while (slots[slot + 1] != FREE) {
            slot = nextSlot(slot);
        }
        slots[slot] = feature;
        slots[slot + 1] = row;
    }

    private int firstSlot(int feature) {
        return 2 * feature & (slots.length - 1);
    }

    private int nextSlot(int slot) {
        return slot + 2 & (slots.length - 1);
    }

    /** Rounds weights: for each feature, the weight of each tag. */
    static LinearWeights round(Map<Integer, Map<Integer, Double>> exact, double step) {
        var kept = new TreeMap<Integer, Map<Integer, Integer>>();
        exact.forEach((feature, byTag) -> {
            var row = new TreeMap<Integer, Integer>();
            byTag.forEach((tag, weight) -> row.put(tag, rounded(weight / step)));
            row.values().removeIf(weight -> weight == 0);
            if (!row.isEmpty()) {
                kept.put(feature, row);
            }
        });
        return of(kept);
    }

    private static int rounded(double multiple) {
        return (int) Math.max(-Short.MAX_VALUE, Math.min(Short.MAX_VALUE, Math.round(multiple)));
    }

    private static LinearWeights of(SortedMap<Integer, Map<Integer, Integer>> kept) {
        var rows = new TreeMap<Integer, Integer>();
        var entries =
                new int[kept.size() + kept.values().stream().mapToInt(Map::size).sum()];
        var end = 0;
        for (var row : kept.entrySet()) {
            rows.put(row.getKey(), end);
            entries[end++] = row.getValue().size();
            for (var weight : row.getValue().entrySet()) {
                entries[end++] = entry(weight.getKey(), weight.getValue());
            }
        }
        return new LinearWeights(rows, entries);
    }

    private static int entry(int tag, int weight) {
        return tag << 16 | weight & 0xFFFF;
    }

    @Override
    public void addTo(float[] scores, int feature) {
        for (var slot = firstSlot(feature); slots[slot + 1] != FREE; slot = nextSlot(slot)) {
            if (slots[slot] == feature) {
                addRow(scores, slots[slot + 1]);
                return;
            }
        }
    }

    private void addRow(float[] scores, int row) {
        for (var i = row + 1; i <= row + entries[row]; i++) {
            scores[entries[i] >>> 16] += (short) entries[i];
        }
    }

    /** Number of features. */
    int size() {
        return rows.size();
    }

    /** Writes the features in order, each as the distance from the one before, then the lengths of the rows, the tags, and the weights. */
    void writeTo(DataOutputStream out) throws IOException {
        IntTable.writeKeys(out, rows.keySet());
        for (var row : rows.values()) {
            Varint.write(out, entries[row]);
        }
        for (var row : rows.values()) {
            for (var i = row + 1; i <= row + entries[row]; i++) {
                out.write(entries[i] >>> 16);
            }
        }
        for (var row : rows.values()) {
            for (var i = row + 1; i <= row + entries[row]; i++) {
                Varint.writeSigned(out, (short) entries[i]);
            }
        }
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @param tagCount all tags must be below it
     */
    static LinearWeights read(DataInputStream in, int tagCount) throws IOException {
        var rows = new TreeMap<Integer, Integer>();
        var ends = new ArrayList<Integer>();
        var end = 0L;
        for (var feature : IntTable.readKeys(in)) {
            rows.put(feature, (int) end);
            end = Varint.checked(end + 1 + Varint.read(in), "the number of weights");
            ends.add((int) end);
        }
        var entries = new int[(int) end];
        var place = 0;
        for (var rowEnd : ends) {
            entries[place] = rowEnd - place - 1;
            for (place++; place < rowEnd; place++) {
                entries[place] = entry(tag(in, tagCount), 0);
            }
        }
        place = 0;
        for (var rowEnd : ends) {
            for (place++; place < rowEnd; place++) {
                entries[place] |= (short) Varint.readSigned(in) & 0xFFFF;
            }
        }
        return new LinearWeights(rows, entries);
    }

    private static int tag(DataInputStream in, int tagCount) throws IOException {
        var tag = in.readUnsignedByte();
        if (tag >= tagCount) {
            throw new IOException("it is damaged: there is no tag number " + tag);
        }
        return tag;
    }
}
