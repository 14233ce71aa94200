package org.dragoman.nmt.train;

import org.dragoman.nmt.text.Pretokenizer;
import org.dragoman.pipeline.settings.Settings;

/**
 * How subwords and vocabularies are learned from the training corpus.
 *
 * @param pretokenizer {@code joiner} for raw text, {@code none} for text that is tokenised already
 * @param merges BPE merges, learned from both languages together; 0 or more
 * @param shared whether both languages have one vocabulary
 * @param minimumCount occurrences below which a piece isn't in the vocabulary, at least 1
 * @param maximumSize largest vocabulary
 */
public record SubwordConfig(Pretokenizer pretokenizer, int merges, boolean shared, int minimumCount, int maximumSize) {

    static SubwordConfig from(Settings settings) {
        return new SubwordConfig(
                settings.choice("pretokenizer", Pretokenizer.class).or(Pretokenizer.JOINER),
                settings.integer("merges").atLeast(0).or(8000),
                settings.flag("shared").or(true),
                settings.integer("minimumCount").atLeast(1).or(1),
                settings.integer("maximumSize").atLeast(5).or(100_000));
    }
}
