package org.dragoman.nmt.pretrained;

import java.util.Optional;

/**
 * Between which languages a user wants a model to translate.
 *
 * @param from language of the sources; empty if the model decides
 * @param to language of the targets; empty if the model decides
 * @param fromOption by what the user chooses the one, such as {@code --from}; for messages
 * @param toOption by what the user chooses the other
 */
public record LanguageChoice(Optional<String> from, Optional<String> to, String fromOption, String toOption) {

    /** @throws IllegalArgumentException if a language is blank */
    public LanguageChoice {
        requireNamed(fromOption, from);
        requireNamed(toOption, to);
    }

    private static void requireNamed(String option, Optional<String> language) {
        language.filter(String::isBlank).ifPresent(blank -> {
            throw new IllegalArgumentException(option + " must be a language such as de, got '" + blank + "'");
        });
    }
}
