package org.dragoman.eval;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.Lines;
import org.dragoman.corpora.text.WhiteSpace;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The outputs of one or more systems beside their references, read line by line in memory for one line of each file: line n of each file
 * belongs to line n of the others. An empty line is an empty segment; an empty reference counts as a translation of length 0.
 *
 * <p>White space at the end of a line is left out, as by sacreBLEU's command; only a chrF that counts white space can tell.
 *
 * <p>Open the lines with {@link org.dragoman.corpora.ByteOrderMark#KEEP} to score as sacreBLEU does, which takes a byte order mark for a
 * part of the first line. Not thread safe.
 */
public final class SegmentFiles implements Iterator<List<Segment>>, AutoCloseable {
    private final List<Lines> systems;
    private final List<Lines> references;
    private final List<Lines> all;

    /**
     * Reads texts side by side; they are closed with the result.
     *
     * @param systems outputs, at least one
     * @param references at least one
     */
    public SegmentFiles(List<Lines> systems, List<Lines> references) {
        this.systems = List.copyOf(systems);
        this.references = List.copyOf(references);
        all = new ArrayList<>(systems);
        all.addAll(references);
        if (systems.isEmpty() || references.isEmpty()) {
            throw new IllegalArgumentException("scoring needs at least one system and one reference, got "
                    + systems.size() + " and " + references.size());
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws CorpusFormatException if some texts have ended and others have not, naming all with their numbers of lines
     */
    @Override
    public boolean hasNext() {
        var first = all.get(0).hasNext();
        if (all.stream().anyMatch(lines -> lines.hasNext() != first)) {
            throw unequal();
        }
        return first;
    }

    /** The segments of the next line, one a system, in the order of the systems. */
    @Override
    public List<Segment> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no line is left in " + all.get(0).name());
        }
        var hypotheses = systems.stream().map(SegmentFiles::text).toList();
        var translations = references.stream().map(SegmentFiles::text).toList();
        return hypotheses.stream()
                .map(hypothesis -> new Segment(hypothesis, translations))
                .toList();
    }

    private static String text(Lines lines) {
        return WhiteSpace.stripTrailing(lines.next().text());
    }

    /** Up to {@code size} lines, fewer only at the end; empty there. */
    public List<List<Segment>> next(int size) {
        var chunk = new ArrayList<List<Segment>>(size);
        while (chunk.size() < size && hasNext()) {
            chunk.add(next());
        }
        return chunk;
    }

    private CorpusFormatException unequal() {
        var partnerless = all.stream().mapToLong(Lines::number).max().orElse(0) + 1;
        var counts = all.stream().map(SegmentFiles::count).collect(Collectors.joining(", "));
        var longest =
                all.stream().filter(lines -> lines.number() >= partnerless).findFirst();
        return new CorpusFormatException(
                longest.orElse(all.get(0)).name(),
                partnerless,
                "no line to compare with: " + counts + "; line n of one file must belong to line n of the others");
    }

    private static String count(Lines lines) {
        while (lines.hasNext()) {
            lines.next();
        }
        return lines.name() + " has " + lines.number() + (lines.number() == 1 ? " line" : " lines");
    }

    @Override
    public void close() {
        var failure = Optional.<RuntimeException>empty();
        for (var lines : all) {
            try {
                lines.close();
            } catch (RuntimeException e) {
                failure = failure.or(() -> Optional.of(e));
            }
        }
        failure.ifPresent(e -> {
            throw e;
        });
    }
}
