package org.dragoman.corpora.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All formats, of every kind of text. */
public final class CorpusFormats {
    private static final List<String> PACKED = List.of(".gz", ".zip");

    private CorpusFormats() {}

    /** All formats, parallel text first, then tagged and labelled text. */
    public static List<CorpusFormat<?, ?>> all() {
        return Stream.<CorpusFormat<?, ?>[]>of(ParallelFormat.values(), TaggedFormat.values(), LabelledFormat.values())
                .flatMap(Stream::of)
                .toList();
    }

    /**
     * Finds a format of any kind by the name that commands know it by.
     *
     * @throws IllegalArgumentException naming those that there are, if there is none of that name
     */
    public static CorpusFormat<?, ?> of(String title) {
        return FormatNames.named(title, "text", all());
    }

    /**
     * Formats that a file may have by the end of its name, without {@code .gz} or {@code .zip}: parallel text first, since TSV and JSON
     * lines may hold either. Empty if the end tells nothing.
     */
    public static List<CorpusFormat<?, ?>> guess(Path file) {
        var extension = extension(file); // all of a name without a dot is none that counts
        return all().stream()
                .filter(format -> format.extensions().contains(extension))
                .toList();
    }

    /** The end of a file's name in small letters, without its dot and without {@code .gz} or {@code .zip}; all of a name without a dot. */
    public static String extension(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        for (var packed : PACKED) {
            name = name.endsWith(packed) ? name.substring(0, name.length() - packed.length()) : name;
        }
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
