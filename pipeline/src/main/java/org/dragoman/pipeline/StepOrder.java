package org.dragoman.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds everything that keeps steps from running in the order they have. */
final class StepOrder {
    private final List<Annotator> annotators;
    private final Map<Layer<?>, String> providers = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private StepOrder(List<Annotator> annotators) {
        this.annotators = annotators;
    }

    /** Throws an {@link IllegalArgumentException} that lists all problems, if there are any. */
    static void check(Set<Layer<?>> given, List<Annotator> annotators) {
        var order = new StepOrder(annotators);
        given.forEach(layer -> order.providers.put(layer, "the input"));
        order.checkNames();
        annotators.forEach(order::checkStep);
        if (!order.problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "the pipeline " + title(annotators) + " cannot run: " + String.join("; ", order.problems));
        }
    }

    static String title(List<Annotator> annotators) {
        return annotators.stream().map(Annotator::name).toList().toString();
    }

    static String names(Collection<Layer<?>> layers) {
        return layers.stream().map(Layer::name).sorted().toList().toString();
    }

    private void checkNames() {
        var seen = new HashSet<String>();
        var repeated = new LinkedHashSet<String>();
        for (var annotator : annotators) {
            if (!seen.add(annotator.name())) {
                repeated.add(annotator.name());
            }
        }
        repeated.forEach(name -> problems.add("more than one step is called '" + name + "'"));
    }

    private void checkStep(Annotator annotator) {
        checkNeeds(annotator);
        checkBases(annotator);
        for (var layer : sorted(annotator.provides())) {
            var earlier = providers.putIfAbsent(layer, provider(annotator));
            if (earlier != null && !layer.isShared()) {
                problems.add(
                        "'" + annotator.name() + "' provides [" + layer + "], which " + earlier + " provides already");
            }
        }
    }

    private void checkNeeds(Annotator annotator) {
        var missing = new HashSet<>(annotator.requires());
        missing.removeAll(providers.keySet());
        if (!missing.isEmpty()) {
            problems.add("'" + annotator.name() + "' needs " + names(missing) + ", which no step before it provides"
                    + advice(missing, annotator));
        }
    }

    private void checkBases(Annotator annotator) {
        for (var layer : sorted(annotator.provides())) {
            layer.base()
                    .filter(base -> !providers.containsKey(base)
                            && !annotator.provides().contains(base))
                    .filter(base -> !annotator.requires().contains(base))
                    .ifPresent(base -> problems.add("'" + annotator.name() + "' provides [" + layer
                            + "], which belongs to [" + base + "], and no step up to it provides that"));
        }
    }

    /** Names the steps that come too late, as far as there are any. */
    private String advice(Set<Layer<?>> missing, Annotator user) {
        var later = annotators.stream()
                .filter(annotator ->
                        annotator != user && annotator.provides().stream().anyMatch(missing::contains))
                .map(StepOrder::provider)
                .collect(Collectors.joining(", "));
        return later.isEmpty() ? "" : " (move " + later + " before it)";
    }

    private static String provider(Annotator annotator) {
        return "'" + annotator.name() + "'";
    }

    /** The layers in the order of their names, so that messages don't depend on chance. */
    static Set<Layer<?>> sorted(Set<Layer<?>> layers) {
        var list = new ArrayList<>(layers);
        list.sort((a, b) -> a.name().compareTo(b.name()));
        return new LinkedHashSet<>(list);
    }
}
