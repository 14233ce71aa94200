package org.dragoman.annotators;

import org.dragoman.annotators.lemmas.GermanLemmatizer;
import org.dragoman.annotators.lemmas.LemmaAnnotator;
import org.dragoman.annotators.pos.PosAnnotator;
import org.dragoman.annotators.pos.PosTagger;
import org.dragoman.annotators.sentences.SentenceAnnotator;
import org.dragoman.annotators.sentences.SentenceSplitter;
import org.dragoman.annotators.sentences.SentenceUnit;
import org.dragoman.annotators.stems.SnowballStemmer;
import org.dragoman.annotators.stems.StemAnnotator;
import org.dragoman.annotators.tokens.GermanWords;
import org.dragoman.annotators.tokens.TokenAnnotator;
import org.dragoman.annotators.tokens.Tokenizer;
import org.dragoman.pipeline.Pipeline;

/** Steps for German, put together. */
public final class German {
    private German() {}

    /**
     * A pipeline that adds sentences, tokens, words, tags, lemmas and stems. A sentence may go on over the end of a line, but not over a
     * blank line.
     *
     * @throws java.io.UncheckedIOException if a model is not on the class path; the message names the Maven artefact to add
     */
    public static Pipeline pipeline() {
        return pipeline(SentenceUnit.PARAGRAPH);
    }

    /** The same with another limit for sentences. */
    public static Pipeline pipeline(SentenceUnit unit) {
        return Pipeline.of(
                new SentenceAnnotator(SentenceSplitter.german(unit)),
                new TokenAnnotator(Tokenizer.german(), new GermanWords()),
                new PosAnnotator(PosTagger.of("de")),
                new LemmaAnnotator(GermanLemmatizer.open()),
                new StemAnnotator(SnowballStemmer.GERMAN));
    }
}
