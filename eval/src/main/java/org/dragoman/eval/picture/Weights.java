package org.dragoman.eval.picture;

import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.eval.alignment.WordLink;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How weights become numbers and opacities. */
final class Weights {
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};
    private static final double TOLERANCE = 1e-6; // of weights that were floats

    private Weights() {}

    /** The weight that is drawn in full: the one that was asked for, or the largest, rounded up to 1, 2, 2.5 or 5 times a power of ten. */
    static double top(SoftAlignment alignment, OptionalDouble asked) {
        return asked.orElseGet(() -> roundUp(all(alignment).max().orElse(0)));
    }

    private static DoubleStream all(SoftAlignment alignment) {
        return links(alignment).mapToDouble(link -> alignment.weight(link.source(), link.target()));
    }

    /** Each source token with each target token. */
    static Stream<WordLink> links(SoftAlignment alignment) {
        var sources = alignment.source().size();
        return IntStream.range(0, sources * alignment.target().size())
                .mapToObj(i -> new WordLink(i % sources, i / sources));
    }

    private static double roundUp(double largest) {
        if (largest <= 0) {
            return 1;
        }
        var power = Math.pow(10, Math.floor(Math.log10(largest)));
        return DoubleStream.of(STEPS)
                .map(step -> step * power)
                .filter(rounded -> rounded >= largest * (1 - TOLERANCE))
                .findFirst()
                .orElse(largest);
    }

    static double opacity(double weight, double top) {
        return Math.min(1, weight / top);
    }
}
