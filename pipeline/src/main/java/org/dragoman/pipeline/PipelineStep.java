package org.dragoman.pipeline;

import java.util.Optional;

/**
 * A step of a {@link Pipeline} with where it came from.
 *
 * @param annotator what does the work
 * @param origin class of the annotator, or of the provider that made it, with its jar if it is from one
 * @param settings the settings that the provider was given, as JSON; nothing if a program made the annotator
 */
public record PipelineStep(Annotator annotator, String origin, Optional<String> settings) {
    /** A step that a program made. */
    static PipelineStep of(Annotator annotator) {
        return new PipelineStep(annotator, Origin.of(annotator.getClass()), Optional.empty());
    }

    /** A step that a provider made. */
    static PipelineStep of(Annotator annotator, AnnotatorProvider provider, String settings) {
        return new PipelineStep(annotator, Origin.of(provider.getClass()), Optional.of(settings));
    }

    /** Name, needs and gifts on the first line, origin and settings on the next. */
    String explain() {
        return annotator.name() + ": " + StepOrder.names(annotator.requires()) + " -> "
                + StepOrder.names(annotator.provides()) + "\n    by " + origin
                + settings.map(json -> ", settings " + json).orElse("");
    }
}
