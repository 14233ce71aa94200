package org.dragoman.nmt.train;

import org.dragoman.corpora.Lines;
import org.dragoman.corpora.PairReader;
import org.dragoman.nmt.factors.FactorConfig;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.io.DocumentJson;

import java.nio.file.Path;

/** Pairs whose sources have layers, which a file beside the corpus holds: line n is the document of pair n. */
final class AnnotatedPairs implements TrainingPairs {

    private static final String ADVICE = "; make it again with 'dragoman corpus annotate'";

    private final PairReader pairs;
    private final String corpus;
    private final Lines annotations;
    private final DocumentJson json;
    private final FactorConfig factors;

    /**
     * @param pairs of the corpus
     * @param corpus its name, for messages
     * @param annotations JSON lines, plain or gzipped
     * @param factors which layers the documents must have
     */
    AnnotatedPairs(PairReader pairs, String corpus, Path annotations, FactorConfig factors) {
        this.pairs = pairs;
        this.corpus = corpus;
        this.annotations = Lines.open(annotations);
        this.json = new DocumentJson().withLayers(factors.ownLayers());
        this.factors = factors;
    }

    /** @throws IllegalArgumentException if the annotations go on after the last pair */
    @Override
    public boolean hasNext() {
        var hasNext = pairs.hasNext();
        if (!hasNext && annotations.hasNext()) {
            throw new IllegalArgumentException(annotations.name() + " has more lines than the " + pairs.lineNumber()
                    + " of " + corpus + ", whose annotations it should hold" + ADVICE);
        }
        return hasNext;
    }

    /** @throws IllegalArgumentException if the document on the line isn't that of the pair, or lacks layers */
    @Override
    public TrainingPair next() {
        var pair = pairs.next();
        if (!annotations.hasNext()) {
            throw new IllegalArgumentException(annotations.name() + " ends after line " + annotations.number()
                    + ", and " + corpus + ", whose annotations it should hold, goes on" + ADVICE);
        }
        var line = annotations.next().text();
        var place = annotations.name() + ":" + annotations.number();
        var document = json.read(place, line);
        check(document, pair.source(), place);
        return new TrainingPair(document, pair.target());
    }

    private void check(Document document, String source, String place) {
        if (!document.text().equals(source)) {
            throw new IllegalArgumentException(place + ": the text is \"" + document.text() + "\", but " + corpus + ":"
                    + pairs.lineNumber() + " has \"" + source + "\"" + ADVICE);
        }
        var missing = factors.missing(document);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    place + ": lacks the layers " + String.join(", ", missing) + ", which the factors need" + ADVICE);
        }
    }

    @Override
    public long lineNumber() {
        return pairs.lineNumber();
    }

    @Override
    public void close() {
        annotations.close();
        pairs.close();
    }
}
