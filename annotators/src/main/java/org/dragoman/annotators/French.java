package org.dragoman.annotators;

import org.dragoman.annotators.pos.PosAnnotator;
import org.dragoman.annotators.pos.PosTagger;
import org.dragoman.annotators.sentences.SentenceAnnotator;
import org.dragoman.annotators.sentences.SentenceSplitter;
import org.dragoman.annotators.sentences.SentenceUnit;
import org.dragoman.annotators.stems.SnowballStemmer;
import org.dragoman.annotators.stems.StemAnnotator;
import org.dragoman.annotators.tokens.FrenchWords;
import org.dragoman.annotators.tokens.TokenAnnotator;
import org.dragoman.annotators.tokens.Tokenizer;
import org.dragoman.pipeline.Pipeline;

/** Steps for French, put together. */
public final class French {
    private French() {}

    /**
     * A pipeline that adds sentences, tokens, words, tags and stems. A sentence may go on over the end of a line, but not over a
     * blank line. There are no lemmas: no open treebank of French lets a model be shipped under a licence that we could check.
     *
     * @throws java.io.UncheckedIOException if a model is not on the class path; the message names the Maven artefact to add
     */
    public static Pipeline pipeline() {
        return pipeline(SentenceUnit.PARAGRAPH);
    }

    /** The same with another limit for sentences. */
    public static Pipeline pipeline(SentenceUnit unit) {
        return Pipeline.of(
                new SentenceAnnotator(SentenceSplitter.french(unit)),
                new TokenAnnotator(Tokenizer.french(), new FrenchWords()),
                new PosAnnotator(PosTagger.of("fr")),
                new StemAnnotator(SnowballStemmer.FRENCH));
    }
}
