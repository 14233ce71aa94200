package org.dragoman.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the steps that give wanted layers, with those that they need in turn, and an order in which they can run. */
final class StepSearch {
    private final Collection<AnnotatorProvider> providers;
    private final Optional<String> language;
    private final Set<Layer<?>> given;
    private final List<PipelineStep> named;
    private final Set<AnnotatorProvider> found = new LinkedHashSet<>();
    private final List<String> leftOut = new ArrayList<>();

    /**
     * @param providers those to choose from
     * @param language what the text is in, if that is known
     * @param given layers that the documents have already
     * @param named steps that are wanted whatever they give
     */
    StepSearch(
            Collection<AnnotatorProvider> providers,
            Optional<String> language,
            Set<Layer<?>> given,
            List<PipelineStep> named) {
        this.providers = providers;
        this.language = language;
        this.given = given;
        this.named = named;
    }

    /** Adds what gives the layers and what the named steps need, and returns what stands in the way, nothing if all is well. */
    List<String> require(Collection<Layer<?>> layers) {
        var faults = new LinkedHashSet<String>();
        layers.forEach(layer -> add(layer, "", found, faults));
        for (var step : named) {
            needsOf(step.annotator())
                    .forEach(layer -> add(layer, neededBy(step.annotator().name()), found, faults));
        }
        return List.copyOf(faults);
    }

    /** Adds what gives the layers; one that can't be had is left out. */
    void tryFor(Collection<Layer<?>> layers) {
        for (var layer : layers) {
            var attempt = new LinkedHashSet<>(found);
            var faults = new LinkedHashSet<String>();
            add(layer, "", attempt, faults);
            if (faults.isEmpty()) {
                found.addAll(attempt);
            } else {
                leftOut.add(layer + ": " + String.join("; ", faults));
            }
        }
    }

    /** The layers that {@link #tryFor} left out, each with the reason. */
    List<String> leftOut() {
        return leftOut;
    }

    /** All steps: each after those that give what it needs, otherwise as they were named and found. */
    List<PipelineStep> steps() {
        var waiting = new ArrayList<>(named);
        for (var provider : found) {
            var annotator = new LazyAnnotator(provider, language);
            waiting.add(PipelineStep.of(annotator, provider, annotator.settings()));
        }
        var ordered = new ArrayList<PipelineStep>();
        while (!waiting.isEmpty()) {
            var next = waiting.stream().filter(step -> isReady(step, waiting)).findFirst();
            ordered.add(next.orElse(waiting.get(0))); // steps in a circle are for StepOrder to refuse
            waiting.remove(ordered.get(ordered.size() - 1));
        }
        return ordered;
    }

    private static boolean isReady(PipelineStep step, List<PipelineStep> waiting) {
        var needs = needsOf(step.annotator());
        return waiting.stream()
                .filter(other -> other != step)
                .noneMatch(other -> other.annotator().provides().stream().anyMatch(needs::contains));
    }

    /** What an annotator requires, and what that which it provides belongs to. */
    private static Set<Layer<?>> needsOf(Annotator annotator) {
        var needs = new HashSet<>(annotator.requires());
        annotator.provides().forEach(layer -> layer.base().ifPresent(needs::add));
        needs.removeAll(annotator.provides());
        return StepOrder.sorted(needs);
    }

    private void add(Layer<?> layer, String user, Set<AnnotatorProvider> chosen, Set<String> faults) {
        if (isThere(layer, chosen)) {
            return;
        }
        var candidates = providers.stream()
                .filter(provider ->
                        provider.provides().contains(layer) && knowsLanguage(provider) && !isNamed(provider))
                .toList();
        if (candidates.size() != 1) {
            faults.add(candidates.isEmpty() ? missing(layer, user) : ambiguous(layer, user, candidates));
            return;
        }
        var provider = candidates.get(0);
        chosen.add(provider);
        StepOrder.sorted(provider.requires()).forEach(need -> add(need, neededBy(provider.name()), chosen, faults));
    }

    private boolean isThere(Layer<?> layer, Set<AnnotatorProvider> chosen) {
        return given.contains(layer)
                || named.stream().anyMatch(step -> step.annotator().provides().contains(layer))
                || chosen.stream().anyMatch(provider -> provider.provides().contains(layer));
    }

    private boolean isNamed(AnnotatorProvider provider) {
        return named.stream().anyMatch(step -> step.annotator().name().equals(provider.name()));
    }

    private boolean knowsLanguage(AnnotatorProvider provider) {
        return provider.languages().isEmpty()
                || language.filter(provider.languages()::contains).isPresent();
    }

    private static String neededBy(String step) {
        return ", which '" + step + "' needs,";
    }

    private static String ambiguous(Layer<?> layer, String user, List<AnnotatorProvider> candidates) {
        var names = candidates.stream()
                .map(provider -> "'" + provider.name() + "' (" + Origin.of(provider.getClass()) + ")")
                .collect(Collectors.joining(" and "));
        return "[" + layer + "]" + user + " is given by " + names + "; name one of them among the steps";
    }

    private String missing(Layer<?> layer, String user) {
        var languages = new TreeSet<String>();
        providers.stream()
                .filter(provider -> provider.provides().contains(layer))
                .forEach(provider -> languages.addAll(provider.languages()));
        if (languages.isEmpty()) {
            return "no annotator on the class path gives [" + layer + "]" + user
                    + " without settings; add its jar, or name it among the steps with its settings";
        }
        var known = "languages that have one are " + String.join(", ", languages);
        return language.map(tag -> "no annotator on the class path gives [" + layer + "]" + user + " for language '"
                        + tag + "'; " + known)
                .orElseGet(() -> "[" + layer + "]" + user + " depends on the language, and none is given; " + known);
    }
}
