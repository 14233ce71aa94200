package org.dragoman.annotators.keywords;

import org.dragoman.annotators.stopwords.StopWords;
import org.dragoman.pipeline.Annotator;
import org.dragoman.testing.AnnotatorContract;

class KeywordAnnotatorWithoutTagsTest extends AnnotatorContract {
    @Override
    protected Annotator annotator() {
        return new KeywordAnnotator(new KeywordRanking(StopWords.of("en"), 2, 5), false);
    }
}
