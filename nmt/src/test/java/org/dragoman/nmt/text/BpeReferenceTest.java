package org.dragoman.nmt.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The same merges and the same pieces as subword-nmt: its own test files (rsennrich/subword-nmt, commit 92d6139d07d3), and random words by
 * version 0.3.8, made with src/test/python/subword_fixtures.py.
 */
class BpeReferenceTest {
    private static final String PUBLISHED = "tokenization/subword-nmt/";

    @Test
    void learnsThePublishedMergesFromThePublishedCorpus() {
        var corpus = publishedLines("corpus.en");

        var learnt = BpeSubwords.learn(corpus.stream(), Pretokenizer.NONE, 1000).bpe();

        var published = Bpe.read(TestData.file(PUBLISHED + "bpe.ref"));
        assertThat(published.merges()).hasSize(1000);
        assertThat(learnt.merges()).isEqualTo(published.merges());
    }

    @Test
    void splitsThePublishedCorpusIntoThePublishedPieces() {
        var subwords = new BpeSubwords(Bpe.read(TestData.file(PUBLISHED + "bpe.ref")), Pretokenizer.NONE);

        var split = publishedLines("corpus.en").stream()
                .map(line -> pieces(subwords, line))
                .toList();

        var published =
                publishedLines("corpus.bpe.ref.en").stream().map(String::strip).toList();
        assertThat(split).hasSize(1015).isEqualTo(published);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-letters", "unicode", "end-mark"})
    void learnsTheReferencesMergesFromRandomWords(String name) {
        var reference = Bpe.read(fixture(name + ".bpe")).merges();

        var learnt = new BpeLearner(reference.size(), 2).learn(counts(name)).merges();

        assertThat(learnt).hasSizeGreaterThan(200).isEqualTo(reference);
    }

    @Test
    void learnsTheReferencesMergesDownToPairsThatOccurOnce() {
        var reference = Bpe.read(fixture("eight-letters.bpe")).merges();

        var learnt = new BpeLearner(1200, 1).learn(counts("eight-letters")).merges();

        assertThat(learnt).hasSize(1200).isEqualTo(reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-letters", "eight-letters", "unicode", "end-mark"})
    void splitsRandomWordsAsTheReferenceDoes(String name) {
        var bpe = Bpe.read(fixture(name + ".bpe"));

        var lines = TextFile.lines(fixture(name + ".split"));

        assertThat(lines).hasSize(400).allSatisfy(line -> {
            var columns = line.split("\t", -1);
            assertThat(marked(bpe.split(columns[0]))).isEqualTo(columns[1]);
        });
    }

    private static List<String> publishedLines(String name) {
        return TextFile.lines(TestData.file(PUBLISHED + name));
    }

    private static String pieces(Subwords subwords, String line) {
        return subwords.split(line).stream().map(Piece::text).collect(Collectors.joining(" "));
    }

    private static String marked(List<String> parts) {
        return IntStream.range(0, parts.size())
                .mapToObj(i -> i < parts.size() - 1 ? parts.get(i) + "@@" : parts.get(i))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, Long> counts(String name) {
        var counts = new HashMap<String, Long>();
        for (var line : TextFile.lines(fixture(name + ".counts"))) {
            var columns = line.split(" ");
            counts.put(columns[0], Long.parseLong(columns[1]));
        }
        return counts;
    }

    private static Path fixture(String name) {
        try {
            return Path.of(
                    BpeReferenceTest.class.getResource("/subwords/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
