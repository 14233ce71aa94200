package org.dragoman.nmt.documents;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.Result;

import java.util.Optional;

/**
 * What a pipeline made of a run.
 *
 * @param text the translation
 * @param sentences sentences in the run
 * @param lost sentences whose translation is empty
 */
record TranslatedRun(String text, long sentences, long lost) {
    /** A run that the pipeline could not translate; the message names the step and the cause. */
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;

        private Failure(String message) {
            super(message);
        }
    }

    /** Refuses a pipeline that cannot translate. */
    static void checkTranslates(Pipeline pipeline) {
        if (!pipeline.provides().contains(Layers.TRANSLATION)) {
            throw new IllegalArgumentException(
                    "the pipeline " + pipeline.name() + " has no step that provides 'translation'; add a translator");
        }
    }

    /** Takes the translation out of a result. */
    static TranslatedRun of(Result result, String language) throws Failure {
        if (result instanceof Result.Failed failed) {
            var cause = Optional.ofNullable(failed.cause().getMessage()).orElseGet(failed.cause()::toString);
            throw new Failure("'" + failed.annotator() + "' failed: " + cause);
        }
        return of(result.document(), language);
    }

    private static TranslatedRun of(Document document, String language) throws Failure {
        var translations = document.get(Layers.TRANSLATION);
        if (!translations.containsKey(language)) {
            throw new Failure("the pipeline translates to " + translations.keySet() + ", not to '" + language + "'");
        }
        var translation = translations.get(language);
        var lost = translation.sentences().stream()
                .filter(sentence -> sentence.target().isEmpty())
                .count();
        return new TranslatedRun(
                translation.target().text(), translation.sentences().size(), lost);
    }
}
