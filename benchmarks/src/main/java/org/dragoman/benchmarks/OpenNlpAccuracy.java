package org.dragoman.benchmarks;

import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import org.dragoman.corpora.Lines;
import org.dragoman.eval.annotation.TreebankRun;
import org.dragoman.eval.label.TreebankScore;
import org.dragoman.eval.label.TreebankScore.Metric;
import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Sentence;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How accurate OpenNLP's own classes with its own models are on a treebank, by the scorer that ours are scored by.
 *
 * <p>Run: {@code java ... OpenNlpAccuracy en TREEBANK.conllu} (or {@code de}). A paragraph is given to it at a time.
 */
public final class OpenNlpAccuracy {
    private static final Pattern PARAGRAPH = Pattern.compile("(?:(?!\\n[^\\S\\n]*\\n).)+", Pattern.DOTALL);
    private static final double PERCENT = 100;

    private OpenNlpAccuracy() {}

    /** Prints two lines: from raw text, and from the treebank's words. */
    public static void main(String[] arguments) throws IOException {
        var language = arguments[0];
        var treebank = Path.of(arguments[1]);
        var pipeline = Pipeline.of(new Segments(language), new Tags(language));
        var raw = new StringWriter();
        TreebankRun.fromRawText(pipeline, treebank, raw);
        print(
                "raw text",
                treebank,
                raw.toString(),
                Metric.TOKENS,
                Metric.SENTENCES,
                Metric.WORDS,
                Metric.UPOS,
                Metric.LEMMAS);
        var given = new StringWriter();
        TreebankRun.fromGoldWords(pipeline, treebank, given);
        print("gold words", treebank, given.toString(), Metric.UPOS, Metric.LEMMAS);
    }

    private static void print(String title, Path treebank, String found, Metric... metrics) {
        try (var gold = Lines.open(treebank);
                var system = Lines.of(new ByteArrayInputStream(found.getBytes(StandardCharsets.UTF_8)), title)) {
            var score = TreebankScore.of(gold, system);
            System.out.print(title);
            for (var metric : metrics) {
                System.out.printf(
                        Locale.ROOT,
                        "  %s %.2f",
                        metric.title(),
                        PERCENT * score.of(metric).f1());
            }
            System.out.println();
        }
    }

    private static java.net.URL model(String language, String kind) {
        var corpus = language.equals("en") ? "ewt" : "gsd";
        var name = "/opennlp-" + language + "-ud-" + corpus + "-" + kind + "-1.3-2.5.4.bin";
        return OpenNlpAccuracy.class.getResource(name);
    }

    /** Sentences and tokens, of which each is a word. */
    private static final class Segments implements Annotator {
        private final SentenceDetectorME detector;
        private final TokenizerME tokenizer;

        Segments(String language) throws IOException {
            detector = new SentenceDetectorME(new SentenceModel(model(language, "sentence")));
            tokenizer = new TokenizerME(new TokenizerModel(model(language, "tokens")));
        }

        @Override
        public String name() {
            return "OpenNLP's sentences and tokens";
        }

        @Override
        public Set<Layer<?>> requires() {
            return Set.of();
        }

        @Override
        public Set<Layer<?>> provides() {
            return Set.of(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS);
        }

        @Override
        public synchronized Document annotate(Document document) {
            var sentences = new ArrayList<Span>();
            var tokens = new ArrayList<Span>();
            var words = new ArrayList<Word>();
            var paragraphs = PARAGRAPH.matcher(document.text());
            while (paragraphs.find()) {
                var paragraph = paragraphs.group();
                for (var sentence : detector.sentPosDetect(paragraph)) {
                    var start = paragraphs.start() + sentence.getStart();
                    var text = sentence.getCoveredText(paragraph).toString();
                    sentences.add(new Span(start, start + text.length()));
                    for (var token : tokenizer.tokenizePos(text)) {
                        words.add(new Word(token.getCoveredText(text).toString(), tokens.size()));
                        tokens.add(new Span(start + token.getStart(), start + token.getEnd()));
                    }
                }
            }
            return document.with(Layers.SENTENCES, sentences)
                    .with(Layers.TOKENS, tokens)
                    .with(Layers.WORDS, words);
        }
    }

    /** Tags and lemmas. */
    private static final class Tags implements Annotator {
        private final POSTaggerME tagger;
        private final LemmatizerME lemmatizer;

        Tags(String language) throws IOException {
            tagger = new POSTaggerME(new POSModel(model(language, "pos")), POSTagFormat.UD);
            lemmatizer = new LemmatizerME(new LemmatizerModel(model(language, "lemmas")));
        }

        @Override
        public String name() {
            return "OpenNLP's tags and lemmas";
        }

        @Override
        public Set<Layer<?>> requires() {
            return Set.of(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS);
        }

        @Override
        public Set<Layer<?>> provides() {
            return Set.of(Layers.POS, Layers.LEMMAS);
        }

        @Override
        public synchronized Document annotate(Document document) {
            var tags = new ArrayList<PosTag>();
            var lemmas = new ArrayList<String>();
            for (var sentence : Sentence.in(document)) {
                var forms = sentence.wordsOf(document.get(Layers.WORDS)).stream()
                        .map(Word::form)
                        .toArray(String[]::new);
                var found = tagger.tag(forms);
                List.of(found).forEach(tag -> tags.add(PosTag.of(tag)));
                lemmas.addAll(List.of(lemmatizer.lemmatize(forms, found)));
            }
            return document.with(Layers.POS, tags).with(Layers.LEMMAS, lemmas);
        }
    }
}
