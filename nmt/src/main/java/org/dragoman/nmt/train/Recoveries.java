package org.dragoman.nmt.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.corpora.AtomicFile;
import org.dragoman.nmt.model.SettingsJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How often a run went back to a checkpoint, and what it does differently since. It is a file of its own, written before the run goes on, so
 * a run that is killed right then goes on in the same way.
 */
final class Recoveries {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final RecoveryConfig config;
    private final List<Recovery> recoveries = new ArrayList<>();

    /**
     * One return to a checkpoint.
     *
     * @param from step of the checkpoint
     * @param at step that would have been next when the loss had exploded
     * @param places of the batches that may have made it explode
     */
    record Recovery(long from, long at, List<Progress.Place> places) {}

    Recoveries(Path file, RecoveryConfig config) {
        this.file = file;
        this.config = config;
        if (Files.exists(file)) {
            read();
        }
    }

    private void read() {
        try {
            for (var entry : JSON.readTree(Files.readAllBytes(file)).path("recoveries")) {
                recoveries.add(new Recovery(
                        entry.path("from").asLong(), entry.path("at").asLong(), places(entry)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<Progress.Place> places(JsonNode entry) {
        var places = new ArrayList<Progress.Place>();
        entry.path("places").forEach(place -> places.add(place(place)));
        return entry.has("places") ? places : List.of(place(entry)); // earlier versions knew one
    }

    private static Progress.Place place(JsonNode node) {
        return new Progress.Place(
                node.path("epoch").asInt(),
                node.path("window").asInt(),
                node.path("position").asInt());
    }

    /** Whether the run may go back once more. */
    boolean areLeft() {
        return recoveries.size() < config.attempts();
    }

    int count() {
        return recoveries.size();
    }

    /** Remembers a return, on the disk as well. */
    void add(Recovery recovery) {
        recoveries.add(recovery);
        var node = SettingsJson.object();
        var array = node.putArray("recoveries");
        for (var each : recoveries) {
            var entry = array.addObject().put("from", each.from).put("at", each.at);
            var places = entry.putArray("places");
            each.places.forEach(place -> places.add(SettingsJson.of(place)));
        }
        AtomicFile.writeText(file, out -> out.write(SettingsJson.text(node)));
    }

    /**
     * Whether a run whose weights are still those of a checkpoint would meet the same trouble if it went back there: a lower rate comes too
     * late, and passing over batches has been tried.
     */
    boolean areInVainFrom(long step) {
        return config.action() == RecoveryConfig.Action.LOWER_RATE
                || recoveries.stream().anyMatch(recovery -> recovery.from == step);
    }

    /** What the learning rate of an update is multiplied by. */
    double rateFactor(long step) {
        return config.action() == RecoveryConfig.Action.LOWER_RATE
                ? Math.pow(
                        config.factor(),
                        recoveries.stream()
                                .filter(recovery -> recovery.from < step)
                                .count())
                : 1;
    }

    /** Whether the batches of an update at this place are passed over. */
    boolean passesOver(Progress.Place place) {
        return config.action() == RecoveryConfig.Action.SKIP_BATCH
                && recoveries.stream().anyMatch(recovery -> recovery.places.contains(place));
    }
}
