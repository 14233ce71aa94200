package org.dragoman.cli;

import org.dragoman.corpora.Lines;
import org.dragoman.corpora.TagScheme;
import org.dragoman.corpora.TaggedSentence;
import org.dragoman.corpora.TaggedSentences;
import org.dragoman.eval.annotation.EntityRun;
import org.dragoman.eval.label.Average;
import org.dragoman.eval.label.SpanScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** {@code dragoman evaluate entities}. */
@Command(
        name = "entities",
        description = {
            "Finds the entities of tagged sentences anew and compares: precision, recall and F1 of whole entities.",
            "",
            "Scores equal those of conlleval and seqeval."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman evaluate entities test.conll --pipeline steps.json",
            "  dragoman evaluate entities gold.iob2 --system predicted.iob2 --scheme iob2"
        })
final class EvaluateEntities implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "GOLD", description = "A token and its tag a line, an empty line behind each sentence.")
    private Path gold;

    @Mixin
    private PipelineOptions annotation;

    @Option(
            names = "--scheme",
            paramLabel = "NAME",
            defaultValue = "LENIENT",
            description =
                    "lenient, or strict iob1, iob2, ioe1, ioe2, iobes or bilou. Default: lenient, as conlleval reads"
                            + " tags.")
    private TagScheme scheme;

    @Option(
            names = "--token-column",
            paramLabel = "N",
            defaultValue = "1",
            description = "Column of the tokens, from 1. Default: 1.")
    private int tokenColumn;

    @Option(
            names = "--tag-column",
            paramLabel = "N",
            defaultValue = "0",
            description = "Column of the tags, from 1; 0 for the last. Default: 0.")
    private int tagColumn;

    @Mixin
    private ResultOptions results;

    EvaluateEntities(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        results.width();
        var score = annotation.system().isPresent() ? score(annotation.system().get()) : found();
        var micro = score.micro();
        var averages = new LinkedHashMap<String, Average>();
        averages.put("micro average", new Average(micro.precision(), micro.recall(), micro.f1()));
        averages.put("macro average", score.macro());
        averages.put("weighted average", score.weighted());
        results.print(console, json(score), () -> LabelTables.of("type", score.byType(), averages, results.width()));
        return ExitCode.DONE;
    }

    private Map<String, Object> json(SpanScore score) {
        var json = new LinkedHashMap<String, Object>();
        json.put("scheme", scheme);
        json.put("types", LabelTables.json(score.byType()));
        json.put("micro", LabelTables.json(score.micro()));
        json.put("macro", score.macro());
        json.put("weighted", score.weighted());
        return json;
    }

    private TaggedSentences open(Path file) {
        return new TaggedSentences(Lines.open(file), tokenColumn, tagColumn);
    }

    private SpanScore score(Path system) {
        try (var right = open(gold);
                var predicted = open(system)) {
            var pairs = new SentencePairs(right, predicted, gold, system);
            return SpanScore.of(pairs.goldTags(), pairs.predictedTags(), scheme);
        }
    }

    private SpanScore found() {
        try (var right = open(gold);
                var texts = open(gold);
                var pipeline = annotation.pipeline();
                var tags = EntityRun.tags(pipeline, column(texts, TaggedSentence::tokens))) {
            return SpanScore.of(tags(right), tags.iterator(), scheme);
        }
    }

    private static Iterator<List<String>> tags(TaggedSentences sentences) {
        return column(sentences, TaggedSentence::tags).iterator();
    }

    private static Stream<List<String>> column(
            TaggedSentences sentences, Function<TaggedSentence, List<String>> column) {
        var iterator = Spliterators.spliteratorUnknownSize(sentences, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(iterator, false).map(column);
    }
}
