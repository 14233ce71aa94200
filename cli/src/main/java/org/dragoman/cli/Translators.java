package org.dragoman.cli;

import org.dragoman.nmt.pretrained.Origin;
import org.dragoman.pipeline.Annotator;

import java.nio.file.Path;
import java.util.Optional;

/** Opens models for the {@code translate} command. */
interface Translators {
    /**
     * What the user asked for.
     *
     * @param from language of the source; empty if the model's folder decides, or the built-in model's default
     * @param to language of the target; empty if the model's folder decides
     * @param model folder of a model, or zip file of a release; empty for one that is built in
     * @param search what of the search the user chose
     */
    record Request(Optional<String> from, Optional<String> to, Optional<Path> model, SearchChoice search) {}

    /**
     * A translator.
     *
     * @param annotator provides the translation; closed by the caller if it can be closed
     * @param language what it translates to
     * @param origin of the model, for reports
     */
    record Opened(Annotator annotator, String language, Origin origin) {}

    /**
     * Opens a model.
     *
     * @throws IllegalArgumentException if there is no such model, or it is for other languages
     */
    Opened open(Request request);
}
