package org.dragoman.eval;

/** The result of a metric, with how it came about. Immutable. */
public interface Score {

    /** Name of the metric as it is printed, such as {@code BLEU}. */
    String name();

    /** The score itself; its range is the metric's. */
    double value();

    /** Whether less is better, as of rates of errors. */
    default boolean isError() {
        return false;
    }

    /** How the score was made. */
    Signature signature();

    /** What stands behind the value in a printed score, such as precisions; empty if there is nothing to say. */
    String details();

    /**
     * The score on one line as sacreBLEU prints it, such as {@code BLEU = 48.53 82.4/50.0/45.5/37.5 (BP = ...)}.
     *
     * @param digits digits of the value after the point, 0 or more
     */
    default String format(int digits) {
        return format(name(), digits);
    }

    /** The same with the signature behind the name: {@code BLEU|nrefs:1|case:mixed|... = 48.53 ...}. */
    default String formatWithSignature(int digits) {
        return format(name() + "|" + signature(), digits);
    }

    private String format(String label, int digits) {
        return (label + " = " + Decimals.fixed(value(), digits) + " " + details()).stripTrailing();
    }
}
