package org.dragoman.annotators.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Word;
import org.dragoman.pipeline.io.ConlluReader;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class EnglishWordsTest {
    private final EnglishWords splitter = new EnglishWords();

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '"',
            value = {
                "don't do|n't",
                "CAN'T CA|N'T",
                "can’t ca|n’t",
                "won't wo|n't",
                "I'm I|'m",
                "I'd've I|'d|'ve",
                "wouldn't've would|n't|'ve",
                "Google's Google|'s",
                "Jr.'s Jr.|'s",
                "mama`s mama|`s",
                "parents' parents|'",
                "dems’ dems|’",
                "Perez' Perez|'",
                "cannot can|not",
                "Cannot Can|not",
                "gonna gon|na",
                "didnt did|nt",
                "im i|m",
                "THATS THAT|S",
                "dunno du|n|no",
                "outta out|ta"
            })
    void splitsContractionsAndPossessives(String token, String words) {
        assertThat(String.join("|", splitter.split(token))).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do",
                "'s",
                "n't",
                "'",
                "o'clock",
                "its",
                "want",
                "'em",
                "rock'n'roll",
                "ISTANBUL",
                "80's",
                "s'",
                "👍'"
            })
    void leavesOtherTokensWhole(String token) {
        assertThat(splitter.split(token)).containsExactly(token);
    }

    /**
     * Against the words of EWT's annotators (tokens as they have them). What is left are mostly misspellings, such as <em>its</em>
     * for <em>it's</em>.
     */
    @Test
    void findsNearlyAllWordsOfTheTreebank() {
        var tokens = 0;
        var right = 0;
        try (var documents = new ConlluReader().read(TestData.file("pos/ud-english-ewt/en_ewt-ud-dev.conllu"))) {
            for (var document : documents.toList()) {
                var expected = formsByToken(document);
                for (var i = 0; i < expected.size(); i++) {
                    var token = document.get(Layers.TOKENS).get(i).textIn(document.text());
                    tokens++;
                    right += splitter.split(token).equals(expected.get(i)) ? 1 : 0;
                }
            }
        }
        assertThat(right / (double) tokens).isGreaterThan(0.997);
    }

    private static List<List<String>> formsByToken(Document document) {
        var forms = new ArrayList<List<String>>();
        for (Word word : document.get(Layers.WORDS)) {
            if (word.token() == forms.size()) {
                forms.add(new ArrayList<>());
            }
            forms.get(word.token()).add(word.form());
        }
        return forms;
    }
}
