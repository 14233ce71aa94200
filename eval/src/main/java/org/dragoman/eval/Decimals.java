package org.dragoman.eval;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers with a fixed number of digits, as C and Python print them: the exact binary value is rounded, and a tie goes to the even digit.
 * {@link String#format} rounds the shortest decimal form up instead, so it prints 0.35 with one digit as 0.4, though the double is below.
 */
public final class Decimals {
    private Decimals() {}

    /** {@code value} with {@code digits} digits after the point, 0 or more; neither NaN nor infinite. */
    public static String fixed(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** All digits that tell {@code value} from its neighbours; one that is a float has no more than the float needs, so 0.1f is 0.1. */
    public static String shortest(double value) {
        var text = (float) value == value ? Float.toString((float) value) : Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
