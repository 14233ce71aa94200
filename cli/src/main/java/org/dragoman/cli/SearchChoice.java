package org.dragoman.cli;

import org.dragoman.nmt.search.LengthPenalty;
import org.dragoman.nmt.search.SearchConfig;
import org.dragoman.nmt.translate.TranslatorConfig;

import java.util.Optional;

/**
 * What of a search the user chose; what is empty the model decides.
 *
 * @param beam width
 * @param lengthPenalty how long translations compete with short ones
 */
record SearchChoice(Optional<Integer> beam, Optional<LengthPenalty> lengthPenalty) {
    static final SearchChoice NONE = new SearchChoice(Optional.empty(), Optional.empty());

    static SearchChoice of(SearchConfig search) {
        return new SearchChoice(Optional.of(search.width()), Optional.of(search.lengthPenalty()));
    }

    /** Puts the choice over what the model decides. */
    TranslatorConfig over(TranslatorConfig config) {
        var chosen = beam.map(config::withBeam).orElse(config);
        return lengthPenalty
                .map(penalty -> chosen.withSearch(chosen.search().withLengthPenalty(penalty)))
                .orElse(chosen);
    }
}
