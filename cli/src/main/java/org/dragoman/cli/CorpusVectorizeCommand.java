package org.dragoman.cli;

import org.dragoman.corpora.AtomicFile;
import org.dragoman.corpora.LabelledText;
import org.dragoman.corpora.Lines;
import org.dragoman.corpora.format.LabelledFormat;
import org.dragoman.corpora.text.WordRuns;
import org.dragoman.corpora.vectors.MatrixFormat;
import org.dragoman.corpora.vectors.TermVectorizer;
import org.dragoman.corpora.vectors.Terms;
import org.dragoman.corpora.vectors.Vocabulary;
import org.dragoman.corpora.vectors.VocabularyLimits;
import org.dragoman.corpora.vectors.Weighting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/** {@code dragoman corpus vectorize}. */
@Command(
        name = "vectorize",
        description = {
            "Makes a sparse matrix of texts, a row for each line and a column for each term: counts or TF-IDF of words or n-grams.",
            "",
            "Numbers equal those of scikit-learn's CountVectorizer and TfidfVectorizer with the same settings."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman corpus vectorize train.txt --output train.mtx --vocabulary terms.tsv --ngrams 1-2 --min-texts 2 --tf-idf",
            "  dragoman corpus vectorize test.txt --output test.mtx --use-vocabulary terms.tsv --ngrams 1-2 --tf-idf"
        })
final class CorpusVectorizeCommand implements Callable<Integer> {
    private static final Pattern ORDERS = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");
    private static final Pattern WHOLE = Pattern.compile("\\d+");
    private static final Pattern WHOLE_LABEL = Pattern.compile("[+-]?\\d{1,9}");

    private static final String LINES = "lines";

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The texts.")
    private Path file;

    @Option(
            names = "--from",
            paramLabel = "FORMAT",
            defaultValue = LINES,
            description = "What is read: lines (a text a line), labelled-tsv, csv or labelled-jsonl. Default: lines.")
    private String from;

    @Mixin
    private LabelledOptions labelled;

