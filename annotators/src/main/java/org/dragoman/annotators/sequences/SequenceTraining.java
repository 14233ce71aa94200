package org.dragoman.annotators.sequences;

import org.dragoman.annotators.training.Progress;
import org.dragoman.annotators.training.TrainingListener;
import org.dragoman.corpora.TaggedSentence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Trains a {@link SequenceTagger}. Equal settings and sentences give equal models.
 *
 * <p>There may be sentences of several sources, of which the first is the one that the tagger is for. What the others say counts only as far
 * as the first doesn't say otherwise: each feature is learned once for all sources and once for each (Daume 2007, "Frustratingly Easy
 * Domain Adaptation"), and for the tagger the weights for all and for the first are added.
 */
public final class SequenceTraining {
    private static final double LEAST_SHARE = 0.02; // of a word's occurrences, for a tag to be one of its usual tags

    private final String task;
    private final Templates templates;
    private final SequenceSettings settings;

    /**
     * What is trained and how.
     *
     * @param task kept in the model, so that it can't be taken for another
     */
    public SequenceTraining(String task, Templates templates, SequenceSettings settings) {
        this.task = task;
        this.templates = templates;
        this.settings = settings;
    }

    /**
     * A trained tagger.
     *
     * @param tagger after the last round
     * @param progress of all rounds
     */
    public record Result(SequenceTagger tagger, List<Progress> progress) {
        public Result {
            progress = List.copyOf(progress);
        }
    }

    /**
     * Trains.
     *
     * @param sources sentences of each source, the one that the tagger is for first
     * @param scores scores a tagger after each round, for the listener and the record; nothing is chosen by them
     * @throws IllegalArgumentException if the first source is empty, or there are too many different tags
     */
    public Result train(
            List<List<TaggedSentence>> sources,
            Function<SequenceTagger, Map<String, Double>> scores,
            TrainingListener listener) {
        if (sources.isEmpty() || sources.get(0).isEmpty()) {
            throw new IllegalArgumentException("there are no sentences to train a tagger for " + task + " on");
        }
        var all = sources.stream().flatMap(Collection::stream).toList();
        var tags = new TagSet(List.copyOf(tags(all)), templates.marksSpans());
        var lexicon = lexicon(all);
        var examples = examples(sources, tags, lexicon);
        var learner = new StructuredPerceptron(tags, settings.width());
        var random = settings.seed().random("order of sentences");
        var progress = new ArrayList<Progress>();
        SequenceTagger tagger = null;
        for (var round = 1; round <= settings.rounds(); round++) {
            learner.round(examples, random);
            tagger = tagger(learner.weights(), tags, lexicon, sources.size());
            progress.add(new Progress(round, settings.rounds(), scores.apply(tagger)));
            listener.progressed(progress.get(round - 1));
        }
        return new Result(tagger, progress);
    }

    private static TreeSet<String> tags(List<TaggedSentence> sentences) {
        var tags = new TreeSet<String>();
        sentences.forEach(sentence -> tags.addAll(sentence.tags()));
        return tags;
    }

    private List<StructuredPerceptron.Example> examples(
            List<List<TaggedSentence>> sources, TagSet tags, Lexicon lexicon) {
        var examples = new ArrayList<StructuredPerceptron.Example>();
        for (var source = 0; source < sources.size(); source++) {
            for (var sentence : sources.get(source)) {
                var features = templates.of(sentence.tokens(), lexicon);
                features.trim();
                if (sources.size() > 1) {
                    features.inDomain(source);
                }
                var numbers = sentence.tags().stream().mapToInt(tags::number).toArray();
                examples.add(new StructuredPerceptron.Example(features, numbers));
            }
        }
        return examples;
    }

    private SequenceTagger tagger(AveragedWeights learned, TagSet tags, Lexicon lexicon, int sources) {
        var weights = sources > 1 ? ofFirst(learned.averages(), sources) : learned.averages();
        return new SequenceTagger(
                task, templates, settings.width(), tags, lexicon, LinearWeights.round(weights, settings.precision()));
    }

    /** The weights for all sources and for the first, added. */
    private static Map<Integer, Map<Integer, Double>> ofFirst(
            Map<Integer, Map<Integer, Double>> averages, int sources) {
        var ofOneSource = new HashSet<Integer>();
        for (var feature : averages.keySet()) {
            for (var source = 0; source < sources; source++) {
                ofOneSource.add(SentenceFeatures.inDomain(feature, source));
            }
        }
        var sums = new TreeMap<>(averages);
        sums.keySet().removeAll(ofOneSource);
        sums.replaceAll((feature, byTag) -> {
            var sum = new TreeMap<>(byTag);
            averages.getOrDefault(SentenceFeatures.inDomain(feature, 0), Map.of())
                    .forEach((tag, weight) -> sum.merge(tag, weight, Double::sum));
            return sum;
        });
        return sums;
    }

    private Lexicon lexicon(List<TaggedSentence> sentences) {
        var tables = new ArrayList<IntTable>();
        tables.add(usualTags(sentences));
        if (settings.classes() > 0) {
            tables.add(wordClasses(sentences));
        }
        return new Lexicon(tables);
    }

    /** Numbers the sets of tags that words usually have. */
    private IntTable usualTags(List<TaggedSentence> sentences) {
        var counts = new TreeMap<String, Map<String, Integer>>();
        for (var sentence : sentences) {
            for (var i = 0; i < sentence.tokens().size(); i++) {
                counts.computeIfAbsent(WordForm.lowerOf(sentence.tokens().get(i)), word -> new TreeMap<>())
                        .merge(sentence.tags().get(i), 1, Integer::sum);
            }
        }
        var numbers = new HashMap<List<String>, Integer>();
        var table = new TreeMap<Integer, Integer>();
        counts.forEach((word, byTag) -> {
            var total = byTag.values().stream().mapToInt(Integer::intValue).sum();
            if (total >= settings.leastTagged()) {
                table.put(Hash.of(word), numbers.computeIfAbsent(usual(byTag, total), tags -> numbers.size()));
            }
        });
        return IntTable.of(table);
    }

    private static List<String> usual(Map<String, Integer> byTag, int total) {
        return byTag.entrySet().stream()
                .filter(tag -> tag.getValue() >= LEAST_SHARE * total)
                .map(tag -> tag.getValue() > 0.5 * total ? tag.getKey() + " mostly" : tag.getKey())
                .toList();
    }

    private IntTable wordClasses(List<TaggedSentence> sentences) {
        var text = new LinkedHashSet<List<String>>(); // texts may overlap
        sentences.forEach(sentence ->
                text.add(sentence.tokens().stream().map(WordForm::lowerOf).toList()));
        settings.text().forEach(file -> text.addAll(PlainText.read(file)));
        var classes = ExchangeClustering.cluster(List.copyOf(text), settings.leastCount(), settings.classes(), 8);
        var table = new TreeMap<Integer, Integer>();
        classes.forEach((word, number) -> table.put(Hash.of(word), number));
        return IntTable.of(table);
    }
}
