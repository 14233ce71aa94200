package org.dragoman.nmt.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;

/**
 * How far a run has come: all that its next update depends on, apart from weights and moments. What is random in an update depends
 * on the seed and the number of the update alone, so no generator's state is part of it.
 *
 * @param step updates made
 * @param epoch passes over the data that are complete
 * @param position batches of the current pass that are done
 * @param targetTokens real target pieces seen, end markers counted
 * @param seconds time spent, over all sittings
 * @param trainingSeconds the part of it that went into updates
 * @param bestStep update after which validation was best; 0 before the first validation
 * @param bestLoss validation loss then, nats a token; infinite before the first validation
 * @param worseValidations validations since then
 */
record Progress(
        long step,
        int epoch,
        int position,
        long targetTokens,
        double seconds,
        double trainingSeconds,
        long bestStep,
        double bestLoss,
        int worseValidations) {

    static final Progress START = new Progress(0, 0, 0, 0, 0, 0, 0, Double.POSITIVE_INFINITY, 0);

    /** One update later. */
    Progress afterUpdate(int tokens, double time, boolean epochEnds) {
        return new Progress(
                step + 1,
                epochEnds ? epoch + 1 : epoch,
                epochEnds ? 0 : position + 1,
                targetTokens + tokens,
                seconds + time,
                trainingSeconds + time,
                bestStep,
                bestLoss,
                worseValidations);
    }

    /** After a validation that took some time. */
    Progress afterValidation(double loss, double time) {
        var better = loss < bestLoss;
        return new Progress(
                step,
                epoch,
                position,
                targetTokens,
                seconds + time,
                trainingSeconds,
                better ? step : bestStep,
                better ? loss : bestLoss,
                better ? 0 : worseValidations + 1);
    }

    ObjectNode toJson() {
        var node = SettingsJson.of(this);
        if (Double.isInfinite(bestLoss)) {
            node.putNull("bestLoss");
        }
        return node;
    }

    static Progress from(JsonNode node) {
        return new Progress(
                node.path("step").asLong(),
                node.path("epoch").asInt(),
                node.path("position").asInt(),
                node.path("targetTokens").asLong(),
                node.path("seconds").asDouble(),
                node.path("trainingSeconds").asDouble(),
                node.path("bestStep").asLong(),
                node.path("bestLoss").isNumber() ? node.path("bestLoss").asDouble() : Double.POSITIVE_INFINITY,
                node.path("worseValidations").asInt());
    }
}
