package org.dragoman.benchmarks;

import org.dragoman.eval.picture.ChartConfig;
import org.dragoman.eval.picture.LineChart;
import org.dragoman.eval.picture.LineChart.Curve;
import org.dragoman.eval.picture.LineChart.Point;
import org.dragoman.nmt.recurrent.CellType;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How much of a gradient arrives at earlier positions: the norm of the gradient of the last output, along a random direction, with respect to the
 * input of each position, divided by that of the last position. Hochreiter 1991 and Bengio et al. 1994 say that it vanishes or explodes exponentially in
 * a plain network.
 *
 * <p>Run: {@code java ... GradientFlow OUT.svg}; it prints the values as well. Means over five seeds, 64 cells, 16 sequences of 100
 * random inputs.
 */
public final class GradientFlow {
    private static final int SIZE = 64;
    private static final int BATCH = 16;
    private static final int LENGTH = 100;
    private static final int SEEDS = 5;
    private static final int STRIDE = 10;
    private static final double INPUT_SCALE = 0.1; // small, so that the hyperbolic tangent is nearly linear
    private static final double LONG_MEMORY = 4;

    private GradientFlow() {}

    /** What is compared: a cell with its usual initial values, and one whose recurrent weights or biases are changed. */
    private record Network(String name, CellType cell, double recurrentScale, double memoryBias) {}

    private static final List<Network> NETWORKS = List.of(
            new Network("plain (tanh), usual weights", CellType.ELMAN, 1, 0),
            new Network("plain (tanh), recurrent weights x 4", CellType.ELMAN, 4, 0),
            new Network("LSTM, usual weights", CellType.LSTM, 1, 0),
            new Network("LSTM, forget bias + 4", CellType.LSTM, 1, LONG_MEMORY),
            new Network("GRU, usual weights", CellType.GRU, 1, 0),
            new Network("GRU, update bias + 4", CellType.GRU, 1, LONG_MEMORY));

    /** Draws the chart to the file that is named. */
    public static void main(String[] arguments) {
        var curves = new ArrayList<Curve>();
        for (var network : NETWORKS) {
            var norms = meanNorms(network);
            System.out.printf("%-40s", network.name());
            for (var distance = 0; distance < LENGTH; distance += STRIDE) {
                System.out.printf(" %9.2e", norms[distance]);
            }
            System.out.println();
            curves.add(new Curve(
                    network.name(),
                    IntStream.range(0, LENGTH)
                            .mapToObj(distance -> new Point(distance, norms[distance]))
                            .toList()));
        }
        var config =
                new ChartConfig("", "positions before the last", "gradient, last position = 1", false, true, 760, 460);
        LineChart.of(config, curves).write(Path.of(arguments[0]));
    }

    /** The norms by distance from the last position, 0 to {@code LENGTH - 1}. */
    private static double[] meanNorms(Network network) {
        var means = new double[LENGTH];
        for (var seed = 1; seed <= SEEDS; seed++) {
            var norms = norms(network, seed);
            for (var distance = 0; distance < LENGTH; distance++) {
                means[distance] += norms[LENGTH - 1 - distance] / norms[LENGTH - 1] / SEEDS;
            }
        }
        return means;
    }

    private static double[] norms(Network network, int seed) {
        try (var parameters = new Parameters(seed);
                var scope = Scope.recording()) {
            var cell = network.cell().make(parameters, "cell", SIZE, SIZE, false);
            change(parameters, network);
            var random = new Random(seed);
            var x = random(random, INPUT_SCALE, BATCH, LENGTH, SIZE).trainable();
            var outputs = cell.run(x, cell.start(BATCH)).outputs();
            var last = outputs.slice(1, LENGTH - 1, LENGTH);
            last.mul(random(random, 1, BATCH, 1, SIZE)).sum().backward();
            return IntStream.range(0, LENGTH)
                    .mapToDouble(position -> x.gradient()
                            .orElseThrow()
                            .slice(1, position, position + 1L)
                            .square()
                            .sum()
                            .item())
                    .map(Math::sqrt)
                    .toArray();
        }
    }

    private static void change(Parameters parameters, Network network) {
        var hidden = parameters.byName().get("cell.weightHidden");
        hidden.mulInPlace(Tensor.full(network.recurrentScale()));
        if (network.memoryBias() != 0) {
            // What keeps memory, the forget gate of an LSTM and the update gate of a GRU, is the second gate of either.
            var bias = parameters.byName().get(network.cell() == CellType.LSTM ? "cell.bias" : "cell.biasInput");
            var values = bias.toFloats();
            for (var i = SIZE; i < 2 * SIZE; i++) {
                values[i] += (float) network.memoryBias();
            }
            bias.setInPlace(values);
        }
    }

    private static Tensor random(Random random, double scale, long... shape) {
        var values = new float[(int) LongStream.of(shape).reduce(1, (a, b) -> a * b)];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float) (scale * random.nextGaussian());
        }
        return Tensor.of(values, shape);
    }
}
