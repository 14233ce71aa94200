package org.dragoman.annotators.sequences;

import org.dragoman.annotators.training.Seed;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.List;

/**
 * How a tagger is trained.
 *
 * @param seed of the order of the sentences
 * @param rounds through the training data, 1 or more
 * @param width of the beam, 1 to 64; 1 is greedy search
 * @param text files of plain text to learn word classes from beside the training sentences, see {@link PlainText}
 * @param classes how many classes, 2 to 2000; or 0 to learn none
 * @param leastCount how often a word must occur in the text to have a class
 * @param leastTagged how often a word must occur in the training sentences for its usual tags to be a feature
 * @param precision weights are stored as multiples of this, above 0; more makes the model smaller
 */
public record SequenceSettings(
        Seed seed,
        int rounds,
        int width,
        List<Path> text,
        int classes,
        int leastCount,
        int leastTagged,
        double precision) {
    public SequenceSettings {
        text = List.copyOf(text);
    }

    /** Reads the settings among others: {@code seed, rounds, width, text, classes, leastCount, leastTagged, precision}. */
    public static SequenceSettings from(Settings settings) {
        return new SequenceSettings(
                new Seed(settings.longInteger("seed").or(1L)),
                settings.integer("rounds").atLeast(1).or(5),
                settings.integer("width").between(1, 64).or(4),
                settings.paths("text").or(List.of()),
                settings.integer("classes")
                        .check(count -> count == 0 || count >= 2 && count <= 2000, "0 or from 2 to 2000")
                        .or(0),
                settings.integer("leastCount").atLeast(1).or(4),
                settings.integer("leastTagged").atLeast(1).or(5),
                settings.decimal("precision").above(0.0).or(0.1));
    }
}
