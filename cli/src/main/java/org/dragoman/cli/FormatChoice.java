package org.dragoman.cli;

import org.dragoman.corpora.format.CorpusFormat;
import org.dragoman.corpora.format.CorpusFormats;
import org.dragoman.corpora.format.ParallelFormat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats of what a command reads and writes, as far as the user names them, or else by the names of the files. */
final class FormatChoice {

    /**
     * Two formats of one kind.
     *
     * @param from the format that is read
     * @param to the format that is written
     */
    record Both(CorpusFormat<?, ?> from, CorpusFormat<?, ?> to) {}

    private FormatChoice() {}

    /**
     * Finds the formats of input and output; where a name may mean several, those that fit together.
     *
     * @throws IllegalArgumentException if there are none
     */
    static Both of(Optional<String> from, List<Path> in, Optional<String> to, List<Path> out) {
        var readable = candidates(from, "--from", in);
        var writable = candidates(to, "--to", out);
        return readable.stream()
                .flatMap(one -> writable.stream()
                        .filter(other -> other.kind() == one.kind())
                        .map(other -> new Both(one, other)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        described(readable.get(0)) + " can't be converted to " + described(writable.get(0))));
    }

    private static String described(CorpusFormat<?, ?> format) {
        return format.kind().title() + " (" + format.title() + ")";
    }

    private static List<CorpusFormat<?, ?>> candidates(Optional<String> title, String option, List<Path> files) {
        if (title.isPresent()) {
            return List.of(CorpusFormats.of(title.get()));
        }
        var found = files.size() > 1
                ? List.<CorpusFormat<?, ?>>of(ParallelFormat.ALIGNED)
                : CorpusFormats.guess(files.get(0));
        if (found.isEmpty()) {
            throw new IllegalArgumentException("the name of " + files.get(0) + " doesn't tell its format; name it with "
                    + option + ": " + titles());
        }
        return found;
    }

    /** All names of formats. */
    static String titles() {
        return CorpusFormats.all().stream().map(CorpusFormat::title).collect(Collectors.joining(", "));
    }
}
