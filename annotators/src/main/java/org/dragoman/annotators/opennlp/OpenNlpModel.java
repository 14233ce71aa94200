package org.dragoman.annotators.opennlp;

import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A model of OpenNLP that is read from the class path when it is first asked for, and once only. The models here were trained by
 * the OpenNLP project, version 1.3 with OpenNLP 2.5.4, the English ones on the training part of Universal Dependencies 2.16 English EWT
 * (CC BY-SA 4.0).
 *
 * <p>Safe for use by many threads, as the models themselves are; the classes of OpenNLP that end in {@code ME} are not.
 *
 * @param <M> the class of OpenNLP that holds the model
 */
public final class OpenNlpModel<M> {
    /** Tells a full stop that ends an English sentence from others. */
    public static final OpenNlpModel<SentenceModel> ENGLISH_SENTENCES = new OpenNlpModel<>(
            new ModelFile(
                    "org.apache.opennlp:opennlp-models-sentdetect-en:1.3.0",
                    "opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin",
                    "4de58d12b09421003c8b1ba13e8b58ec533b28e1f22a65272119dc0993d333e8"),
            SentenceModel::new);

    /** Cuts English text into tokens; <em>don't</em> stays one. */
    public static final OpenNlpModel<TokenizerModel> ENGLISH_TOKENS = new OpenNlpModel<>(
            new ModelFile(
                    "org.apache.opennlp:opennlp-models-tokenizer-en:1.3.0",
                    "opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin",
                    "95139111197ba9f1165fc12be8d4cbac05ea3912f995d167efa1a0e04e3e649a"),
            TokenizerModel::new);

    /** Tags English tokens; <em>don't</em> is {@code AUX+PART}. */
    public static final OpenNlpModel<POSModel> ENGLISH_POS = new OpenNlpModel<>(
            new ModelFile(
                    "org.apache.opennlp:opennlp-models-pos-en:1.3.0",
                    "opennlp-en-ud-ewt-pos-1.3-2.5.4.bin",
                    "510b89087e7ef7ffb8c50c63e3e999122404ac9fa64790dfa93b38d1938c52ce"),
            POSModel::new);

    /** Tags German tokens; <em>zum</em> is {@code ADP+DET}. Trained on Universal Dependencies 2.16 German GSD (CC BY-SA 4.0). */
    public static final OpenNlpModel<POSModel> GERMAN_POS = new OpenNlpModel<>(
            new ModelFile(
                    "org.apache.opennlp:opennlp-models-pos-de:1.3.0",
                    "opennlp-de-ud-gsd-pos-1.3-2.5.4.bin",
                    "073fefbfaff2ed403bf474fccf793752d01c22e69f487cd68b43832d3123742f"),
            POSModel::new);

    /** Tags French tokens; <em>du</em> is {@code ADP+DET}. Trained on Universal Dependencies 2.16 French GSD (CC BY-SA 4.0). */
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
