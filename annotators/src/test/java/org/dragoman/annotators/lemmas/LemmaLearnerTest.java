package org.dragoman.annotators.lemmas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.annotators.linear.LinearSettings;
import org.dragoman.annotators.training.Seed;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class LemmaLearnerTest {
    private static final PosTag NOUN = new PosTag("NOUN", "NN");
    private static final PosTag NOUNS = new PosTag("NOUN", "NNS");
    private static final PosTag PAST = new PosTag("VERB", "VBD");
    private static final PosTag VERB = new PosTag("VERB", "VB");
    private static final PosTag NAME = new PosTag("PROPN", "NNP");
    private static final Document TREEBANK = document(
            "dogs",
            NOUNS,
            "dog",
            "cats",
            NOUNS,
            "cat",
            "cars",
            NOUNS,
            "car",
            "Trees",
            NOUNS,
            "tree",
            "birds",
            NOUNS,
            "bird",
            "Houses",
            NOUNS,
            "house",
            "cities",
            NOUNS,
            "city",
            "studies",
            NOUNS,
            "study",
            "Armies",
            NOUNS,
            "army",
            "Smith",
            NAME,
            "Smith",
            "Paris",
            NAME,
            "Paris",
            "Hughes",
            NAME,
            "Hughes",
            "Texas",
            NAME,
            "Texas",
            "walked",
            PAST,
            "walk",
            "talked",
            PAST,
            "talk",
            "Looked",
            PAST,
            "look",
            "went",
            PAST,
            "go",
            "left",
            PAST,
            "leave",
            "left",
            new PosTag("ADJ", "JJ"),
            "left",
            "mice",
            NOUNS,
            "mouse",
            "mice",
            NOUNS,
            "mouse",
            "house",
            NOUN,
            "house",
            "Tree",
            NOUN,
            "tree",
            "walk",
            VERB,
            "walk",
            "talk",
            VERB,
            "talk");

    @Test
    void learnsEndingsCaseAndIrregularForms() {
        var model = learner().learn(List.of(TREEBANK));
        assertThat(model.lemma("pens", NOUNS)).isEqualTo("pen");
        assertThat(model.lemma("parties", NOUNS)).isEqualTo("party");
        assertThat(model.lemma("Kansas", NAME)).isEqualTo("Kansas");
        assertThat(model.lemma("milked", PAST)).isEqualTo("milk");
        assertThat(model.lemma("went", PAST)).isEqualTo("go");
        assertThat(model.lemma("left", PAST)).isEqualTo("leave");
        assertThat(model.lemma("left", new PosTag("ADJ", "JJ"))).isEqualTo("left");
    }

    @Test
    void knowsAFormInAnotherCaseOrWithATagThatItNeverHad() {
        var model = learner().learn(List.of(TREEBANK));
        assertThat(model.lemma("MICE", NOUNS)).isEqualTo("mouse");
        assertThat(model.lemma("mice", PosTag.of("NOUN"))).isEqualTo("mouse");
        assertThat(model.lemma("mice", PosTag.of("X"))).isEqualTo("mouse");
    }

    @Test
    void hasAnAnswerForWhateverComes() {
        var model = learner().learn(List.of(TREEBANK));
        assertThat(model.lemma("s", NOUNS)).isEqualTo("s");
        assertThat(model.lemma("\uD83D\uDE00", PosTag.of("SYM"))).isEqualTo("\uD83D\uDE00");
        assertThat(model.lemma("\uD83D", PosTag.of("_"))).isEqualTo("\uD83D");
    }

    @Test
    void scoresTheShareOfRightLemmas() {
        var learner = learner();
        var model = learner.learn(List.of(TREEBANK));
        var test = document("pens", NOUNS, "pen", "sheep", NOUNS, "goat", "_", NOUN, "_", "x", NOUN, "_");
        assertThat(learner.score(model, List.of(test)).values())
                .first()
                .isEqualTo(2 / 3.0); // the last word has no lemma
    }

    @Test
    void learnsTheSameEachTimeAndReadsItBack(@TempDir Path folder) {
        var learner = learner();
        var first = folder.resolve("first.bin");
        learner.write(learner.learn(List.of(TREEBANK)), first);
        learner.write(learner().learn(List.of(TREEBANK)), folder.resolve("second.bin"));
        assertThat(folder.resolve("second.bin")).hasSameBinaryContentAs(first);
        assertThat(LearnedLemmatizer.read(first).lemma("parties", NOUNS)).isEqualTo("party");
    }

    @Test
    void refusesADamagedFileAndAnotherModel(@TempDir Path folder) throws IOException {
        var file = folder.resolve("lemmas.bin");
        learner().write(learner().learn(List.of(TREEBANK)), file);
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> LearnedLemmatizer.read(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot read " + file + ": it is damaged: ");
        Files.writeString(file, "no model");
        assertThatThrownBy(() -> LearnedLemmatizer.read(file))
                .hasMessage("cannot read " + file + ": it is not a model file of Dragoman: expected lemmas version 1");
    }

    @Test
    void refusesATreebankWithoutLemmas() {
        assertThatThrownBy(() -> learner().learn(List.of(TREEBANK.without(Layers.LEMMAS))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "document 'test' of the treebank has no tags or no lemmas, so there is nothing to learn from");
    }

    private static LemmaLearner learner() {
        return new LemmaLearner(new LinearSettings(30, 0.2, 1e-5, 1), 2, new Seed(1));
    }

    /** A document of words, each with its tag and lemma. */
    private static Document document(Object... words) {
        var spans = new ArrayList<Span>();
        var forms = new ArrayList<Word>();
        var tags = new ArrayList<PosTag>();
        var lemmas = new ArrayList<String>();
        var text = new StringBuilder();
        for (var i = 0; i < words.length; i += 3) {
            var form = (String) words[i];
            spans.add(new Span(text.length(), text.length() + form.length()));
            text.append(form).append(' ');
            forms.add(new Word(form, i / 3));
            tags.add((PosTag) words[i + 1]);
            lemmas.add((String) words[i + 2]);
        }
        return Document.of("test", text.toString())
                .with(Layers.TOKENS, spans)
                .with(Layers.WORDS, forms)
                .with(Layers.POS, tags)
                .with(Layers.LEMMAS, lemmas);
    }
}
