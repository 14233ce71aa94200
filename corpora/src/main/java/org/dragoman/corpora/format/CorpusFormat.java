package org.dragoman.corpora.format;

import org.dragoman.corpora.CorpusReader;
import org.dragoman.corpora.CorpusWriter;

import java.nio.file.Path;
import java.util.List;

/**
 * A form in which corpora are stored: {@link ParallelFormat}, {@link TaggedFormat} or {@link LabelledFormat}.
 *
 * <p>What is read is packed or not, as {@link org.dragoman.corpora.PackedFile} says, and UTF-8 (XML: as it declares itself). What is
 * written is UTF-8 with line feeds, and packed with gzip where the name of the file ends in {@code .gz}. A text that the format can't hold
 * is refused, so that what was written is read back equal.
 *
 * @param <T> what a corpus consists of
 * @param <S> settings of the formats of this kind
 */
public interface CorpusFormat<T, S> {

    /** What a corpus consists of. */
    CorpusKind kind();

    /** The name that commands know the format by, such as {@code tmx}. */
    String title();

    /** What the format is, in a few words. */
    String description();

    /** Ends of file names that tell the format, in lower case and without the dot; those of compression are left away first. */
    List<String> extensions();

    /** Into how many files a corpus is written. It is read from as many. */
    int files();

    /**
     * Starts to read; the caller closes the result.
     *
     * @throws IllegalArgumentException if the number of files is wrong, or a setting is missing that the format needs
     * @throws java.io.UncheckedIOException if a file can't be opened
     */
    CorpusReader<T> open(List<Path> files, S settings);

    /**
     * Starts to write; the caller closes the result.
     *
     * @throws IllegalArgumentException if the number of files is wrong, or a setting is missing that the format needs
     * @throws java.io.UncheckedIOException if a file can't be made
     */
    CorpusWriter<T> writer(List<Path> files, S settings);
}
