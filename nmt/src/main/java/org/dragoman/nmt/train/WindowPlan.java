package org.dragoman.nmt.train;

import org.dragoman.nmt.text.Batcher;
import org.dragoman.nmt.text.Example;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The updates that a window of the data makes, in their order. */
final class WindowPlan {

    private final TrainingSet.Window window;
    private final Progress.Place begin;
    private final List<int[]> batches;
    private final int accumulate;
    private final int windows;

    /**
     * @param begin any place of the window
     * @param windows of each epoch
     */
    WindowPlan(TrainingSet.Window window, Progress.Place begin, int windows, TrainingConfig config) {
        this.window = window;
        this.begin = begin;
        this.windows = windows;
        this.accumulate = config.accumulate();
        this.batches = new Batcher(window.examples(), config.batchTokens(), window.seed()).plan(begin.epoch());
    }

    /** Whether there is an update at a place. */
    boolean contains(Progress.Place place) {
        return place.epoch() == begin.epoch() && place.window() == begin.window() && place.position() < batches.size();
    }

    /** The update at a place. */
    Turn turn(Progress.Place place) {
        var end = Math.min(batches.size(), place.position() + accumulate);
        var next = end < batches.size() ? place.plus(end - place.position()) : place.nextWindow(windows);
        return new Turn(window, batches.subList(place.position(), end), place, next);
    }

    /**
     * What one update learns from.
     *
     * @param batches as places in the window
     * @param place of its first batch
     * @param next of the update after it
     */
    record Turn(TrainingSet.Window window, List<int[]> batches, Progress.Place place, Progress.Place next) {

        /** The examples of each batch, which is cut into some parts, or into single examples if it has fewer. */
        List<List<Example>> examples(int parts) {
            return batches.stream()
                    .flatMap(batch -> parts(batch, Math.min(parts, batch.length)))
                    .map(part ->
                            Arrays.stream(part).mapToObj(window.examples()::get).toList())
                    .toList();
        }

        private static Stream<int[]> parts(int[] batch, int count) {
            return IntStream.range(0, count)
                    .mapToObj(part -> Arrays.copyOfRange(
                            batch, bound(batch.length, part, count), bound(batch.length, part + 1, count)));
        }

        private static int bound(int length, int part, int count) {
            return Math.toIntExact((long) length * part / count);
        }

        /** Names the lines of the corpora. */
        List<String> lines() {
            return window.lines(batches.stream().flatMapToInt(Arrays::stream).toArray());
        }
    }
}
