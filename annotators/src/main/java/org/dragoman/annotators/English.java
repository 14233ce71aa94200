package org.dragoman.annotators;

import org.dragoman.annotators.entities.EntityAnnotator;
import org.dragoman.annotators.entities.EntityFinder;
import org.dragoman.annotators.lemmas.LearnedLemmatizer;
import org.dragoman.annotators.lemmas.LemmaAnnotator;
import org.dragoman.annotators.pos.PosAnnotator;
import org.dragoman.annotators.pos.PosTagger;
import org.dragoman.annotators.sentences.SentenceAnnotator;
import org.dragoman.annotators.sentences.SentenceSplitter;
import org.dragoman.annotators.sentences.SentenceUnit;
import org.dragoman.annotators.sentiment.SentimentAnnotator;
import org.dragoman.annotators.sentiment.SentimentModel;
import org.dragoman.annotators.stems.SnowballStemmer;
import org.dragoman.annotators.stems.StemAnnotator;
import org.dragoman.annotators.tokens.EnglishWords;
import org.dragoman.annotators.tokens.TokenAnnotator;
import org.dragoman.annotators.tokens.Tokenizer;
import org.dragoman.pipeline.Pipeline;

/** Steps for English, put together. */
public final class English {
    private English() {}

    /**
     * A pipeline that adds sentences, tokens, words, tags, lemmas, stems, entities and sentiment. A sentence may go on over the end of a line,
     * but not over a blank line. Sentiment is only worth something for texts that tell an opinion.
     *
     * @throws java.io.UncheckedIOException if a model is not on the class path; the message names the Maven artefact to add
     */
    public static Pipeline pipeline() {
        return pipeline(SentenceUnit.PARAGRAPH);
    }

    /** The same with another limit for sentences. */
    public static Pipeline pipeline(SentenceUnit unit) {
        return Pipeline.of(
                new SentenceAnnotator(SentenceSplitter.english(unit)),
                new TokenAnnotator(Tokenizer.english(), new EnglishWords()),
                new PosAnnotator(PosTagger.english()),
                new LemmaAnnotator(LearnedLemmatizer.english()),
                new StemAnnotator(SnowballStemmer.ENGLISH),
                new EntityAnnotator(EntityFinder.english()),
                new SentimentAnnotator(SentimentModel.english()));
    }
}
