package org.dragoman.nmt.train;

/** The check that the settings of this package share. */
final class Checks {
    private Checks() {}

    /**
     * Refuses a value.
     *
     * @throws IllegalArgumentException "WHAT must be EXPECTED, got VALUE", unless it holds
     */
    static void check(boolean holds, String what, String expected, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(what + " must be " + expected + ", got " + value);
        }
    }
}
