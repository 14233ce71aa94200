package org.dragoman.corpora.format;

/** What a corpus consists of. */
public enum CorpusKind {
    /** {@link org.dragoman.corpora.SentencePair}s. */
    PARALLEL("parallel text", "sentence pairs"),
    /** {@link org.dragoman.corpora.TaggedSentence}s. */
    TAGGED("tagged text", "tagged sentences"),
    /** {@link org.dragoman.corpora.LabelledText}s. */
    LABELLED("labelled text", "labelled texts");

    private final String title;
    private final String items;

    CorpusKind(String title, String items) {
        this.title = title;
        this.items = items;
    }

    /** The kind in words, such as {@code parallel text}. */
    public String title() {
        return title;
    }

    /** What it consists of in words, such as {@code sentence pairs}. */
    public String items() {
        return items;
    }
}
