package org.dragoman.corpora;

import java.nio.file.Path;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Where sentence pairs lie; each {@link #open} reads them again from the start.
 *
 * <p>The files are read as {@link Lines} says: strict UTF-8, plain or gzip, without a byte order mark. A pair with an empty side is kept,
 * so that lines of the corpus and of what is made from it correspond; {@link #withoutEmptySides} drops and counts such pairs. A corpus is
 * immutable and may be used from many threads; a {@link PairReader} may not.
 */
public interface ParallelCorpus {

    /**
     * Two files, line by line translations of each other. Reading throws {@link CorpusFormatException} where one file ends before the
     * other, naming both with their numbers of lines.
     */
    static ParallelCorpus aligned(Path source, Path target) {
        return new AlignedFiles(source, target);
    }

    /**
     * One file with source, TAB, target on a line; a further TAB ends the target, and what follows is ignored. Reading throws {@link
     * CorpusFormatException} at a line without a TAB.
     */
    static ParallelCorpus tabSeparated(Path file) {
        return new TabSeparatedFile(file);
    }

    /** Starts a new pass; the caller closes it. Throws {@link java.io.UncheckedIOException} where a file cannot be opened. */
    PairReader open();

    /** The pairs in order; closing the stream closes the files. */
    default Stream<SentencePair> stream() {
        var reader = open();
        var pairs = Spliterators.spliteratorUnknownSize(reader, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(pairs, false).onClose(reader::close);
    }

    /** Number of pairs, found by reading the whole corpus, a pair at a time: so it also checks every line. */
    default long count() {
        try (var reader = open()) {
            var pairs = 0L;
            for (; reader.hasNext(); reader.next()) {
                pairs++;
            }
            return pairs;
        }
    }

    /** The same corpus without the pairs for which {@link SentencePair#hasEmptySide} holds; {@link PairReader#dropped} counts them. */
    default ParallelCorpus withoutEmptySides() {
        return () -> new FullPairReader(open());
    }
}
