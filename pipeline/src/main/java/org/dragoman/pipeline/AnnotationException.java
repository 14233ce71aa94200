package org.dragoman.pipeline;

/** Says that a step could not annotate a document; the cause says why. */
public final class AnnotationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String annotator;
    private final String documentId;

    AnnotationException(String annotator, String documentId, Throwable cause) {
        super("'" + annotator + "' failed on document '" + documentId + "': " + describe(cause), cause);
        this.annotator = annotator;
        this.documentId = documentId;
    }

    /** Name of the step that failed. */
    public String annotator() {
        return annotator;
    }

    /** Id of the document that it failed on. */
    public String documentId() {
        return documentId;
    }

    private static String describe(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
