package org.dragoman.eval.report;

import org.dragoman.corpora.Lines;
import org.dragoman.corpora.catalogue.Checksum;
import org.dragoman.eval.Signature;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What an evaluation was made of, so that others can repeat it.
 *
 * @param facts by name, in the order in which they are shown: time, command, versions, machine, seeds, model
 * @param files what was read
 */
public record RunRecord(Map<String, String> facts, List<DataFile> files) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

    /**
     * A file that was read.
     *
     * @param role what it served as, such as {@code reference}
     * @param path as it was given
     * @param lines of text in it, unpacked; absent if it isn't text
     * @param bytes its size on disk
     * @param checksum of its bytes on disk
     */
    public record DataFile(String role, String path, OptionalLong lines, long bytes, Checksum checksum) {

        /** Looks at a text file. */
        public static DataFile of(String role, Path file) {
            try (var lines = Lines.open(file).stream()) {
                return of(role, file, OptionalLong.of(lines.count()));
            }
        }

        /** Looks at a file that needn't be text. */
        public static DataFile ofBytes(String role, Path file) {
            return of(role, file, OptionalLong.empty());
        }

        /** The same under another name, as of a file that was unpacked. */
        public DataFile named(String name) {
            return new DataFile(role, name, lines, bytes, checksum);
        }

        private static DataFile of(String role, Path file, OptionalLong lines) {
            try {
                return new DataFile(
                        role, file.toString(), lines, Files.size(file), Checksum.of(file, Checksum.Algorithm.SHA256));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
            }
        }
    }

    public RunRecord {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        files = List.copyOf(files);
    }

    /** The time and this machine, to begin with. */
    public static RunRecord begin(Instant time) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Time", TIME.format(time.atZone(ZoneOffset.UTC)));
        facts.put("Software", Signature.VERSION.value());
        facts.put("Java", System.getProperty("java.version") + " (" + System.getProperty("java.vm.name") + ")");
        facts.put("System", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        facts.put("Processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        return new RunRecord(facts, List.of());
    }

    /** The same with one fact more. */
    public RunRecord with(String name, String value) {
        var more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new RunRecord(more, files);
    }

    /** The same with one file more. */
    public RunRecord with(DataFile file) {
        var more = new ArrayList<>(files);
        more.add(file);
        return new RunRecord(facts, more);
    }

    /** Adds both tables to a page. */
    public void addTo(Page.Section section) {
        section.html("<div class=\"record\">\n")
                .table(factTable())
                .table(fileTable())
                .html("</div>\n");
    }

    /** The facts as a table. */
    public Table factTable() {
        var rows = facts.entrySet().stream()
                .map(fact -> List.of(Cell.of(fact.getKey()), Cell.of(fact.getValue())))
                .toList();
        return new Table(List.of(Column.of("what"), Column.of("value")), rows);
    }

    /** The files as a table. */
    public Table fileTable() {
        var columns = List.of("role", "file", "lines", "bytes", "checksum").stream()
                .map(Column::of)
                .toList();
        var rows = files.stream()
                .map(file -> List.of(
                        Cell.of(file.role()),
                        Cell.of(file.path()),
                        file.lines().isPresent() ? Cell.of(file.lines().getAsLong()) : Cell.of(Double.NaN, 0),
                        Cell.of(file.bytes()),
                        Cell.of(file.checksum().toString())))
                .toList();
        return new Table(columns, rows);
    }
}
