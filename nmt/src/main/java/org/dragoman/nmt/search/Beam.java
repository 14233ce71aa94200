package org.dragoman.nmt.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The hypotheses of one sentence while it is searched; it belongs to the thread that searches. */
final class Beam {

    /** Likeliest first; of equal ones that of the better parent, then that with the lower id. */
    private static final Comparator<Partial> BY_PROBABILITY = Comparator.comparingDouble(
                    (Partial partial) -> -partial.logProbability())
            .thenComparingInt(Partial::rank)
            .thenComparingInt(Partial::token);

    private final SearchConfig config;
    private final SearchRules rules;
    private final int endMarker;
    private final int sourceLength;
    private final int maxLength;
    private final Constraint constraint;
    private final List<Partial> ended = new ArrayList<>();
    private List<Partial> live;
    private List<Partial> cutOff = List.of();

    Beam(SearchConfig config, Markers markers, int sourceLength, Constraint constraint) {
        this.config = config;
        this.rules = config.rules();
        this.endMarker = markers.end();
        this.sourceLength = sourceLength;
        this.maxLength = config.maxLength(sourceLength);
        this.constraint = constraint;
        if (constraint.prefix().size() > maxLength) {
            throw new IllegalArgumentException("a target of at most " + maxLength + " tokens cannot begin with "
                    + constraint.prefix().size());
        }
        this.live = List.of(Partial.start(markers.start()));
    }

    /** The hypotheses that go on, likeliest first; never more than the beam is wide. */
    List<Partial> live() {
        return live;
    }

    int sourceLength() {
        return sourceLength;
    }

    boolean isDone() {
        return live.isEmpty();
    }

    /** The next token of every live hypothesis, where it is certain, whatever the model says. */
    OptionalInt certain() {
        var position = live.get(0).length();
        if (position < constraint.prefix().size()) {
            return OptionalInt.of(constraint.prefix().get(position));
        }
        return rules.limit() == LengthLimit.FORCED_END && position == maxLength - 1
                ? OptionalInt.of(endMarker)
                : OptionalInt.empty();
    }

    /** The ids that must not follow the live hypothesis of this rank. */
    Set<Integer> forbidden(int rank) {
        var hypothesis = live.get(rank);
        var ids = constraint.forbidden(hypothesis);
        if (hypothesis.length() >= rules.leastTokens()) {
            return ids;
        }
        var andEnd = new HashSet<>(ids);
        andEnd.add(endMarker);
        return andEnd;
    }

    /** Replaces the live hypotheses by the best of {@code candidates}, all one token longer, and ends those that end. */
    void advance(List<Partial> candidates) {
        var before = live;
        var sorted = candidates.stream().sorted(BY_PROBABILITY).toList();
        var best = sorted.subList(0, Math.min(room(), sorted.size()));
        live = (isNarrowing() ? best : sorted)
                .stream()
                        .filter(candidate -> !hasEnded(candidate))
                        .limit(config.width())
                        .toList();
        best.stream().filter(this::hasEnded).forEach(ended::add);
        if (live.isEmpty() && ended.isEmpty()) {
            cutOff = before; // nothing can follow, so what is there is the best there is
        } else if (isSearchedEnough() || isCertain()) {
            live = List.of();
        } else if (live.get(0).length() == maxLength) {
            cutOff = live;
            live = List.of();
        }
    }

    private boolean isNarrowing() {
        return rules.stop() == StopRule.ALL_ENDED;
    }

    /** How many of the best candidates are looked at. */
    private int room() {
        return isNarrowing() ? config.width() - ended.size() : config.width();
    }

    private boolean hasEnded(Partial partial) {
        return isEnd(partial) || (rules.limit() == LengthLimit.COUNTED && partial.length() == maxLength);
    }

    private boolean isEnd(Partial partial) {
        return partial.token() == endMarker;
    }

    private boolean isSearchedEnough() {
        if (ended.size() < config.width()) {
            return false;
        }
        return switch (config.width() == 1 ? StopRule.ENOUGH_ENDED : rules.stop()) {
            case ENOUGH_ENDED, ALL_ENDED -> true;
            case UNLIKELY -> live.isEmpty() || score(live.get(0)) <= scoreAt(config.width());
            case CERTAIN -> false;
        };
    }

    private double score(Partial partial) {
        return partial.score(config.lengthPenalty());
    }

    /** The score of the hypothesis at a place among those that ended, counted from 1. */
    private double scoreAt(int place) {
        return score(ranked(ended).get(place - 1));
    }

    /** Whether no live hypothesis can displace one of the n best: its log-probability can only fall, its penalty only grow. */
    private boolean isCertain() {
        if (live.isEmpty()) {
            return true;
        }
        if (ended.size() < config.nBest()) {
            return false;
        }
        var reachable = live.get(0).logProbability() / config.lengthPenalty().of(maxLength);
        return reachable <= scoreAt(config.nBest());
    }

    private List<Partial> ranked(List<Partial> partials) {
        return partials.stream()
                .sorted(Comparator.comparingDouble(partial -> -score(partial)))
                .toList();
    }

    /** The n best: those that ended, then those that were cut off, each by falling score. */
    List<Hypothesis> best() {
        var penalty = config.lengthPenalty();
        return Stream.concat(
                        ranked(ended).stream().map(partial -> partial.toHypothesis(isEnd(partial), penalty)),
                        ranked(cutOff).stream().map(partial -> partial.toHypothesis(false, penalty)))
                .limit(config.nBest())
                .toList();
    }
}
