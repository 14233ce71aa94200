package org.dragoman.nmt.train;

import static org.dragoman.nmt.train.Checks.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.pipeline.settings.Settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How often the pairs of each of several corpora are seen. An epoch has as many pairs as all corpora together. */
public sealed interface Mixing {

    /** The ways by their name in JSON. */
    Map<String, Function<Settings, Mixing>> KINDS = Map.of(
            "joined", settings -> new Joined(),
            "weights", settings -> new Weights(settings.decimals("weights").required()),
            "temperature",
                    settings -> new Temperature(
                            settings.decimal("temperature").atLeast(1.0).required()));

    /**
     * How many pairs of each corpus an epoch has.
     *
     * @param sizes pairs of each corpus
     * @return as many numbers, each at least 1, but 0 for a corpus without pairs
     */
    long[] shares(long[] sizes);

    /** The settings as JSON that {@link #KINDS} reads. */
    ObjectNode toJson();

    /** Every pair once an epoch. */
    record Joined() implements Mixing {
        @Override
        public long[] shares(long[] sizes) {
            return sizes.clone();
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("joined", this);
        }
    }

    /**
     * In proportion to given weights.
     *
     * @param weights one a corpus, each above 0
     */
    record Weights(List<Double> weights) implements Mixing {
        public Weights {
            weights = List.copyOf(weights);
            var arePositive = weights.stream().allMatch(weight -> weight > 0);
            check(!weights.isEmpty() && arePositive, "weights", "above 0", weights);
        }

        @Override
        public long[] shares(long[] sizes) {
            return inProportion(
                    sizes, weights.stream().mapToDouble(weight -> weight).toArray());
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("weights", this);
        }
    }

    /**
     * In proportion to {@code size^(1 / temperature)} (Arivazhagan et al. 2019, arXiv 1907.05019, section 3.1).
     *
     * @param temperature 1 as the sizes are, the higher, the more alike; 5 in the paper
     */
    record Temperature(double temperature) implements Mixing {
        public Temperature {
            check(temperature >= 1, "temperature", "at least 1", temperature);
        }

        @Override
        public long[] shares(long[] sizes) {
            return inProportion(
                    sizes,
                    Arrays.stream(sizes)
                            .mapToDouble(size -> Math.pow(size, 1 / temperature))
                            .toArray());
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("temperature", this);
        }
    }

    private static long[] inProportion(long[] sizes, double[] weights) {
        var pairs = Arrays.stream(sizes).sum();
        var sum = Arrays.stream(weights).sum();
        var shares = new long[sizes.length];
        for (var i = 0; i < sizes.length; i++) {
            shares[i] = sizes[i] == 0 ? 0 : Math.max(1, Math.round(pairs * weights[i] / sum));
        }
        return shares;
    }
}
