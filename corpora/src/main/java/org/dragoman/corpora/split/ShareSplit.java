package org.dragoman.corpora.split;

import org.dragoman.corpora.text.ContentHash;
import org.dragoman.corpora.text.TextKey;

import java.util.List;

/**
 * Divides a corpus by shares. The {@link ContentHash} of a source, read as a number from 0 to 1, says which part it is in: that of the first
 * part whose share, added to those before it, lies above. So a source stays in its part whatever is added to the corpus or taken away, and
 * a part has about its share of the different sources, give or take the chance of drawing them one by one.
 */
public final class ShareSplit implements Split {
    private static final double ROUNDING = 1e-9;
    private static final int USED_BITS = 53; // those that a double between 0 and 1 can hold

    private final List<String> parts;
    private final double[] ends; // of the parts, between 0 and 1
    private final ContentHash hash;
    private final TextKey key;

    /**
     * A part to make.
     *
     * @param name for files and reports; none that leads to another folder
     * @param share of the sources, above 0 and at most 1
     */
    public record Part(String name, double share) {
        public Part {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "the share of the part \"" + name + "\" must be above 0 and at most 1, got " + share);
            }
        }
    }

    /**
     * Divides by shares.
     *
     * @param parts whose shares add up to 1
     * @param seed another one gives another split
     * @param key what of a source counts: with {@link TextKey#NORMALIZED}, sources that differ in case or punctuation stay together
     */
    public ShareSplit(List<Part> parts, long seed, TextKey key) {
        this.parts = PartNames.check(parts.stream().map(Part::name).toList());
        this.key = key;
        hash = new ContentHash(seed);
        ends = new double[parts.size()];
        var sum = 0.0;
        for (var i = 0; i < ends.length; i++) {
            sum += parts.get(i).share();
            ends[i] = sum;
        }
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException("the shares of the parts must add up to 1, got " + sum);
        }
    }

    @Override
    public List<String> parts() {
        return parts;
    }

    @Override
    public int partOf(String source) {
        var place = (hash.of(key.of(source)) >>> Long.SIZE - USED_BITS) * 0x1p-53; // at least 0, below 1
        var part = 0;
        while (part < ends.length - 1 && place >= ends[part]) {
            part++;
        }
        return part;
    }
}
