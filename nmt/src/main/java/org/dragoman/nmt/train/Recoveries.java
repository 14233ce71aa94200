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
import java.util.Arrays;
import java.util.List;

/**
 * How often a run went back to a checkpoint, and what it does differently since. It is a file of its own, written before the run goes on, so
 * a run that is killed right then goes on in the same way. Returns keep their effect when the settings are changed.
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
     * @param action what is done differently since
     * @param factor of the learning rate from there, where it is lowered
     * @param places of the batches that may have made it explode
     */
    record Recovery(long from, long at, RecoveryConfig.Action action, double factor, List<Progress.Place> places) {}

    /**
     * Reads the file if it is there.
     *
     * @param config the settings from now on
     * @param begun the settings that the run was begun with: those of returns in files of earlier versions, which didn't say
     */
    Recoveries(Path file, RecoveryConfig config, RecoveryConfig begun) {
        this.file = file;
        this.config = config;
        if (Files.exists(file)) {
            read(begun);
        }
    }

    private void read(RecoveryConfig begun) {
        try {
            for (var entry : JSON.readTree(Files.readAllBytes(file)).path("recoveries")) {
                recoveries.add(new Recovery(
                        entry.path("from").asLong(),
                        entry.path("at").asLong(),
                        entry.has("action") ? action(entry.path("action").asText()) : begun.action(),
                        entry.path("factor").asDouble(begun.factor()),
                        places(entry)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private RecoveryConfig.Action action(String name) {
        return Arrays.stream(RecoveryConfig.Action.values())
                .filter(action -> SettingsJson.name(action).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(file + " has an action that this program doesn't know: "
                        + name + "; go on with the program that wrote it"));
    }

    private static List<Progress.Place> places(JsonNode entry) {
        var places = new ArrayList<Progress.Place>();
        entry.path("places").forEach(place -> places.add(Progress.Place.from(place)));
        return entry.has("places") ? places : List.of(Progress.Place.from(entry)); // earlier versions knew one
    }

    /** Whether the run may go back once more. */
    boolean areLeft() {
        return recoveries.size() < config.attempts();
    }

    int count() {
        return recoveries.size();
    }

    /** The last return. */
    Recovery last() {
        return recoveries.get(recoveries.size() - 1);
    }

    /** Remembers a return, on the disk as well. */
    void add(Recovery recovery) {
        recoveries.add(recovery);
        var node = SettingsJson.object();
        var array = node.putArray("recoveries");
        recoveries.forEach(each -> array.add(SettingsJson.of(each)));
        AtomicFile.writeText(file, out -> out.write(SettingsJson.text(node)));
    }

    /** Whether the run went back to the checkpoint of a step before. */
    boolean hasFrom(long step) {
        return recoveries.stream().anyMatch(recovery -> recovery.from == step);
    }

    /** What the learning rate of an update is multiplied by. */
    double rateFactor(long step) {
        return recoveries.stream()
                .filter(recovery -> recovery.action == RecoveryConfig.Action.LOWER_RATE && recovery.from < step)
                .mapToDouble(Recovery::factor)
                .reduce(1, (product, factor) -> product * factor);
    }

    /** Whether the batches of an update at this place are passed over. */
    boolean passesOver(Progress.Place place) {
        return recoveries.stream()
                .anyMatch(recovery ->
                        recovery.action == RecoveryConfig.Action.SKIP_BATCH && recovery.places.contains(place));
    }
}
