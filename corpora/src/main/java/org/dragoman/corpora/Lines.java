package org.dragoman.corpora;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The lines of a text, read one after the other in memory for one line.
 *
 * <ul>
 *   <li>The text is UTF-8. A byte sequence that is not is a {@link CorpusFormatException}; nothing is ever replaced by U+FFFD.
 *   <li>It may be packed with gzip, in one part or several; the first two bytes tell, not the name. (They are no UTF-8, so no text is
 *       mistaken.) A file may also be a zip archive, as {@link PackedFile} says.
 *   <li>LF and CRLF end a line and nothing else does: not a lone CR, a form feed, U+0085 or U+2028. The last line may lack its end; an end
 *       after it opens no further, empty line.
 *   <li>A byte order mark at the start of the text is dropped, unless {@link ByteOrderMark#KEEP} is asked for.
 * </ul>
 *
 * <p>Failing to open or read throws {@link UncheckedIOException} with the name of the text. Not thread safe.
 */
public final class Lines implements Iterator<Line>, AutoCloseable {
    private static final int MARK = '\uFEFF';
    private static final int FIRST_BUFFER = 1 << 16;

    private final String name;
    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteOrderMark byteOrderMark;

    private byte[] buffer = new byte[FIRST_BUFFER];
    private CharBuffer characters = CharBuffer.allocate(FIRST_BUFFER);
    private int start; // of the next line in the buffer
    private int end; // of what the buffer holds
    private long offset; // of the next line in the unpacked text, in bytes
    private long number; // lines read
    private Optional<Line> next = Optional.empty();

    private Lines(InputStream in, String name, ByteOrderMark byteOrderMark) {
        this.name = name;
        this.in = in;
        this.byteOrderMark = byteOrderMark;
    }

    /** Opens a file, dropping a byte order mark. */
    public static Lines open(Path file) {
        return open(file, ByteOrderMark.DROP);
    }

    /** Opens a file. */
    public static Lines open(Path file, ByteOrderMark byteOrderMark) {
        return new Lines(PackedFile.open(file), file.toString(), byteOrderMark);
    }

    /** The lines of a stream, such as the standard input, dropping a byte order mark; {@code name} stands for it in messages. */
    public static Lines of(InputStream in, String name) {
        return of(in, name, ByteOrderMark.DROP);
    }

    /** The lines of a stream, which is closed with the result, or at once if it is a broken gzip; {@code name} stands for it in messages. */
    public static Lines of(InputStream in, String name, ByteOrderMark byteOrderMark) {
        try {
            return new Lines(PackedFile.unpacked(in), name, byteOrderMark);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** All lines of a file without their ends and without a byte order mark; for files that fit into memory. */
    public static List<String> readAll(Path file) {
        return readAll(file, ByteOrderMark.DROP);
    }

    /** All lines of a file without their ends; for files that fit into memory. */
    public static List<String> readAll(Path file, ByteOrderMark byteOrderMark) {
        try (var lines = open(file, byteOrderMark).stream()) {
            return lines.map(Line::text).toList();
        }
    }

    /** Name of the text in messages: the file as it was given. */
    public String name() {
        return name;
    }

    /** Number of the line that {@link #next} returned last; 0 before the first. */
    public long number() {
        return next.isPresent() ? number - 1 : number;
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty()) {
            next = read();
        }
        return next.isPresent();
    }

    @Override
    public Line next() {
        if (!hasNext()) {
            throw new NoSuchElementException(name + " has no line after line " + number);
        }
        var line = next.orElseThrow();
        next = Optional.empty();
        return line;
    }

    /** The lines that are left; closing the stream closes this. */
    public Stream<Line> stream() {
        var lines = Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(lines, false).onClose(this::close);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private Optional<Line> read() {
        var length = 0;
        while (true) {
            for (; start + length < end; length++) {
                if (buffer[start + length] == '\n') {
                    return Optional.of(take(length, length + 1));
                }
            }
            if (!fill()) {
                return length == 0 ? Optional.empty() : Optional.of(take(length, length));
            }
        }
    }

    /** Makes a line of the next {@code length} bytes, and passes over {@code withEnd} bytes. */
    private Line take(int length, int withEnd) {
        number++;
        var hasCarriageReturn = withEnd > length && length > 0 && buffer[start + length - 1] == '\r';
        var text = decode(hasCarriageReturn ? length - 1 : length);
        start += withEnd;
        offset += withEnd;
        return new Line(number, text);
    }

    private String decode(int length) {
        if (characters.capacity() < length) {
            characters = CharBuffer.allocate(buffer.length);
        }
        characters.clear();
        var bytes = ByteBuffer.wrap(buffer, start, length);
        var result = decoder.reset().decode(bytes, characters, true);
        if (result.isError()) {
            throw malformed(bytes, result);
        }
        characters.flip();
        if (number == 1 && byteOrderMark == ByteOrderMark.DROP && length > 0 && characters.get(0) == MARK) {
            characters.get();
        }
        return characters.toString();
    }

    private CorpusFormatException malformed(ByteBuffer bytes, CoderResult result) {
        var place = bytes.position() - start;
        var wrong = new StringBuilder();
        for (var i = 0; i < result.length(); i++) {
            wrong.append(String.format(Locale.ROOT, " 0x%02X", bytes.get()));
        }
        var problem = "not UTF-8: got%s at byte %d of the line (offset %d of the text); convert the file to UTF-8";
        return new CorpusFormatException(
                name, number, String.format(Locale.ROOT, problem, wrong, place + 1, offset + place));
    }

    /** Reads more behind what the buffer holds; false at the end of the text. */
    private boolean fill() {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        try {
            var got = in.read(buffer, end, buffer.length - end);
            end += Math.max(got, 0);
            return got >= 0;
        } catch (IOException e) {
            throw unreadable(name + " after line " + number, e);
        }
    }

    private static UncheckedIOException unreadable(String what, IOException cause) {
        return new UncheckedIOException("cannot read " + what + ": " + cause.getMessage(), cause);
    }
}
