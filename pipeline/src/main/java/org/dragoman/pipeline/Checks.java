package org.dragoman.pipeline;

/** The checks that the values of this package share; each throws an {@link IllegalArgumentException} with the value. */
final class Checks {
    private Checks() {}

    static void check(boolean holds, String what, String expected, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(what + " must be " + expected + ", got " + value);
        }
    }

    static void notBlank(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank, got \"" + value + "\"");
        }
    }
}
