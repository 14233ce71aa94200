package org.dragoman.annotators.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import opennlp.tools.tokenize.TokenizerME;
import org.dragoman.annotators.opennlp.OpenNlpModel;
import org.dragoman.annotators.text.Graphemes;
import org.dragoman.annotators.text.WhiteSpace;
import org.dragoman.pipeline.Span;
import org.dragoman.testing.RandomText;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

class TokenizerTest {
    private static final TokenBorder EVERYWHERE = (piece, start, index) -> true;

    @Test
    void cutsOffPunctuationAndKeepsContractionsAndAbbreviations() {
        assertThat(texts(Tokenizer.english(), "Don't ask Mr. Smith (he's busy), okay?"))
                .containsExactly("Don't", "ask", "Mr.", "Smith", "(", "he's", "busy", ")", ",", "okay", "?");
    }

    /** How the annotators of EWT cut; none of these chunks is in its training part. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See http://www.example-site.org/a_b?c=d.|See http://www.example-site.org/a_b?c=d .",
                "Mail jane.roe@example.com!|Mail jane.roe@example.com !",
                "Nice work :-)|Nice work :-)",
                "at 7pm|at 7 pm",
                "a well-earned rest|a well - earned rest",
                "Wait....|Wait ....",
                "on 03/17/2004,|on 03/17/2004 ,",
                "$45|$ 45",
                "the 1,250 km|the 1,250 km",
                "I cannot|I cannot",
                "(maybe)|( maybe )"
            })
    void followsTheConventionsOfItsTreebank(String text, String tokens) {
        assertThat(String.join(" ", texts(Tokenizer.english(), text))).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "L'homme qu'il a vu n'est pas là.|L' homme qu' il a vu n' est pas là .",
                "Aujourd'hui, quelqu'un dort|Aujourd'hui , quelqu'un dort",
                "A-t-il faim ?|A -t-il faim ?",
                "est-ce vrai|est -ce vrai",
                "peut-être le week-end|peut-être le week-end",
                "M. Dupont (1 250,50 €)|M. Dupont ( 1 250,50 € )",
                "«Oui…», dit-elle.|« Oui … » , dit -elle .",
                "50% des cas|50 % des cas",
                "voir www.exemple.fr/a, etc.|voir www.exemple.fr/a , etc."
            })
    void frenchFollowsRules(String text, String tokens) {
        assertThat(String.join(" ", texts(Tokenizer.french(), text))).isEqualTo(tokens);
    }

    @Test
    void aPieceKnowsWhereItIsAndWhatComesAfterIt() {
        var seen = new ArrayList<String>();
        new Tokenizer((piece, start, index) -> !seen.add(piece.offset() + piece.text() + (int) piece.follows()))
                .tokenize("xx ab cd", new Span(3, 8));
        assertThat(seen).containsExactly("3ab" + (int) 'c', "6cd0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyCharacterButWhiteSpaceIsInOneToken(long seed) {
        var text = RandomText.of(new Random(seed), 2000);
        for (var tokenizer : List.of(Tokenizer.english(), Tokenizer.german(), Tokenizer.french())) {
            var end = 0;
            for (var token : tokenizer.tokenize(text)) {
                assertThat(text.substring(end, token.start()).chars().allMatch(c -> WhiteSpace.is((char) c)))
                        .as("seed %d before %s", seed, token)
                        .isTrue();
                assertThat(token.textIn(text).chars().noneMatch(c -> WhiteSpace.is((char) c)))
                        .isTrue();
                assertThat(token.start() > end || Graphemes.isBorder(text, token.start()))
                        .isTrue();
                end = token.end();
            }
            assertThat(text.substring(end).chars().allMatch(c -> WhiteSpace.is((char) c)))
                    .isTrue();
        }
    }

    @Test
    void tokensOfAPartOfTheTextPointIntoTheWholeText() {
        assertThat(Tokenizer.english().tokenize("Hello. Good bye.", new Span(7, 16)))
                .containsExactly(new Span(7, 11), new Span(12, 15), new Span(15, 16));
    }

    /** The tokens of OpenNLP 2.5.11 for each sentence. */
    @Test
    void germanAgreesWithOpenNlp() {
        var openNlp = new TokenizerME(OpenNlpModel.GERMAN_TOKENS.get());
        var tokenizer = Tokenizer.german();
        for (var line : TestData.lines("pos/ud-german-gsd/de_gsd-ud-dev.conllu")) {
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
        var tokens = new Tokenizer((piece, start, index) -> false).tokenize("x".repeat(600));
        assertThat(tokens).containsExactly(new Span(0, 256), new Span(256, 512), new Span(512, 600));
    }

    @Test
    void aPieceEndsBetweenCharacters() {
        var tokens = new Tokenizer((piece, start, index) -> false).tokenize("x".repeat(255) + "👍🏽" + "y".repeat(10));
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
        var tokenizer = new Tokenizer((piece, start, index) -> {
            seen.addAndGet(piece.text().length());
            return false;
        });
        tokenizer.tokenize("a.".repeat(length / 2));
        assertThat(seen.get()).isLessThanOrEqualTo(256L * length).isGreaterThan(length);
    }

    private static List<String> texts(Tokenizer tokenizer, String text) {
        return tokenizer.tokenize(text).stream().map(span -> span.textIn(text)).toList();
    }
}
