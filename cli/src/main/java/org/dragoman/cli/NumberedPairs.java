package org.dragoman.cli;

import org.dragoman.corpora.Lines;
import org.dragoman.corpora.SentencePair;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The chosen lines of two texts, side by side, read in memory for one line. Closing closes both. Not thread safe. */
final class NumberedPairs implements Iterator<NumberedPairs.Pair>, AutoCloseable {
    private final Lines source;
    private final Lines target;
    private final LineChoice choice;

    NumberedPairs(Lines source, Lines target, LineChoice choice) {
        this.source = source;
        this.target = target;
        this.choice = choice;
    }

    /**
     * A line of each text.
     *
     * @param line its number, from 1
     */
    record Pair(long line, SentencePair sentences) {}

    /**
     * {@inheritDoc}
     *
     * @throws Failure if the texts differ in their numbers of lines, or lack a line that was chosen
     */
    @Override
    public boolean hasNext() {
        while (isAtLine() && !choice.contains(source.number() + 1)) {
            source.next();
            target.next();
        }
        var found = isAtLine();
        if (!found && choice.last() > source.number()) {
            throw new Failure("line " + choice.last() + " was asked for, but " + source.name() + " has "
                    + source.number() + " lines");
        }
        return found;
    }

    private boolean isAtLine() {
        if (source.hasNext() != target.hasNext()) {
            throw new Failure(source.name() + " has " + count(source) + " lines, but " + target.name() + " has "
                    + count(target) + "; line n of one must belong to line n of the other");
        }
        return source.hasNext();
    }

    private static long count(Lines lines) {
        while (lines.hasNext()) {
            lines.next();
        }
        return lines.number();
    }

    @Override
    public Pair next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no line is left in " + source.name());
        }
        var line = source.next();
        return new Pair(
                line.number(), new SentencePair(line.text(), target.next().text()));
    }

    /** Up to {@code size} pairs, fewer only at the end; empty there. */
    List<Pair> next(int size) {
        var chunk = new ArrayList<Pair>(size);
        while (chunk.size() < size && hasNext()) {
            chunk.add(next());
        }
        return chunk;
    }

    @Override
    public void close() {
        try (source;
                target) {
            // closes both, even where the first fails
        }
    }
}
