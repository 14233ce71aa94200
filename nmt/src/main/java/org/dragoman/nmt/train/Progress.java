package org.dragoman.nmt.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far a run has come: all that its next update depends on, apart from weights and moments. What is random in an update depends
 * on the seed and the number of the update alone, so no generator's state is part of it.
 *
 * @param step updates made
 * @param place where in the data the next batch is
 * @param targetTokens real target pieces seen, end markers counted
 * @param seconds time spent, over all sittings
 * @param trainingSeconds the part of it that went into updates
 * @param recentLoss running mean of the loss, nats a token; 0 before the first update
 * @param notFinite updates up to now, without one between them that is none, whose gradient wasn't finite
 * @param made where the last update was made that changed the weights; empty before the first, and where an earlier version wrote it
 * @param validations all so far, the first first
 */
record Progress(
        long step,
        Place place,
        long targetTokens,
        double seconds,
        double trainingSeconds,
        double recentLoss,
        int notFinite,
        Optional<Place> made,
        List<Validated> validations) {

    private static final int VERSION = 2;
    private static final double MEMORY = 0.98; // of the running mean

    static final Progress START = new Progress(0, Place.START, 0, 0, 0, 0, 0, Optional.empty(), List.of());

    /**
     * A place in the training data.
     *
     * @param epoch passes over the data that are complete
     * @param window windows of the current pass that are done
     * @param position batches of the current window that are done
     */
    record Place(int epoch, int window, int position) {

        static final Place START = new Place(0, 0, 0);

        static Place from(JsonNode node) {
            return new Place(
                    node.path("epoch").asInt(),
                    node.path("window").asInt(),
                    node.path("position").asInt());
        }

        /** The place after some batches of the same window. */
        Place plus(int batches) {
            return new Place(epoch, window, position + batches);
        }

        /** The beginning of the next window, of which each pass has some number. */
        Place nextWindow(int windows) {
            return window + 1 < windows ? new Place(epoch, window + 1, 0) : new Place(epoch + 1, 0, 0);
        }
    }

    /**
     * The scores of one validation.
     *
     * @param step after which update
     * @param loss nats a token; infinite where it isn't known
     * @param bleu 0 to 100; NaN if nothing was translated
     * @param chrf 0 to 100; NaN if nothing was translated
     */
    record Validated(long step, double loss, double bleu, double chrf) {
        static Validated unknown(long step) {
            return new Validated(step, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN);
        }
    }

    /** One update later. */
    Progress afterUpdate(BatchGradient.Loss loss, boolean isFinite, Place next, double time) {
        return new Progress(
                step + 1,
                next,
                targetTokens + loss.targetTokens(),
                seconds + time,
                trainingSeconds + time,
                isFinite ? recent(loss.crossEntropy()) : recentLoss,
                isFinite ? 0 : notFinite + 1,
                isFinite ? Optional.of(place) : made,
                validations);
    }

    private double recent(double loss) {
        return recentLoss == 0 ? loss : MEMORY * recentLoss + (1 - MEMORY) * loss;
    }

    /** At another place of the data, no update having been made. */
    Progress at(Place next) {
        return new Progress(
                step, next, targetTokens, seconds, trainingSeconds, recentLoss, notFinite, made, validations);
    }

    /** After a validation that took some time. */
    Progress afterValidation(Validated validated, double time) {
        var all = new ArrayList<>(validations);
        all.removeIf(earlier -> earlier.step() == validated.step());
        all.add(validated);
        return new Progress(
                step,
                place,
                targetTokens,
                seconds + time,
                trainingSeconds,
                recentLoss,
                notFinite,
                made,
                List.copyOf(all));
    }

    /** The last update that changed the weights; 0 before the first. */
    long lastMade() {
        return step - notFinite;
    }

    /** Whether there was a validation after the last update. */
    boolean isValidated() {
        return validations.stream().anyMatch(validated -> validated.step() == step);
    }

    /** The losses of all validations, the first first. */
    List<Double> validationLosses() {
        return validations.stream().map(Validated::loss).toList();
    }

    /** The best validations, the best first; of equal ones the earlier is better. */
    List<Validated> best(Criterion metric) {
        return validations.stream()
                .sorted(Comparator.comparingDouble((Validated validated) -> -known(metric.goodness(validated))))
                .toList();
    }

    private static double known(double goodness) {
        return Double.isNaN(goodness) ? Double.NEGATIVE_INFINITY : goodness;
    }

    /** The update after which validation was best; 0 before the first validation. */
    long bestStep(Criterion metric) {
        return validations.isEmpty() ? 0 : best(metric).get(0).step();
    }

    /** The lowest loss of a validation; infinite before the first. */
    double bestLoss() {
        return validations.stream().mapToDouble(Validated::loss).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** Validations since the best one. */
    int worseValidations(Criterion metric) {
        return validations.isEmpty()
                ? 0
                : validations.size() - 1 - validations.indexOf(best(metric).get(0));
    }

    ObjectNode toJson() {
        var node = SettingsJson.object().put("version", VERSION).put("step", step);
        node.setAll(SettingsJson.of(place));
        node.put("targetTokens", targetTokens).put("seconds", seconds).put("trainingSeconds", trainingSeconds);
        node.put("recentLoss", recentLoss).put("notFinite", notFinite);
        made.ifPresent(last -> node.set("made", SettingsJson.of(last)));
        var array = node.putArray("validations");
        for (var validated : validations) {
            var entry = array.addObject().put("step", validated.step());
            put(entry, "loss", validated.loss());
            put(entry, "bleu", validated.bleu());
            put(entry, "chrf", validated.chrf());
        }
        return node;
    }

    private static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        }
    }

    /**
     * Reads what {@link #toJson} wrote, also the form of version 1, which knew the best validation only.
     *
     * @param validateEvery updates between validations, for version 1
     * @throws IllegalArgumentException if the version is another one
     */
    static Progress from(JsonNode node, int validateEvery) {
        var version = node.path("version").asInt(1);
        if (version < 1 || version > VERSION) {
            throw new IllegalArgumentException("it has version " + node.path("version")
                    + ", and this program reads 1 to " + VERSION + ": go on with the program that wrote it");
        }
        return new Progress(
                node.path("step").asLong(),
                Place.from(node),
                node.path("targetTokens").asLong(),
                node.path("seconds").asDouble(),
                node.path("trainingSeconds").asDouble(),
                node.path("recentLoss").asDouble(),
                node.path("notFinite").asInt(),
                node.has("made") ? Optional.of(Place.from(node.path("made"))) : Optional.empty(),
                version == 1 ? earlierValidations(node, validateEvery) : validations(node.path("validations")));
    }

    private static List<Validated> validations(JsonNode array) {
        var validations = new ArrayList<Validated>();
        array.forEach(entry -> validations.add(new Validated(
                entry.path("step").asLong(),
                entry.path("loss").asDouble(Double.POSITIVE_INFINITY),
                entry.path("bleu").asDouble(Double.NaN),
                entry.path("chrf").asDouble(Double.NaN))));
        return List.copyOf(validations);
    }

    /** The best validation of version 1, with one at each other step at which there was one, of unknown scores. */
    private static List<Validated> earlierValidations(JsonNode node, int validateEvery) {
        var bestStep = node.path("bestStep").asLong();
        if (bestStep == 0) {
            return List.of();
        }
        var last =
                bestStep + (long) validateEvery * node.path("worseValidations").asInt();
        var validations = new ArrayList<Validated>();
        for (var step = bestStep % validateEvery; step <= last; step += validateEvery) {
            validations.add(
                    step == bestStep
                            ? new Validated(step, node.path("bestLoss").asDouble(), Double.NaN, Double.NaN)
                            : Validated.unknown(step));
        }
        validations.removeIf(validated -> validated.step() == 0);
        return List.copyOf(validations);
    }
}
