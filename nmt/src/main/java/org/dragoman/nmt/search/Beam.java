package org.dragoman.nmt.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The hypotheses of one sentence while it is searched; it belongs to the thread that searches. */
final class Beam {

    /** Likeliest first; of equal ones that of the better parent, then that with the lower id. */
    private static final Comparator<Partial> BY_PROBABILITY = Comparator.comparingDouble(
                    (Partial partial) -> -partial.logProbability())
            .thenComparingInt(Partial::rank)
            .thenComparingInt(Partial::token);

    private final SearchConfig config;
    private final int endMarker;
    private final int sourceLength;
    private final int maxLength;
    private final List<Partial> ended = new ArrayList<>();
    private List<Partial> live;
    private List<Partial> cutOff = List.of();

    Beam(SearchConfig config, Markers markers, int sourceLength) {
        this.config = config;
        this.endMarker = markers.end();
        this.sourceLength = sourceLength;
        this.maxLength = config.maxLength(sourceLength);
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

    /** Replaces the live hypotheses by the best of {@code candidates}, all one token longer, and ends those that end. */
    void advance(List<Partial> candidates) {
        var before = live;
        var sorted = candidates.stream().sorted(BY_PROBABILITY).toList();
        sorted.stream().limit(config.width()).filter(this::isEnd).forEach(ended::add);
        live = sorted.stream()
                .filter(candidate -> !isEnd(candidate))
                .limit(config.width())
                .toList();
        if (live.isEmpty() && ended.isEmpty()) {
            cutOff = before; // nothing can follow, so what is there is the best there is
        } else if (hasEnough() || isCertain()) {
            live = List.of();
        } else if (live.get(0).length() == maxLength) {
            cutOff = live;
            live = List.of();
        }
    }

    private boolean isEnd(Partial partial) {
        return partial.token() == endMarker;
    }

    private boolean hasEnough() {
        var counts = config.stop() == StopRule.ENOUGH_ENDED || config.width() == 1;
        return counts && ended.size() >= config.width();
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
        return reachable <= ranked(ended).get(config.nBest() - 1).score(config.lengthPenalty());
    }

    private List<Partial> ranked(List<Partial> partials) {
        return partials.stream()
                .sorted(Comparator.comparingDouble(partial -> -partial.score(config.lengthPenalty())))
                .toList();
    }

    /** The n best: those that ended, then those that were cut off, each by falling score. */
    List<Hypothesis> best() {
        var penalty = config.lengthPenalty();
        return Stream.concat(
                        ranked(ended).stream().map(partial -> partial.toHypothesis(true, penalty)),
                        ranked(cutOff).stream().map(partial -> partial.toHypothesis(false, penalty)))
                .limit(config.nBest())
                .toList();
    }
}
