package org.dragoman.nmt.weights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Against the definition in IEEE 754-2008, section 3.4. Rounding is shown for all numbers: it rises with its argument, and both
 * sides of every half-way point between neighbours are tried.
 */
class HalfTest {

    private static final int INFINITY = 0x7c00;

    /** A positive half below infinity: fraction * 2^-24 if the exponent's bits are 0, else (1 + fraction / 1024) * 2^(e - 15). */
    private static double value(int bits) {
        var exponent = bits >> 10;
        var fraction = bits & 0x3ff;
        return exponent == 0 ? Math.scalb((double) fraction, -24) : Math.scalb(1 + fraction / 1024.0, exponent - 15);
    }

    private static int bits(float value) {
        return Half.fromFloat(value) & 0xffff;
    }

    @Test
    void everyHalfHasItsValue() {
        for (var bits = 0; bits < INFINITY; bits++) {
            assertThat((double) Half.toFloat((short) bits)).isEqualTo(value(bits));
            assertThat((double) Half.toFloat((short) (bits | 0x8000))).isEqualTo(-value(bits));
        }
        assertThat(Half.toFloat((short) INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(Half.toFloat((short) 0xfc00)).isEqualTo(Float.NEGATIVE_INFINITY);
    }

    @Test
    void everyHalfSurvivesTheWayThroughAFloat() {
        for (var bits = 0; bits < 0x10000; bits++) {
            var isNumber = (bits & 0x7fff) <= INFINITY;
            if (isNumber) {
                assertThat(bits(Half.toFloat((short) bits))).isEqualTo(bits);
            } else {
                assertThat(Half.toFloat((short) bits)).isNaN();
                assertThat(bits(Half.toFloat((short) bits)) & 0x7fff).isGreaterThan(INFINITY);
            }
        }
    }

    @Test
    void floatsBecomeTheNearestHalfAndTiesTheEvenOne() {
        for (var lower = 0; lower < INFINITY - 1; lower++) {
            var tie = (float) ((value(lower) + value(lower + 1)) / 2); // exact: it needs one bit more than a half
            var even = lower + (lower & 1);
            assertThat(bits(Math.nextDown(tie))).isEqualTo(lower);
            assertThat(bits(tie)).isEqualTo(even);
            assertThat(bits(Math.nextUp(tie))).isEqualTo(lower + 1);
            assertThat(bits(-tie)).isEqualTo(even | 0x8000);
        }
    }

    /** The next number after 65,504, had it an exponent, would be 65,536, which is even; so infinity begins half way. */
    @Test
    void whatIsTooLargeIsInfinite() {
        assertThat(bits(65504)).isEqualTo(INFINITY - 1);
        assertThat(bits(Math.nextDown(65520f))).isEqualTo(INFINITY - 1);
        assertThat(bits(65520)).isEqualTo(INFINITY);
        assertThat(bits(-65520)).isEqualTo(INFINITY | 0x8000);
        assertThat(bits(Float.MAX_VALUE)).isEqualTo(INFINITY);
        assertThat(bits(Float.POSITIVE_INFINITY)).isEqualTo(INFINITY);
    }

    @Test
    void whatIsTooSmallIsZeroOfItsSign() {
        assertThat(bits(Float.MIN_VALUE)).isZero();
        assertThat(bits(-Float.MIN_VALUE)).isEqualTo(0x8000);
        assertThat(bits(-0f)).isEqualTo(0x8000);
    }
}
