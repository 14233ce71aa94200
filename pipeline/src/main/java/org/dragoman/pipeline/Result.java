package org.dragoman.pipeline;

/** What became of one document in a stream: {@link Done} or {@link Failed}. */
public sealed interface Result {
    /** The annotated document; for a failure the document as it was before the step that failed. */
    Document document();

    /** Whether all steps succeeded. */
    boolean isDone();

    /**
     * Returns the annotated document.
     *
     * @throws AnnotationException if a step failed
     */
    Document orElseThrow();

    /**
     * A document that went through all steps.
     *
     * @param document with the layers that all steps provide
     */
    record Done(Document document) implements Result {
        @Override
        public boolean isDone() {
            return true;
        }

        @Override
        public Document orElseThrow() {
            return document;
        }
    }

    /**
     * A document that a step could not annotate.
     *
     * @param document as it was before that step, with the layers of the earlier ones
     * @param annotator name of the step that failed
     * @param cause what went wrong
     */
    record Failed(Document document, String annotator, Throwable cause) implements Result {
        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public Document orElseThrow() {
            throw exception();
        }

        /** The failure as an exception that names the step and the document. */
        public AnnotationException exception() {
            return new AnnotationException(annotator, document.id(), cause);
        }
    }
}
