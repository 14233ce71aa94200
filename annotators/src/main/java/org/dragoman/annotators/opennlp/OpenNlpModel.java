package org.dragoman.annotators.opennlp;

import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A model of OpenNLP that is read from the class path when it is first asked for, and once only. The models here were trained by
 * the OpenNLP project, version 1.3 with OpenNLP 2.5.4, on the training parts of the treebanks German GSD and French GSD of
 * Universal Dependencies 2.16 (all CC BY-SA 4.0).
 *
 * <p>Safe for use by many threads, as the models themselves are; the classes of OpenNLP that end in {@code ME} are not.
 *
 * @param <M> the class of OpenNLP that holds the model
 */
public final class OpenNlpModel<M> {
    /** Tells a full stop that ends a German sentence from others. */
    public static final OpenNlpModel<SentenceModel> GERMAN_SENTENCES = new OpenNlpModel<>(
            new ModelFile(
                    "org.apache.opennlp:opennlp-models-sentdetect-de:1.3.0",
                    "opennlp-de-ud-gsd-sentence-1.3-2.5.4.bin",
                    "b5553223d30a0422e80a28e2ae766a92dd7181e229f0d6c73087951e84142c43"),
            SentenceModel::new);

    /** Cuts German text into tokens; <em>zum</em> is one. */
    public static final OpenNlpModel<TokenizerModel> GERMAN_TOKENS = new OpenNlpModel<>(
            new ModelFile(
                    "org.apache.opennlp:opennlp-models-tokenizer-de:1.3.0",
                    "opennlp-de-ud-gsd-tokens-1.3-2.5.4.bin",
                    "32d0a7ff84fdd50f9e454340bed782d7269845bfa656e0c988cbb823dd628d6e"),
            TokenizerModel::new);

    /** Tags German tokens; <em>zum</em> is {@code ADP+DET}. */
    public static final OpenNlpModel<POSModel> GERMAN_POS = new OpenNlpModel<>(
            new ModelFile(
                    "org.apache.opennlp:opennlp-models-pos-de:1.3.0",
                    "opennlp-de-ud-gsd-pos-1.3-2.5.4.bin",
                    "073fefbfaff2ed403bf474fccf793752d01c22e69f487cd68b43832d3123742f"),
            POSModel::new);

    /** Finds edit scripts from German words in lower case to their lemmas. */
    public static final OpenNlpModel<LemmatizerModel> GERMAN_LEMMAS = new OpenNlpModel<>(
            new ModelFile(
                    "org.apache.opennlp:opennlp-models-lemmatizer-de:1.3.0",
                    "opennlp-de-ud-gsd-lemmas-1.3-2.5.4.bin",
                    "8850986f02dfbe293046bfce93bc0c3f3fa010e89177250abca23d860033d4f6"),
            LemmatizerModel::new);

    /** Tells a full stop that ends a French sentence from others. */
    public static final OpenNlpModel<SentenceModel> FRENCH_SENTENCES = new OpenNlpModel<>(
            new ModelFile(
                    "org.apache.opennlp:opennlp-models-sentdetect-fr:1.3.0",
                    "opennlp-fr-ud-gsd-sentence-1.3-2.5.4.bin",
                    "ee1f8109cbca3c5a2799b873ee08202671920d526352edfc56462c2d80ab673c"),
            SentenceModel::new);

    /** Tags French tokens; <em>du</em> is {@code ADP+DET}. */
    public static final OpenNlpModel<POSModel> FRENCH_POS = new OpenNlpModel<>(
            new ModelFile(
                    "org.apache.opennlp:opennlp-models-pos-fr:1.3.0",
                    "opennlp-fr-ud-gsd-pos-1.3-2.5.4.bin",
                    "8ae017da8f93fd4219004681cdadbe4296e1c9dd66651eeca12bd053f5884172"),
            POSModel::new);

    private final ModelFile file;
    private final Parser<M> parser;
    private volatile M model; // null until first asked for

    /** Makes a model from the bytes of its file. */
    @FunctionalInterface
    interface Parser<M> {
        M parse(InputStream in) throws IOException;
    }

    OpenNlpModel(ModelFile file, Parser<M> parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * Returns the model; the first call reads it. A failure is not remembered.
     *
     * @throws UncheckedIOException if the class path lacks the model, with the artefact to add, or has another file under its name
     */
    public M get() {
        if (model == null) {
            load();
        }
        return model;
    }

    private synchronized void load() {
        if (model != null) {
            return;
        }
        try {
            model = parser.parse(new ByteArrayInputStream(file.read(OpenNlpModel.class.getClassLoader())));
        } catch (IOException e) {
            throw new UncheckedIOException("the model " + file.name() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
