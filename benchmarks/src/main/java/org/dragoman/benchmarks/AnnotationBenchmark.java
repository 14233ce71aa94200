package org.dragoman.benchmarks;

import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import org.dragoman.annotators.entities.EntityAnnotator;
import org.dragoman.annotators.entities.EntityFinder;
import org.dragoman.annotators.lemmas.LearnedLemmatizer;
import org.dragoman.annotators.lemmas.LemmaAnnotator;
import org.dragoman.annotators.pos.PosAnnotator;
import org.dragoman.annotators.pos.PosTagger;
import org.dragoman.annotators.sentences.SentenceAnnotator;
import org.dragoman.annotators.sentences.SentenceSplitter;
import org.dragoman.annotators.sentences.SentenceUnit;
import org.dragoman.annotators.tokens.EnglishWords;
import org.dragoman.annotators.tokens.TokenAnnotator;
import org.dragoman.annotators.tokens.Tokenizer;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Pipeline;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The English steps beside OpenNLP's own classes, called directly. An operation is all texts of {@link EnglishText}; tokens a second
 * of CPU time are its tokens, printed at the start, by the {@code cpu} of {@link CpuTime}. With {@code -t 2} two threads share one
 * pipeline.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(3)
public class AnnotationBenchmark {
    private List<Document> documents;
    private Pipeline untilTags;
    private Pipeline untilEntities;
    private SentenceModel sentences;
    private TokenizerModel tokens;
    private POSModel tags;

    /** Loads models and texts. */
    @Setup
    public void load() throws IOException {
        var text = EnglishText.read();
        documents = text.plain();
        System.out.println("tokens: " + text.tokens());
        var splitter = new SentenceAnnotator(SentenceSplitter.english(SentenceUnit.PARAGRAPH));
        var tagger = new PosAnnotator(PosTagger.english());
        var words = new TokenAnnotator(Tokenizer.english(), new EnglishWords());
        untilTags = Pipeline.of(splitter, words, tagger);
        untilEntities = Pipeline.of(
                splitter,
                words,
                tagger,
                new LemmaAnnotator(LearnedLemmatizer.english()),
                new EntityAnnotator(EntityFinder.english()));
        var classes = AnnotationBenchmark.class;
        sentences = new SentenceModel(classes.getResource("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin"));
        tokens = new TokenizerModel(classes.getResource("/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin"));
        tags = new POSModel(classes.getResource("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin"));
    }

    /** OpenNLP's sentence detector, tokenizer and tagger. */
    @Benchmark
    public void openNlp(Blackhole hole) {
        var detector = new SentenceDetectorME(sentences);
        var tokenizer = new TokenizerME(tokens);
        var tagger = new POSTaggerME(tags, POSTagFormat.UD);
        for (var document : documents) {
            for (var span : detector.sentPosDetect(document.text())) {
                var sentence = span.getCoveredText(document.text()).toString();
                var forms = Stream.of(tokenizer.tokenizePos(sentence))
                        .map(token -> token.getCoveredText(sentence).toString())
                        .toArray(String[]::new);
                hole.consume(tagger.tag(forms));
            }
        }
    }

    /** The same layers: sentences, tokens with their words (<i>do</i>, <i>n't</i>), tags. */
    @Benchmark
    public void sentencesTokensTags(Blackhole hole) {
        annotate(untilTags, hole);
    }

    /** With lemmas and entities. */
    @Benchmark
    public void sentencesToEntities(Blackhole hole) {
        annotate(untilEntities, hole);
    }

    private void annotate(Pipeline pipeline, Blackhole hole) {
        documents.forEach(document -> hole.consume(pipeline.process(document)));
    }
}
