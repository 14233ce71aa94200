package org.dragoman.annotators.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import opennlp.tools.tokenize.TokenizerME;
import org.dragoman.annotators.opennlp.OpenNlpModel;
import org.dragoman.pipeline.Span;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

class TokenizerTest {
    private static final TokenBorder EVERYWHERE = (piece, index) -> true;

    @Test
    void cutsOffPunctuationAndKeepsContractionsAndAbbreviations() {
        assertThat(texts(Tokenizer.english(), "Don't ask Mr. Smith (he's busy), okay?"))
                .containsExactly("Don't", "ask", "Mr.", "Smith", "(", "he's", "busy", ")", ",", "okay", "?");
    }

    @Test
    void tokensOfAPartOfTheTextPointIntoTheWholeText() {
        assertThat(Tokenizer.english().tokenize("Hello. Good bye.", new Span(7, 16)))
                .containsExactly(new Span(7, 11), new Span(12, 15), new Span(15, 16));
    }

    /** The tokens of OpenNLP 2.5.11 for each sentence. */
    @Test
    void agreesWithOpenNlp() {
        var openNlp = new TokenizerME(OpenNlpModel.ENGLISH_TOKENS.get());
        var tokenizer = Tokenizer.english();
        for (var line : TestData.lines("pos/ud-english-ewt/en_ewt-ud-dev.conllu")) {
            if (line.startsWith("# text = ")) {
                var sentence = line.substring(9);
                var expected = Arrays.stream(openNlp.tokenizePos(sentence))
                        .map(span -> new Span(span.getStart(), span.getEnd()))
                        .toList();
                assertThat(tokenizer.tokenize(sentence)).as(sentence).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"e\u0301", "👍🏽", "👩‍👩‍👧", "🇩🇪", "❤️"})
    void neverCutsWhatAReaderSeesAsOneCharacter(String character) {
        assertThat(texts(new Tokenizer(EVERYWHERE), "a" + character + "b")).containsExactly("a", character, "b");
    }

    @Test
    void aLongChunkIsTakenInPieces() {
        var tokens = new Tokenizer((piece, index) -> false).tokenize("x".repeat(600));
        assertThat(tokens).containsExactly(new Span(0, 256), new Span(256, 512), new Span(512, 600));
    }

    @Test
    void aPieceEndsBetweenCharacters() {
        var tokens = new Tokenizer((piece, index) -> false).tokenize("x".repeat(255) + "👍🏽" + "y".repeat(10));
        assertThat(tokens).containsExactly(new Span(0, 255), new Span(255, 269));
    }

    @Test
    void evenMarksWithoutEndAreTakenInPieces() {
        var tokens = new Tokenizer(EVERYWHERE).tokenize("e" + "\u0301".repeat(999));
        assertThat(tokens)
                .hasSize(4)
                .allSatisfy(token -> assertThat(token.length()).isLessThanOrEqualTo(256));
    }

    /** What the model looks at grows with the length of the text, not with its square. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000, 100_000})
    void workIsLinearInTheLengthOfTheText(int length) {
        var seen = new AtomicLong();
        var tokenizer = new Tokenizer((piece, index) -> {
            seen.addAndGet(piece.length());
            return false;
        });
        tokenizer.tokenize("a.".repeat(length / 2));
        assertThat(seen.get()).isLessThanOrEqualTo(256L * length).isGreaterThan(length);
    }

    private static List<String> texts(Tokenizer tokenizer, String text) {
        return tokenizer.tokenize(text).stream().map(span -> span.textIn(text)).toList();
    }
}
