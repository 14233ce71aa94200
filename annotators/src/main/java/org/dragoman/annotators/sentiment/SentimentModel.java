package org.dragoman.annotators.sentiment;

import org.dragoman.annotators.classification.TextClassifier;
import org.dragoman.annotators.models.ModelResource;
import org.dragoman.pipeline.Sentiment;

import java.nio.file.Path;
import java.util.List;

/**
 * Tells how favourable sentences and documents are, with a classifier for each.
 *
 * <p>The log-odds of a document are those of its classifier, which learned from whole reviews, and {@value #SENTENCE_WEIGHT} times the mean of its
 * sentences', whose classifier knows more kinds of text: the first decides about long reviews, the second about anything short.
 *
 * <p>A score is twice the probability of the positive class, less one. A text without a letter or digit is neutral. Safe for use by many
 * threads.
 */
public final class SentimentModel {
    /** Names of the files of the two classifiers in the folder of a model. */
    static final String SENTENCES = "sentences.bin";

    static final String DOCUMENTS = "documents.bin";

    /** The two classes that both classifiers must have, sorted. */
    static final List<String> LABELS = List.of("negative", "positive");

    private static final String NEUTRAL = "neutral";
    private static final double SENTENCE_WEIGHT = 2;
    private static final String ARTEFACT = "org.dragoman:dragoman-model-en-sentiment";
    private static final ModelResource<TextClassifier> ENGLISH_SENTENCES =
            new ModelResource<>(ARTEFACT, "en-sentiment/" + SENTENCES, TextClassifier::read);
    private static final ModelResource<TextClassifier> ENGLISH_DOCUMENTS =
            new ModelResource<>(ARTEFACT, "en-sentiment/" + DOCUMENTS, TextClassifier::read);

    private final TextClassifier sentences;
    private final TextClassifier documents;

    /**
     * A model of two classifiers.
     *
     * @throws IllegalArgumentException if the classes of one are not {@code negative} and {@code positive}
     */
    public SentimentModel(TextClassifier sentences, TextClassifier documents) {
        this.sentences = checked("sentences", sentences);
        this.documents = checked("documents", documents);
    }

    private static TextClassifier checked(String what, TextClassifier classifier) {
        if (!classifier.labels().equals(LABELS)) {
            throw new IllegalArgumentException("a classifier of the sentiment of " + what + " must have the classes "
                    + LABELS + ", got " + classifier.labels());
        }
        return classifier;
    }

    /**
     * The model for English that comes along.
     *
     * @throws java.io.UncheckedIOException if it is not on the class path; the message names the Maven artefact to add
     */
    public static SentimentModel english() {
        return new SentimentModel(ENGLISH_SENTENCES.get(), ENGLISH_DOCUMENTS.get());
    }

    /**
     * Reads a model from a folder that {@link SentimentTraining} wrote.
     *
     * @throws java.io.UncheckedIOException if it can't be read or is damaged
     */
    public static SentimentModel read(Path folder) {
        return new SentimentModel(
                TextClassifier.read(folder.resolve(SENTENCES)), TextClassifier.read(folder.resolve(DOCUMENTS)));
    }

    /** The sentiment of a sentence. */
    public Sentiment ofSentence(String sentence) {
        return sentiment(sentence, hasWord(sentence) ? sentences.logOdds(sentence) : 0);
    }

    /**
     * The sentiment of a document.
     *
     * @param text all of it
     * @param parts its sentences
     */
    public Sentiment ofDocument(String text, List<String> parts) {
        if (!hasWord(text)) {
            return sentiment(text, 0);
        }
        var mean = parts.stream()
                .filter(SentimentModel::hasWord)
                .mapToDouble(sentences::logOdds)
                .average()
                .orElse(0);
        return sentiment(text, documents.logOdds(text) + SENTENCE_WEIGHT * mean);
    }

    private static Sentiment sentiment(String text, double logOdds) {
        if (!hasWord(text)) {
            return new Sentiment(NEUTRAL, 0);
        }
        var score = StrictMath.tanh(logOdds / 2); // 2 / (1 + exp(-logOdds)) - 1
        return new Sentiment(LABELS.get(score > 0 ? 1 : 0), score);
    }

    private static boolean hasWord(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
