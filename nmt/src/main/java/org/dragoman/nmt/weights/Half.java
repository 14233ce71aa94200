package org.dragoman.nmt.weights;

/** IEEE 754 binary16 numbers, which Java 17 doesn't know. */
public final class Half {

    private static final int EXPONENT_GAP = 127 - 15;

    private Half() {}

    /** Returns the value, which every half has as a float. */
    public static float toFloat(short half) {
        var sign = (half & 0x8000) << 16;
        var exponent = (half >>> 10) & 0x1f;
        var fraction = half & 0x3ff;
        if (exponent == 0) { // zero or subnormal: fraction * 2^-24
            var magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        var wide = exponent == 0x1f ? 0xff : exponent + EXPONENT_GAP;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
    }

    /** Rounds to the nearest half, ties to even; what is too large becomes infinite. */
    public static short fromFloat(float value) {
        var bits = Float.floatToRawIntBits(value);
        var sign = bits >>> 16 & 0x8000;
        var magnitude = Math.abs(value);
        if (Float.isNaN(value)) {
            return (short) (sign | 0x7e00);
        }
        if (magnitude >= 65520f) { // half way between the largest half, 65504, and 65536
            return (short) (sign | 0x7c00);
        }
        if (magnitude < 0x1p-14f) { // subnormal: a multiple of 2^-24
            return (short) (sign | (int) Math.rint(magnitude * 0x1p24f));
        }
        var rest = bits & 0x7fffffff;
        var rounded = rest + 0xfff + (rest >>> 13 & 1);
        return (short) (sign | (rounded - (EXPONENT_GAP << 23)) >>> 13);
    }
}
