package org.dragoman.corpora.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What all kinds of formats need: to be found by name, and the right number of files. */
final class FormatNames {
    private FormatNames() {}

    static <F extends CorpusFormat<?, ?>> F named(String title, String kind, List<F> formats) {
        return formats.stream()
                .filter(format -> isNamed(format, title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no format of " + kind + " named \"" + title + "\"; known are " + titles(formats)));
    }

    /** Tagged text has several names for a scheme; files end in any of them. */
    private static boolean isNamed(CorpusFormat<?, ?> format, String title) {
        return format.title().equalsIgnoreCase(title)
                || format.kind() == CorpusKind.TAGGED && format.extensions().contains(title.toLowerCase(Locale.ROOT));
    }

    static String titles(List<? extends CorpusFormat<?, ?>> formats) {
        return formats.stream().map(CorpusFormat::title).collect(Collectors.joining(", "));
    }

    static void checkFiles(CorpusFormat<?, ?> format, List<Path> files) {
        if (files.size() != format.files()) {
            throw new IllegalArgumentException("the format " + format.title() + " (" + format.description()
                    + ") needs " + format.files() + (format.files() == 1 ? " file" : " files") + ", got "
                    + files.size());
        }
    }
}
