package org.dragoman.annotators.models;

import org.dragoman.corpora.AtomicFile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A file of binary data that knows what it is and whether it is whole:
 *
 * <pre>
 * "DRGM"             magic
 * kind               length in bytes as one byte, then ASCII, such as "tagger"
 * version            int
 * size of content    int, unpacked
 * CRC-32 of content  int, unpacked
 * content            packed by zlib, to the end of the file
 * </pre>
 *
 * Numbers are big-endian. Nothing in a file makes code run.
 *
 * @param kind what is in it, 1 to 60 ASCII characters
 * @param version of the content's form; a reader takes no other
 */
public record BinaryFormat(String kind, int version) {
    private static final byte[] MAGIC = "DRGM".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST = 1 << 30;

    public BinaryFormat {
        if (!kind.matches("\\p{ASCII}{1,60}")) {
            throw new IllegalArgumentException("a kind must be 1 to 60 ASCII characters, got \"" + kind + "\"");
        }
    }

    /**
     * Writes the content.
     *
     * @see AtomicFile
     */
    @FunctionalInterface
    public interface Writer {
        /** Writes everything; {@code out} is closed by the caller. */
        void writeTo(DataOutputStream out) throws IOException;
    }

    /**
     * Reads the content.
     *
     * @param <T> what becomes of it
     */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads everything; what is left over is an error, and so is the end of the content. */
        T readFrom(DataInputStream in) throws IOException;
    }

    /** The file as bytes; equal content gives equal bytes. */
    public byte[] bytes(Writer writer) {
        try {
            var content = new ByteArrayOutputStream();
            writer.writeTo(new DataOutputStream(content));
            var file = new ByteArrayOutputStream();
            writeHeader(new DataOutputStream(file), content.toByteArray());
            try (var packed = new DeflaterOutputStream(file, new Deflater(Deflater.BEST_COMPRESSION))) {
                content.writeTo(packed);
            }
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot pack a model of kind " + kind + ": " + e.getMessage(), e);
        }
    }

    private void writeHeader(DataOutputStream out, byte[] content) throws IOException {
        out.write(MAGIC);
        out.writeByte(kind.length());
        out.writeBytes(kind);
        out.writeInt(version);
        out.writeInt(content.length);
        out.writeInt(sum(content));
    }

    /**
     * Writes the file whole or not at all.
     *
     * @throws UncheckedIOException if it can't be written
     */
    public void write(Path file, Writer writer) {
        var bytes = bytes(writer);
        AtomicFile.write(file, out -> out.write(bytes));
    }

    /**
     * Reads a file.
     *
     * @throws UncheckedIOException if it can't be read, is not of this kind and version, or is damaged
     */
    public <T> T read(Path file, Reader<T> reader) {
        try {
            return read(file.toString(), Files.readAllBytes(file), reader);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("cannot read " + file + ": there is no such file", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads the bytes of a file.
     *
     * @param source where they are from, for messages
     * @throws UncheckedIOException if they are not of this kind and version, or damaged
     */
    public <T> T read(String source, byte[] file, Reader<T> reader) {
        try {
            var content = new DataInputStream(new ByteArrayInputStream(content(file)));
            var result = reader.readFrom(content);
            if (content.read() >= 0) {
                throw new IOException("it is damaged: there is content after its end");
            }
            return result;
        } catch (EOFException e) {
            throw new UncheckedIOException("cannot read " + source + ": it is damaged: it ends too early", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source + ": " + e.getMessage(), e);
        }
    }

    private byte[] content(byte[] file) throws IOException {
        var bytes = new ByteArrayInputStream(file);
        var in = new DataInputStream(bytes);
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw new IOException("it is not a model file of Dragoman: expected " + kind + " version " + version);
        }
        var found = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
        var foundVersion = in.readInt();
        if (!found.equals(kind) || foundVersion != version) {
            throw new IOException(
                    "expected " + kind + " version " + version + ", but it is " + found + " version " + foundVersion);
        }
        var size = in.readInt();
        var sum = in.readInt();
        return checked(bytes, size, sum);
    }

    private static byte[] checked(ByteArrayInputStream packed, int size, int sum) throws IOException {
        if (size < 0 || size > LARGEST) {
            throw new IOException("it is damaged: its content can't have " + size + " bytes");
        }
        byte[] content;
        try {
            content = new InflaterInputStream(packed).readNBytes(size);
        } catch (IOException e) {
            throw new IOException("it is damaged: " + e.getMessage(), e);
        }
        if (content.length != size || sum(content) != sum) {
            throw new IOException("it is damaged: its checksum is wrong; get the file again");
        }
        return content;
    }

    private static int sum(byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        return (int) sum.getValue();
    }
}
