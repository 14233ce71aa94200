package org.dragoman.nmt.weights;

import org.dragoman.nmt.files.ModelFiles;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;

/**
 * Bytes that can be read from any place: of a file, which is read and not mapped so that one that is cut while it is open is an exception, or
 * of an array.
 */
interface ByteSource extends Closeable {

    long size();

    /** Reads some bytes from {@code position} on, as many as {@code target} has room for and there are; -1 at the end. */
    int read(ByteBuffer target, long position) throws IOException;

    @Override
    void close() throws IOException;

    /** @throws IllegalArgumentException if there is no such file, or a pointer of Git LFS in its place */
    static ByteSource of(Path file) {
        return ModelFiles.read(file, path -> of(FileChannel.open(path)));
    }

    private static ByteSource of(FileChannel channel) throws IOException {
        var size = channel.size();
        return new ByteSource() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public int read(ByteBuffer target, long position) throws IOException {
                return channel.read(target, position);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    static ByteSource of(byte[] content) {
        return new ByteSource() {
            @Override
            public long size() {
                return content.length;
            }

            @Override
            public int read(ByteBuffer target, long position) {
                var count = (int) Math.min(target.remaining(), content.length - position);
                if (count <= 0) {
                    return target.hasRemaining() ? -1 : 0;
                }
                target.put(content, (int) position, count);
                return count;
            }

            @Override
            public void close() {}
        };
    }

    /** Some bytes in Java memory, as many as asked for or, at the end, fewer; little endian. */
    default ByteBuffer bytes(long position, int count) throws IOException {
        var bytes = ByteBuffer.allocate((int) Math.max(0, Math.min(count, size() - position)))
                .order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && read(bytes, position + bytes.position()) >= 0) {}
        return bytes.flip();
    }

    /** A new channel over the bytes from {@code begin}, inclusive, to {@code end}, exclusive. */
    default ReadableByteChannel region(long begin, long end) {
        return new ReadableByteChannel() {
            private long position = begin;
            private boolean open = true;

            @Override
            public int read(ByteBuffer target) throws IOException {
                if (!open) {
                    throw new ClosedChannelException();
                }
                var room = (int) Math.min(target.remaining(), end - position);
                if (room == 0) {
                    return target.hasRemaining() ? -1 : 0;
                }
                var limited = target.slice(target.position(), room);
                var count = ByteSource.this.read(limited, position);
                target.position(target.position() + Math.max(0, count));
                position += Math.max(0, count);
                return count;
            }

            @Override
            public boolean isOpen() {
                return open;
            }

            @Override
            public void close() {
                open = false;
            }
        };
    }
}
