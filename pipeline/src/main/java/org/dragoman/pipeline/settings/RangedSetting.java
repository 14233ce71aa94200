package org.dragoman.pipeline.settings;

/**
 * A number among {@link Settings}.
 *
 * @param <T> its type
 */
public final class RangedSetting<T extends Comparable<T>> extends Setting<T> {
    RangedSetting(Settings settings, String key, Read<T> read, T value, boolean wrong) {
        super(settings, key, read, value, wrong);
    }

    /** Demands a value of {@code least} or more. */
    public RangedSetting<T> atLeast(T least) {
        check(value -> value.compareTo(least) >= 0, "at least " + least);
        return this;
    }

    /** Demands a value of {@code most} or less. */
    public RangedSetting<T> atMost(T most) {
        check(value -> value.compareTo(most) <= 0, "at most " + most);
        return this;
    }

    /** Demands a value above {@code bound}. */
    public RangedSetting<T> above(T bound) {
        check(value -> value.compareTo(bound) > 0, "above " + bound);
        return this;
    }

    /** Demands a value below {@code bound}. */
    public RangedSetting<T> below(T bound) {
        check(value -> value.compareTo(bound) < 0, "below " + bound);
        return this;
    }

    /** Demands a value from {@code least} to {@code most}, both allowed. */
    public RangedSetting<T> between(T least, T most) {
        check(value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0, "between " + least + " and " + most);
        return this;
    }
}
