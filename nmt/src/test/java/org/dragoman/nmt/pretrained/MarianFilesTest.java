package org.dragoman.nmt.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.nmt.text.Piece;
import org.dragoman.nmt.text.Subwords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The small files beside weights, by hand. */
class MarianFilesTest {

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** The pieces are what YAML 1.2 says of the scalars (sections 5.7 and 7.3), and never typed. */
    @Test
    void piecesOfAVocabularyAreTextsWhateverTheyLookLike() throws IOException {
        var file = write("vocab.yml", """
                </s>: 0
                <unk>: 1
                no: 2
                ~: 3
                1.5: 4
                "\\"": 5
                "\\\\": 6
                'it''s': 7
                "\\x85\\u2028\\U0001F642\\t": 8
                a:b: 9
                "▁#": 10
                日本: 12
                """ + "\u0085: 11\n");

        assertThat(VocabularyYaml.read(file))
                .containsExactly(
                        "</s>",
                        "<unk>",
                        "no",
                        "~",
                        "1.5",
                        "\"",
                        "\\",
                        "it's",
                        "\u0085\u2028🙂\t",
                        "a:b",
                        "▁#",
                        "\u0085",
                        "日本");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 0;b|:2: expected \"piece: number\", got \"b\"",
                "a: 0;b: 0|:2: the number 0 belongs to \"a\" already",
                "a: 0;b: 2|: 2 pieces need the numbers from 0 to 1, but the last is 2",
                "\"\\q\": 0|:1: unknown escape \\q in \"\\q\"",
                "\"\\u12\": 0|:1: an escape in \"\\u12\" needs 4 hexadecimal digits of a character",
                "\"a: 0|:1: the quotes of \"a are not closed",
            })
    void aDamagedVocabularyIsRefusedWithItsLine(String text, String message) throws IOException {
        var file = write("vocab.yml", text.replace(';', '\n'));

        assertThatThrownBy(() -> VocabularyYaml.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + message);
    }

    @Test
    void optionsAreScalarsAndLists() {
        var yaml = PlainYaml.parse("a: 1\nb:\n  - x\n  - \"y z\"\nc: [p, q]\nd: \"\"\ne:\n  []\nf: ~\n", "options");

        assertThat(yaml.list("a")).containsExactly("1");
        assertThat(yaml.list("b")).containsExactly("x", "y z");
        assertThat(yaml.list("c")).containsExactly("p", "q");
        assertThat(yaml.list("e")).isEmpty();
        assertThat(yaml.text("f", "other")).isEmpty();
        assertThat(yaml.keys()).containsExactly("a", "b", "c", "d", "e", "f");
    }

    /** The right side is what clean_up_tokenization of transformers 4.57.3 makes of the left one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Bonjour ! Ça va ?|Bonjour! Ça va?",
                "I do n't know , he 's gone .|I don't know, he's gone.",
                "we 've , they 're , I 'm|we've, they're, I'm",
                "rock ' n ' roll|rock'n'roll",
                "a . . . b|a... b",
            })
    void spacesAreCleanedUpAsTheReferenceDoes(String text, String cleaned) {
        assertThat(new CleanedUpSubwords(new Joined()).join(List.of(text.split(" "))))
                .isEqualTo(cleaned);
    }

    private static final class Joined implements Subwords {
        @Override
        public List<Piece> split(String sentence) {
            return List.of();
        }

        @Override
        public String join(List<String> pieces) {
            return String.join(" ", pieces);
        }

        @Override
        public void save(Path folder) {}
    }

    @Test
    void numbersOfAReferenceBecomeOursAndBack() {
        var ids = new ReferenceIds(7, 6, 4, 6, 2);

        assertThat(ids.toReference()).containsExactly(6, 4, 6, 2, 0, 1, 3, 5);
        assertThat(ids.outputsToReference()).containsExactly(6, 4, -1, 2, 0, 1, 3, 5);
        assertThat(ids.vocabulary(List.of("a", "<s>", "</s>", "b", "<unk>", "c", "<pad>"))
                        .pieces())
                .containsExactly("<pad>", "<unk>", "<s>", "</s>", "a", "<1:special>", "b", "c");
    }

    @Test
    void aReferenceWithoutPaddingStartsWithZeros() {
        var ids = new ReferenceIds(4, ReferenceIds.NONE, 1, ReferenceIds.NONE, 0);

        assertThat(ids.toReference()).containsExactly(-1, 1, -1, 0, 2, 3);
        assertThat(ids.outputsToReference()).containsExactly(-1, 1, -1, 0, 2, 3);
    }

    @Test
    void refusesNumbersThatCannotBe() {
        assertThatThrownBy(() -> new ReferenceIds(4, 5, 1, 0, 0))
                .hasMessage(
                        "padding and decoder start must be numbers of the vocabulary, from 0 to 3, and padding of its"
                                + " own, got 5 and 0");
        assertThatThrownBy(() -> new ReferenceIds(4, 3, 1, 3, 1))
                .hasMessage(
                        "a vocabulary needs different numbers for the unknown piece and the end marker, from 0 to 3, got 1"
                                + " and 1");
    }

    @Test
    void aCardTellsLicenceAndLink() throws IOException {
        var model = Files.createDirectory(folder.resolve("opus-mt-en-fr"));
        Files.writeString(
                model.resolve("README.md"),
                "---\nlanguage: en\nlicense: cc-by-4.0\n---\n# A model\nsee [here](https://example.org/opus) for more\n");
        var card = ModelCard.read(model);

        assertThat(card.origin(new MarianRelease()).terms()).isEqualTo("cc-by-4.0; https://example.org/opus");
        assertThat(card.source()).contains("en");
        assertThat(card.target()).contains("fr");
    }

    @Test
    void withoutACardTheLicenceFileTellsAndElseNobody() throws IOException {
        assertThat(ModelCard.read(folder).origin(new MarianRelease()).terms()).isEqualTo("licence not stated");
        Files.writeString(folder.resolve("LICENSE"), "\n  Attribution 4.0 International\n\ntext\n");
        assertThat(ModelCard.read(folder).licence()).isEqualTo("Attribution 4.0 International");
    }
}
