package org.dragoman.pipeline.settings;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * One value of {@link Settings}: say what it must be, then take it with {@link #or}, {@link #required} or {@link #optional}.
 *
 * <p>A wrong value is reported when all settings have been read, so these methods do not throw: in the place of a value that is
 * wrong or missing they return a stand-in, which never leaves {@link Settings#build}.
 *
 * @param <T> what the value is read as
 */
public class Setting<T> {
    private final Settings settings;
    private final String key;
    private final Read<T> read;
    private T value; // null if the key is absent or its value is wrong
    private boolean wrong;

    /**
     * How JSON becomes a value.
     *
     * @param expected what the JSON must be, for messages, such as "a whole number"
     * @param standIn what to go on with where there is no right value; null where there is nothing suitable
     */
    record Read<T>(String expected, T standIn) {}

    Setting(Settings settings, String key, Read<T> read, T value, boolean wrong) {
        this.settings = settings;
        this.key = key;
        this.read = read;
        this.value = value;
        this.wrong = wrong;
    }

    /**
     * Demands more of the value.
     *
     * @param expected what the value must be, for the message "KEY must be EXPECTED, got VALUE"
     */
    public Setting<T> check(Predicate<? super T> holds, String expected) {
        if (value != null && !holds.test(value)) {
            settings.problem(key, "must be " + expected + ", got " + settings.json(key));
            value = null;
            wrong = true;
        }
        return this;
    }

    /** The value, or {@code fallback} if the key is absent. */
    public T or(T fallback) {
        return value == null ? fallback : value;
    }

    /** The value; it is a problem if the key is absent. */
    public T required() {
        if (value == null && !wrong) {
            settings.problem(key, "is missing; expected " + read.expected());
            wrong = true;
        }
        return value == null ? read.standIn() : value;
    }

    /** The value, or nothing if the key is absent. */
    public Optional<T> optional() {
        return Optional.ofNullable(value);
    }
}