    @Option(names = "--output", paramLabel = "FILE", required = true, description = "The matrix.")
    private Path output;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            description =
                    "mtx (Matrix Market), svm (SVMlight, LIBSVM), csv (row, term, value) or jsonl. Default: the end of the name.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--vocabulary",
            paramLabel = "FILE",
            description =
                    "Write the terms here, one a line in the order of the columns, with the number of texts that have it.")
    private Optional<Path> vocabularyFile = Optional.empty();

    @Option(
            names = "--use-vocabulary",
            paramLabel = "FILE",
            description =
                    "Take the terms from this file, made by --vocabulary with the same settings, instead of from FILE.")
    private Optional<Path> knownVocabulary = Optional.empty();

    @Option(
            names = "--ngrams",
            paramLabel = "N[-M]",
            defaultValue = "1",
            description = "Orders of the n-grams, such as 2 or 1-3. Default: 1.")
    private String orders;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            defaultValue = "WORD",
            description = "What n-grams consist of: word, character or character_in_word. Default: word.")
    private Terms.Unit unit;

    @Option(names = "--keep-case", description = "Words that differ in case differ.")
    private boolean keepCase;

    @Option(names = "--stop-words", paramLabel = "FILE", description = "Words that are left out, one a line.")
    private Optional<Path> stopWords = Optional.empty();

    @Option(
            names = "--tokenize",
            paramLabel = "NAME",
            defaultValue = "words",
            description =
                    "words (two letters or digits and more, as scikit-learn), whitespace, 13a, intl, zh or char. Default: words.")
    private String tokenizer;

    @Option(
            names = "--min-texts",
            paramLabel = "X",
            defaultValue = "1",
            description =
                    "In how many texts a term must be at least; with a point, as in 0.01, which share of them. Default: 1.")
    private String minTexts;

    @Option(
            names = "--max-texts",
            paramLabel = "X",
            defaultValue = "1.0",
            description = "In how many texts, or which share of them, a term may be at most. Default: 1.0.")
    private String maxTexts;

    @Option(names = "--max-terms", paramLabel = "N", description = "Keep the most frequent terms only.")
    private Optional<Integer> maxTerms = Optional.empty();

    @Option(names = "--tf-idf", description = "The same as --idf smooth --norm l2.")
    private boolean tfIdf;

    @Option(
            names = "--frequency",
            paramLabel = "KIND",
            defaultValue = "COUNT",
            description = "Of a term in a text: count, binary or sublinear (1 + ln count). Default: count.")
    private Weighting.Frequency frequency;

    @Option(
            names = "--idf",
            paramLabel = "KIND",
            description = "Inverse document frequency: none, smooth or plain. Default: none.")
    private Optional<Weighting.Idf> idf = Optional.empty();

    @Option(names = "--norm", paramLabel = "KIND", description = "Length of a row: none, l1 or l2. Default: none.")
    private Optional<Weighting.Norm> norm = Optional.empty();

    CorpusVectorizeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var format = format();
        var vectorizer = vectorizer();
        var labels = new ArrayList<String>();
        var matrix = read(items -> vectorizer.transform(texts(items, labels::add)));
        var numbers = numbers(labels);
        AtomicFile.writeText(output, out -> format.write(matrix, vectorizer.vocabulary(), numbers, out));
        vocabularyFile.ifPresent(vectorizer.vocabulary()::write);
        console.err()
                .println(String.format(
                        Locale.ROOT,
                        "%,d texts, %,d terms, %,d numbers other than 0",
                        matrix.height(),
                        matrix.width(),
                        matrix.size()));
        return ExitCode.DONE;
    }

    /** Reads the file from its beginning; the label of a line is empty. */
    private <R> R read(Function<Iterator<LabelledText>, R> use) {
        if (!from.equals(LINES)) {
            try (var reader = LabelledFormat.of(from).open(List.of(file), labelled.settings())) {
                return use.apply(notEmpty(reader, "texts"));
            }
        }
        try (var lines = Lines.open(file)) {
            var items = lines.stream()
                    .map(line -> new LabelledText("", line.text()))
                    .iterator();
            return use.apply(notEmpty(items, LINES));
        }
    }

    private Iterator<LabelledText> notEmpty(Iterator<LabelledText> items, String what) {
        if (!items.hasNext()) {
            throw new Failure(file + " has no " + what + ", so there is nothing to make vectors of");
        }
        return items;
    }

    private static Iterator<String> texts(Iterator<LabelledText> items, Consumer<String> label) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public String next() {
                var item = items.next();
                label.accept(item.label());
                return item.text();
            }
        };
    }

    private TermVectorizer vectorizer() {
        var weighting = new Weighting(
                frequency,
                idf.orElse(tfIdf ? Weighting.Idf.SMOOTH : Weighting.Idf.NONE),
                norm.orElse(tfIdf ? Weighting.Norm.L2 : Weighting.Norm.NONE));
        var terms = terms();
        if (knownVocabulary.isPresent()) {
            return new TermVectorizer(terms, weighting, Vocabulary.read(knownVocabulary.get()));
        }
        var limits = new VocabularyLimits(bound(minTexts), bound(maxTexts), maxTerms.orElse(Integer.MAX_VALUE));
        return read(items -> TermVectorizer.fit(texts(items, label -> {}), terms, limits, weighting));
    }

    private Terms terms() {
        var matcher = ORDERS.matcher(orders);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "--ngrams must be an order, such as 2, or two, such as 1-3, got " + orders);
        }
        var min = Integer.parseInt(matcher.group(1));
        var max = matcher.group(2) == null ? min : Integer.parseInt(matcher.group(2));
        return new Terms(unit, min, max, !keepCase, stopWords(), tokenizer());
    }

    private Set<String> stopWords() {
        return stopWords.map(path -> new HashSet<>(Lines.readAll(path))).orElseGet(HashSet::new);
    }

    private Function<String, List<String>> tokenizer() {
        return tokenizer.equals("words") ? WordRuns::in : TokenOptions.named(tokenizer);
    }

    private static VocabularyLimits.Bound bound(String number) {
        try {
            return WHOLE.matcher(number).matches()
                    ? VocabularyLimits.Bound.texts(Integer.parseInt(number))
                    : VocabularyLimits.Bound.share(Double.parseDouble(number));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--min-texts and --max-texts must be a number of texts or, with a point, a share of them, got "
                            + number,
                    e);
        }
    }

    private MatrixFormat format() {
        var name = output.getFileName().toString();
        var title = to.orElse(name.substring(name.lastIndexOf('.') + 1));
        return switch (title.toLowerCase(Locale.ROOT)) {
            case "mtx" -> MatrixFormat.MATRIX_MARKET;
            case "svm", "libsvm", "svmlight" -> MatrixFormat.SVMLIGHT;
            case "csv" -> MatrixFormat.CSV;
            case "jsonl" -> MatrixFormat.JSON_LINES;
            default ->
                throw new IllegalArgumentException(
                        "there is no format of matrices \"" + title + "\"; expected one of mtx, svm, csv, jsonl");
        };
    }

    /** The label of each row as a number: itself where all are whole numbers, or else its place, from 0, among all in order. */
    private IntUnaryOperator numbers(List<String> labels) {
        if (from.equals(LINES)) {
            return row -> 0;
        }
        if (labels.stream().allMatch(label -> WHOLE_LABEL.matcher(label).matches())) {
            return row -> Integer.parseInt(labels.get(row));
        }
        var names = List.copyOf(new TreeSet<>(labels));
        for (var i = 0; i < names.size(); i++) {
            console.err().println("label " + i + ": " + names.get(i));
        }
        return row -> names.indexOf(labels.get(row));
    }
}
