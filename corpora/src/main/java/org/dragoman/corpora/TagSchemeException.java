package org.dragoman.corpora;

/** A tag doesn't follow the scheme of its file; a reader that repairs tags would go on. */
public final class TagSchemeException extends CorpusFormatException {
    private static final long serialVersionUID = 1L;

    /** An error in one line, as of any format. */
    public TagSchemeException(String source, long line, String problem) {
        super(source, line, problem);
    }
}
