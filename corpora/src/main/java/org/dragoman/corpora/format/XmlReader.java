package org.dragoman.corpora.format;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.PackedFile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Optional;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The elements of an XML file, one after the other, with errors that name the line.
 *
 * <p>A document type declaration is passed over: nothing that it names is fetched, and no entity that it declares is known, so a reference
 * to one is an error however it is declared. Not thread safe.
 */
final class XmlReader implements AutoCloseable {
    private static final String MESSAGE = "\nMessage: ";

    private final String name;
    private final InputStream in;
    private final XMLStreamReader xml;

    private XmlReader(String name, InputStream in) throws IOException, XMLStreamException {
        this.name = name;
        this.in = in;
        this.xml = factory().createXMLStreamReader(XmlEncoding.decode(name, in));
    }

    static XmlReader open(Path file) {
        var name = file.toString();
        var in = PackedFile.open(file);
        try {
            return new XmlReader(name, in);
        } catch (XMLStreamException e) {
            throw closed(in, unreadable(name, e));
        } catch (IOException e) {
            throw closed(in, new UncheckedIOException("cannot read " + name + ": " + e.getMessage(), e));
        } catch (CorpusFormatException e) {
            throw closed(in, e);
        }
    }

    private static UncheckedIOException closed(InputStream in, UncheckedIOException cause) {
        try {
            in.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        return cause;
    }

    /** The JDK's own parser, of which it is known what these settings do. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLReporter(
                (message, type, information, location) -> {}); // else it prints; the exception says the same
        return factory;
    }

    String name() {
        return name;
    }

    /** Number of the line, from 1, on which what was read last ends. */
    long lineNumber() {
        return Math.max(1, xml.getLocation().getLineNumber());
    }

    /** Goes on to whatever comes next; false at the end of the file. */
    boolean advance() {
        try {
            if (!xml.hasNext()) {
                return false;
            }
            xml.next();
            return true;
        } catch (XMLStreamException e) {
            throw unreadable(name, e);
        }
    }

    boolean isStart() {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    boolean isEnd() {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT;
    }

    /** Whether text was read, plain or as CDATA; white space is text. */
    boolean isText() {
        return xml.isCharacters() || xml.getEventType() == XMLStreamConstants.SPACE;
    }

    String text() {
        return xml.getText();
    }

    /** The element that starts or ends here, without a prefix. */
    String element() {
        return xml.getLocalName();
    }

    /** An attribute without a prefix. */
    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(xml.getAttributeValue(XMLConstants.NULL_NS_URI, attribute));
    }

    /** What {@code xml:lang} says here. */
    Optional<String> language() {
        return Optional.ofNullable(xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang"));
    }

    /** Goes on to the end of the element that starts here. */
    void skip() {
        for (var depth = 1; depth > 0; ) {
            advance();
            if (isStart()) {
                depth++;
            } else if (isEnd()) {
                depth--;
            }
        }
    }

    CorpusFormatException error(String problem) {
        return new CorpusFormatException(name, lineNumber(), problem);
    }

    private static UncheckedIOException unreadable(String name, XMLStreamException cause) {
        var line = Math.max(
                1, cause.getLocation() == null ? 1 : cause.getLocation().getLineNumber());
        if (cause.getNestedException() instanceof CharacterCodingException) {
            return new CorpusFormatException(
                    name,
                    line,
                    "at or behind this line are bytes that the encoding of the file doesn't know; convert it to UTF-8");
        }
        if (cause.getNestedException() instanceof IOException io) {
            return new UncheckedIOException("cannot read " + name + " after line " + line + ": " + io.getMessage(), io);
        }
        return new CorpusFormatException(name, line, "not well-formed XML: " + reason(cause));
    }

    /** The message without the place that it begins with. */
    private static String reason(XMLStreamException cause) {
        var message = String.valueOf(cause.getMessage());
        var start = message.indexOf(MESSAGE);
        return start < 0 ? message : message.substring(start + MESSAGE.length());
    }

    @Override
    public void close() {
        try (in) {
            xml.close();
        } catch (XMLStreamException e) {
            throw unreadable(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ": " + e.getMessage(), e);
        }
    }
}
