package org.dragoman.eval.table;

import org.dragoman.eval.Decimals;

import java.util.OptionalDouble;

/** What stands in a place of a {@link Table}. */
public sealed interface Cell {

    /** The cell as plain text. */
    String text();

    /** A text. */
    static Cell of(String text) {
        return new Text(text);
    }

    /** A count. */
    static Cell of(long count) {
        return new Count(count);
    }

    /** A number that is printed with so many digits after the point. */
    static Measure of(double value, int digits) {
        return new Measure(value, digits, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** A name or remark. */
    record Text(String text) implements Cell {}

    /** How many. */
    record Count(long value) implements Cell {
        @Override
        public String text() {
            return Long.toString(value);
        }
    }

    /**
     * A measured number.
     *
     * @param value itself; NaN prints as {@code -}
     * @param digits after the point when it is printed, 0 or more
     * @param halfWidth of its confidence interval
     * @param pValue of its difference from a baseline
     */
    record Measure(double value, int digits, OptionalDouble halfWidth, OptionalDouble pValue) implements Cell {

        /** A difference from the baseline with a p-value below this is marked by an asterisk. */
        public static final double SIGNIFICANCE_LEVEL = 0.05;

        public Measure withHalfWidth(double width) {
            return new Measure(value, digits, OptionalDouble.of(width), pValue);
        }

        public Measure withPValue(double p) {
            return new Measure(value, digits, halfWidth, OptionalDouble.of(p));
        }

        /** Whether the difference from the baseline is significant at the level 0.05; false where there is no baseline. */
        public boolean isSignificant() {
            return pValue.isPresent() && pValue.getAsDouble() < SIGNIFICANCE_LEVEL;
        }

        /** Such as {@code 26.08 ± 0.55 (p = 0.0010)*}. */
        @Override
        public String text() {
            var text = new StringBuilder(number());
            halfWidth.ifPresent(width -> text.append(" ± ").append(Decimals.fixed(width, digits)));
            pValue.ifPresent(
                    p -> text.append(" (p = ").append(Decimals.fixed(p, 4)).append(')'));
            return text.append(isSignificant() ? "*" : "").toString();
        }

        /** The value alone. */
        String number() {
            return Double.isFinite(value) ? Decimals.fixed(value, digits) : "-";
        }
    }
}
