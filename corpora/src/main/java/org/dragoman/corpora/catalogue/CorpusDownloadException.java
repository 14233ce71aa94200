package org.dragoman.corpora.catalogue;

/** A corpus could not be fetched, or what came is not what the catalogue says. */
public final class CorpusDownloadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CorpusDownloadException(String message) {
        super(message);
    }

    CorpusDownloadException(String message, Throwable cause) {
        super(message, cause);
    }
}
