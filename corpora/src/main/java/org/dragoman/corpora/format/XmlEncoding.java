package org.dragoman.corpora.format;

import org.dragoman.corpora.CorpusFormatException;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;

/**
 * Decodes an XML file as it declares itself (XML 1.0, appendix F): a byte order mark, or the declaration, or else UTF-8. Bytes that don't
 * fit are an error, which the JDK's parser would also print if it decoded by itself.
 */
final class XmlEncoding {
    private static final int LONGEST_DECLARATION = 256; // bytes
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");

    private XmlEncoding() {}

    /** The characters of a file without a byte order mark. */
    static Reader decode(String name, InputStream file) throws IOException {
        var in = new BufferedInputStream(file);
        in.mark(LONGEST_DECLARATION);
        var start = in.readNBytes(LONGEST_DECLARATION);
        in.reset();
        var mark = markLength(start);
        in.skipNBytes(mark);
        var decoder = charset(name, start)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(new WholeStream(in), decoder);
    }

    /** The parser takes an {@link EOFException}, as of a packed file that is cut off, for the end of the text; so it gets another. */
    private static final class WholeStream extends FilterInputStream {
        WholeStream(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (EOFException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }

    private static int markLength(byte[] start) {
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return begins(start, 0xFE, 0xFF) || begins(start, 0xFF, 0xFE) ? 2 : 0;
    }

    private static Charset charset(String name, byte[] start) {
        if (begins(start, 0xFE, 0xFF) || begins(start, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (begins(start, 0xFF, 0xFE) || begins(start, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if (markLength(start) > 0) {
            return StandardCharsets.UTF_8;
        }
        var declared = DECLARED.matcher(new String(start, StandardCharsets.ISO_8859_1));
        return declared.find() ? charset(name, declared.group(1)) : StandardCharsets.UTF_8;
    }

    private static Charset charset(String name, String declared) {
        try {
            return Charset.forName(declared);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new CorpusFormatException(
                    name, 1, "unknown encoding \"" + declared + "\"; convert the file to UTF-8");
        }
    }

    private static boolean begins(byte[] start, int... bytes) {
        for (var i = 0; i < bytes.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
