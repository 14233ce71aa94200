package org.dragoman.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dragoman.pipeline.Layers.LEMMAS;
import static org.dragoman.pipeline.Layers.POS;
import static org.dragoman.pipeline.Layers.SENTENCES;
import static org.dragoman.pipeline.Layers.STEMS;
import static org.dragoman.pipeline.Layers.TOKENS;
import static org.dragoman.pipeline.Layers.TRANSLATION;
import static org.dragoman.pipeline.Layers.WORDS;

import org.dragoman.testing.FunctionAnnotator;
import org.dragoman.testing.PlainLayers;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class PipelineTest {
    private final Annotator sentences = step("sentences", Set.of(), Set.of(SENTENCES));
    private final Annotator tokens = step("tokens", Set.of(SENTENCES), Set.of(TOKENS, WORDS));
    private final Annotator lemmas = step("lemmas", Set.of(WORDS), Set.of(LEMMAS));

    @Test
    void takesADocumentThroughAllStepsInOrder() {
        var document = Pipeline.of(sentences, tokens, lemmas).process("A dog. A cat.");
        assertThat(document.layers()).containsExactlyInAnyOrder(SENTENCES, TOKENS, WORDS, LEMMAS);
    }

    @Test
    void refusesAStepBeforeTheOneThatItNeeds() {
        var ner = step("ner", Set.of(POS, WORDS), Set.of(Layers.ENTITIES));
        assertThatThrownBy(() -> Pipeline.of(sentences, tokens, ner))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the pipeline [sentences, tokens, ner] cannot run: "
                        + "'ner' needs [pos], which no step before it provides");
    }

    @Test
    void saysWhichStepToMove() {
        assertThatThrownBy(() -> Pipeline.of(sentences, lemmas, tokens))
                .hasMessage("the pipeline [sentences, lemmas, tokens] cannot run: "
                        + "'lemmas' needs [words], which no step before it provides (move 'tokens' before it)");
    }

    @Test
    void reportsEveryProblemInOneMessage() {
        var tagger = step("tokens", Set.of(), Set.of(TOKENS));
        var stems = step("stems", Set.of(LEMMAS), Set.of(STEMS));
        assertThatThrownBy(() -> Pipeline.of(stems, tokens, tagger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the pipeline [stems, tokens, tokens] cannot run: "
                        + "more than one step is called 'tokens'; "
                        + "'stems' needs [lemmas], which no step before it provides; "
                        + "'stems' provides [stems], which belongs to [words], and no step up to it provides that; "
                        + "'tokens' needs [sentences], which no step before it provides; "
                        + "'tokens' provides [tokens], which 'tokens' provides already");
    }

    @Test
    void startsFromLayersThatAreGiven() {
        var pipeline = Pipeline.of(Set.of(TOKENS, WORDS), List.of(lemmas));
        assertThat(pipeline.requires()).containsExactlyInAnyOrder(TOKENS, WORDS);
        assertThatThrownBy(() -> Pipeline.of(Set.of(SENTENCES, TOKENS), List.of(tokens)))
                .hasMessageContaining("'tokens' provides [tokens], which the input provides already");
        assertThatThrownBy(() -> pipeline.process("a"))
                .isInstanceOf(AnnotationException.class)
                .hasMessage("'lemmas' failed on document 'untitled': document 'untitled' has no layer 'words', "
                        + "only no layers; run a step that provides it first");
    }

    @Test
    void severalStepsMayAddToASharedLayer() {
        var german = translator("de");
        var french = translator("fr");
        assertThat(Pipeline.of(german, french).process("x").get(TRANSLATION)).containsOnlyKeys("de", "fr");
    }

    @Test
    void isAStepOfAnotherPipeline() {
        var inner = Pipeline.of(sentences, tokens);
        var outer = Pipeline.of(inner, lemmas);
        assertThat(outer.provides()).containsExactlyInAnyOrder(SENTENCES, TOKENS, WORDS, LEMMAS);
        assertThat(outer.name()).isEqualTo("[[sentences, tokens], lemmas]");
        assertThat(outer.process("a b").get(LEMMAS)).containsExactly("a", "b");
    }

    @Test
    void namesTheInnermostStepThatFails() {
        var broken = failing("broken", "bad");
        var outer = Pipeline.of(Pipeline.of(sentences, broken), tokens);
        assertThatThrownBy(() -> outer.process(Document.of("d1", "bad")))
                .isInstanceOfSatisfying(AnnotationException.class, e -> {
                    assertThat(e.annotator()).isEqualTo("broken");
                    assertThat(e.documentId()).isEqualTo("d1");
                })
                .hasMessage("'broken' failed on document 'd1': can't do bad")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void reportsAStepThatLeavesOutALayer() {
        var lazy = new FunctionAnnotator("lazy", Set.of(), Set.of(SENTENCES, TOKENS), document -> document);
        assertThatThrownBy(() -> Pipeline.of(lazy).process(Document.of("d1", "x")))
                .hasMessage("'lazy' failed on document 'd1': returned a document without [sentences, tokens]");
    }

    @Test
    void reportsAStepThatLosesALayer() {
        var forgetful = new FunctionAnnotator(
                "forgetful", Set.of(), Set.of(), document -> Document.of(document.id(), document.text()));
        assertThatThrownBy(() -> Pipeline.of(sentences, forgetful).process(Document.of("d1", "x")))
                .hasMessage("'forgetful' failed on document 'd1': returned a document without [sentences]");
    }

    @Test
    void reportsAStepThatReturnsAnotherDocumentOrNone() {
        var other = new FunctionAnnotator("other", Set.of(), Set.of(), document -> Document.of("d2", "y"));
        assertThatThrownBy(() -> Pipeline.of(other).process(Document.of("d1", "x")))
                .hasMessage("'other' failed on document 'd1': returned Document 'd2' (1 characters, no layers) for "
                        + "Document 'd1' (1 characters, no layers)");
        Annotator none = new BatchStep("none", documents -> Collections.singletonList(null));
        assertThatThrownBy(() -> Pipeline.of(none).process(Document.of("d1", "x")))
                .hasMessageStartingWith("'none' failed on document 'd1': returned null for ");
    }

    @Test
    void reportsAStepThatReturnsFewerDocuments() {
        var eater = new BatchStep("eater", documents -> documents.subList(1, documents.size()));
        var results = Pipeline.of(eater).process(Stream.of(Document.of("d1", "x"), Document.of("d2", "y")));
        assertThat(results.toList())
                .allSatisfy(result -> assertThatThrownBy(result::orElseThrow)
                        .hasMessageStartingWith("'eater' failed on document 'd")
                        .hasMessageEndingWith("returned 1 documents for 2"));
    }

    @Test
    void refusesATextThatIsTooLong() {
        var pipeline = Pipeline.of(sentences).withSettings(PipelineSettings.DEFAULT.withMaxTextLength(5));
        assertThat(pipeline.process("12345").has(SENTENCES)).isTrue();
        assertThatThrownBy(() -> pipeline.process(Document.of("d1", "123456")))
                .isInstanceOf(AnnotationException.class)
                .hasMessage("'pipeline' failed on document 'd1': the text has 6 characters, more than maxTextLength 5; "
                        + "split the document, or raise maxTextLength if there is memory for it");
    }

    @Test
    void explainsItsSteps() {
        assertThat(Pipeline.of(sentences, tokens).explain()).isEqualTo("""
                        sentences: [] -> [sentences]
                            by org.dragoman.testing.FunctionAnnotator
                        tokens: [sentences] -> [tokens, words]
                            by org.dragoman.testing.FunctionAnnotator""");
    }

    @Test
    void closesItsStepsInReverseEvenIfOneFails() {
        var closed = new ArrayList<String>();
        var first = new Closeable("first", () -> closed.add("first"));
        var second = new Closeable("second", () -> {
            throw new IllegalStateException("stuck");
        });
        var third = new Closeable("third", () -> closed.add("third"));
        var pipeline = Pipeline.of(first, second, third);
        assertThatThrownBy(pipeline::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot close 'second'")
                .hasRootCauseMessage("stuck");
        assertThat(closed).containsExactly("third", "first");
    }

    @Test
    void settingsRefuseWhatCannotRun() {
        assertThatThrownBy(() -> PipelineSettings.DEFAULT.withBatchSize(0))
                .hasMessage("batchSize must be at least 1, got 0");
        assertThatThrownBy(() -> PipelineSettings.DEFAULT.withThreads(0))
                .hasMessage("threads must be at least 1, got 0");
        assertThatThrownBy(() -> PipelineSettings.DEFAULT.withMaxTextLength(-1))
                .hasMessage("maxTextLength must be at least 1, got -1");
    }

    static Annotator step(String name, Set<Layer<?>> requires, Set<Layer<?>> provides) {
        return new FunctionAnnotator(name, requires, provides, document -> {
            requires.forEach(document::get);
            return PlainLayers.add(document, provides);
        });
    }

    static Annotator failing(String name, String text) {
        UnaryOperator<Document> function = document -> {
            if (document.text().equals(text)) {
                throw new IllegalStateException("can't do " + text);
            }
            return document;
        };
        return new FunctionAnnotator(name, Set.of(), Set.of(), function);
    }

    private static Annotator translator(String language) {
        return new FunctionAnnotator(
                "to-" + language,
                Set.of(),
                Set.of(TRANSLATION),
                document -> new Translation(language, Document.of(language), List.of()).addTo(document));
    }

    private record Closeable(String name, Runnable action) implements Annotator, AutoCloseable {
        @Override
        public Set<Layer<?>> requires() {
            return Set.of();
        }

        @Override
        public Set<Layer<?>> provides() {
            return Set.of();
        }

        @Override
        public Document annotate(Document document) {
            return document;
        }

        @Override
        public void close() {
            action.run();
        }
    }

    /** A step that works on batches. */
    record BatchStep(String name, UnaryOperator<List<Document>> function) implements Annotator {
        @Override
        public Set<Layer<?>> requires() {
            return Set.of();
        }

        @Override
        public Set<Layer<?>> provides() {
            return Set.of();
        }

        @Override
        public Document annotate(Document document) {
            return annotateAll(List.of(document)).get(0);
        }

        @Override
        public List<Document> annotateAll(List<Document> documents) {
            return function.apply(documents);
        }
    }
}
