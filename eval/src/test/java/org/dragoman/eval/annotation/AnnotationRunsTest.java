package org.dragoman.eval.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Entity;
import org.dragoman.pipeline.Label;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Sentiment;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;
import org.dragoman.testing.FunctionAnnotator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

class AnnotationRunsTest {
    private static final String TREEBANK = """
            # newdoc id = one
            # sent_id = 1
            # text = Don't go.
            1-2	Don't	_	_	_	_	_	_	_	_
            1	Do	do	AUX	VB	_	3	aux	_	_
            2	n't	not	PART	RB	_	3	advmod	_	_
            3	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
            4	.	.	PUNCT	.	_	3	punct	_	_

            """;

    /** Tokens are what stands between spaces, and the whole text is a sentence. */
    private static final Annotator SPACES = new FunctionAnnotator(
            "spaces", Set.of(), Set.of(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS), document -> {
                var tokens = new ArrayList<Span>();
                var words = new ArrayList<Word>();
                Pattern.compile("\\S+").matcher(document.text()).results().forEach(match -> {
                    words.add(new Word(match.group(), tokens.size()));
                    tokens.add(new Span(match.start(), match.end()));
                });
                return document.with(
                                Layers.SENTENCES,
                                List.of(new Span(0, document.text().strip().length())))
                        .with(Layers.TOKENS, tokens)
                        .with(Layers.WORDS, words);
            });

    private static final Annotator NOUNS = new FunctionAnnotator(
            "nouns",
            Set.of(Layers.WORDS),
            Set.of(Layers.POS),
            document -> document.with(
                    Layers.POS,
                    document.get(Layers.WORDS).stream()
                            .map(word -> new PosTag("NOUN", "NN"))
                            .toList()));

    private static Annotator entities(Entity... entities) {
        return new FunctionAnnotator(
                "entities",
                Set.of(Layers.TOKENS),
                Set.of(Layers.ENTITIES),
                document -> document.with(Layers.ENTITIES, List.of(entities)));
    }

    @TempDir
    private Path folder;

    private Path treebank() throws IOException {
        return Files.writeString(folder.resolve("gold.conllu"), TREEBANK);
    }

    @Test
    void rawTextIsCutAnew() throws IOException {
        var out = new StringWriter();
        TreebankRun.fromRawText(Pipeline.of(SPACES, NOUNS), treebank(), out);
        assertThat(out.toString())
                .contains("1\tDon't\t_\tNOUN\tNN")
                .contains("2\tgo.\t_\tNOUN\tNN")
                .doesNotContain("AUX")
                .doesNotContain("root");
    }

    @Test
    void givenWordsAreKeptAndNothingElseOfTheTreebank() throws IOException {
        var out = new StringWriter();
        TreebankRun.fromGoldWords(Pipeline.of(SPACES, NOUNS), treebank(), out);
        assertThat(out.toString())
                .contains("1-2\tDon't")
                .contains("2\tn't\t_\tNOUN\tNN\t_\t_\t_")
                .contains("4\t.\t_\tNOUN")
                .doesNotContain("advmod")
                .doesNotContain("AUX");
    }

    @Test
    void aPackedTreebankIsReadAsTheSame() throws IOException {
        var packed = folder.resolve("gold.conllu.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write(TREEBANK.getBytes(StandardCharsets.UTF_8));
        }
        var expected = new StringWriter();
        TreebankRun.fromGoldWords(Pipeline.of(SPACES, NOUNS), treebank(), expected);
        var out = new StringWriter();
        TreebankRun.fromGoldWords(Pipeline.of(SPACES, NOUNS), packed, out);
        assertThat(out.toString()).isNotEmpty().isEqualTo(expected.toString());
    }

    @Test
    void aPipelineWithoutFurtherStepsIsRefusedOnGivenWords() throws IOException {
        var gold = treebank();
        assertThatThrownBy(() -> TreebankRun.fromGoldWords(Pipeline.of(SPACES), gold, new StringWriter()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "no step of the pipeline [spaces] is left to run on given words: all of them find sentences,"
                                + " tokens or words");
    }

    @Test
    void entitiesBecomeTagsOfTheTokensThatTheyTouch() {
        // New York Times Square: 0-3 4-8 9-14 15-21
        var pipeline = Pipeline.of(
                SPACES,
                entities(
                        new Entity(new Span(0, 14), "ORG"),
                        new Entity(new Span(0, 8), "LOC"),
                        new Entity(new Span(9, 14), "ORG"),
                        new Entity(new Span(16, 18), "LOC")));
        try (var tags = EntityRun.tags(pipeline, Stream.of(List.of("New", "York", "Times", "Square")))) {
            assertThat(tags).containsExactly(List.of("B-ORG", "I-ORG", "I-ORG", "B-LOC"));
        }
    }

    @Test
    void sentencesStayInOrder() {
        var pipeline = Pipeline.of(SPACES, entities());
        try (var tags =
                EntityRun.tags(pipeline, Stream.of(List.of("a"), List.of("b", "c"), List.<String>of(), List.of("d")))) {
            assertThat(tags).containsExactly(List.of("O"), List.of("O", "O"), List.of(), List.of("O"));
        }
    }

    @Test
    void aPipelineWithoutEntitiesIsRefused() {
        assertThatThrownBy(() -> EntityRun.tags(Pipeline.of(SPACES, NOUNS), Stream.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the pipeline [spaces, nouns] has no step that finds entities");
    }

    @Test
    void theBestClassIsTheLabelThenTheLanguageThenTheSentiment() {
        var classes = new FunctionAnnotator(
                "classes",
                Set.of(),
                Set.of(Layers.LABELS),
                document -> document.with(
                        Layers.LABELS,
                        document.text().isEmpty()
                                ? List.of()
                                : List.of(new Label(document.text(), 0.9), new Label("other", 0.1))));
        var sentiment = new FunctionAnnotator(
                "sentiment",
                Set.of(),
                Set.of(Layers.DOCUMENT_SENTIMENT),
                document -> document.with(Layers.DOCUMENT_SENTIMENT, new Sentiment("positive", 1)));
        try (var labels = LabelRun.labels(Pipeline.of(classes, sentiment), Stream.of("spam", ""));
                var polarity = LabelRun.labels(Pipeline.of(sentiment), Stream.of("good"))) {
            assertThat(labels).containsExactly("spam", LabelRun.NONE);
            assertThat(polarity).containsExactly("positive");
        }
    }

    @Test
    void aPipelineThatLabelsNothingIsRefused() {
        assertThatThrownBy(() -> LabelRun.labels(Pipeline.of(SPACES), Stream.of("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "the pipeline [spaces] has no step that finds classes, the language or the sentiment of documents");
    }

    @Test
    void aFailingStepEndsTheRun() {
        var broken = new FunctionAnnotator("broken", Set.of(), Set.of(Layers.ENTITIES), (Document document) -> {
            throw new IllegalStateException("no luck");
        });
        try (var tags = EntityRun.tags(Pipeline.of(broken), Stream.of(List.of("a")))) {
            assertThatThrownBy(tags::toList).hasMessageContaining("broken").hasMessageContaining("no luck");
        }
    }
}
