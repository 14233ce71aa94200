package org.dragoman.annotators.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.annotators.sentences.SentenceSplitter;
import org.dragoman.annotators.sentences.SentenceUnit;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Map;

/** Bounds a little under what was measured of the model that comes along, on texts that it did not learn from. */
class SentimentAccuracyTest {
    private final SentimentModel model = SentimentModel.english();

    @Test
    void ofEveryFifthSentenceOfTheUciReviews() {
        var names = Map.of("0", "negative", "1", "positive");
        var right = 0;
        var all = 0;
        for (var source : new String[] {"amazon_cells", "imdb", "yelp"}) {
            var lines = TestData.lines("sentiment/uci-sentences/" + source + "_labelled.txt");
            for (var i = 4; i < lines.size(); i += 5) {
                var columns = lines.get(i).split("\t");
                right += model.ofSentence(columns[0]).label().equals(names.get(columns[1])) ? 1 : 0;
                all++;
            }
        }
        assertThat(all).isEqualTo(475);
        assertThat(right / (double) all).isGreaterThan(0.88);
    }

    @Test
    void ofMovieReviewsOfFoldsSevenAndEight() {
        var splitter = SentenceSplitter.english(SentenceUnit.PARAGRAPH);
        var names = Map.of("neg", "negative", "pos", "positive");
        var right = new ArrayList<Boolean>();
        for (var line : TestData.lines("sentiment/movie-reviews/reviews_fold0-8.tsv.gz")) {
            var columns = line.split("\t", 4);
            if (columns[1].equals("7") || columns[1].equals("8")) {
                var sentences = splitter.split(columns[3]).stream()
                        .map(span -> span.textIn(columns[3]))
                        .toList();
                var found = model.ofDocument(columns[3], sentences);
                right.add(found.label().equals(names.get(columns[0])));
            }
        }
        assertThat(right).hasSize(400);
        assertThat(right.stream().filter(r -> r).count() / 400.0).isGreaterThan(0.85);
    }
}
