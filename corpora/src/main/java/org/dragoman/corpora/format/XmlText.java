package org.dragoman.corpora.format;

import org.dragoman.corpora.SentencePair;

import java.util.Locale;

/** Pairs as elements of TMX and XLIFF. */
final class XmlText {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private XmlText() {}

    static String tmxStart(Languages languages) {
        return DECLARATION + """
                <tmx version="1.4">
                <header creationtool="dragoman" creationtoolversion="%s" segtype="sentence" o-tmf="plain text" adminlang="en" srclang="%s" \
                datatype="plaintext"/>
                <body>
                """.formatted(version(), languages.source());
    }

    static String tmxEnd() {
        return "</body>\n</tmx>\n";
    }

    static String tmxUnit(Languages languages, SentencePair pair) throws UnholdableTextException {
        return "<tu><tuv xml:lang=\"" + languages.source() + "\"><seg>" + escaped("the source", pair.source())
                + "</seg></tuv><tuv xml:lang=\"" + languages.target() + "\"><seg>"
                + escaped("the target", pair.target()) + "</seg></tuv></tu>\n";
    }

    static String xliff1Start(Languages languages) {
        return DECLARATION + """
                <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
                <file original="corpus" source-language="%s" target-language="%s" datatype="plaintext" xml:space="preserve">
                <body>
                """.formatted(languages.source(), languages.target());
    }

    static String xliff1End() {
        return "</body>\n</file>\n</xliff>\n";
    }

    static String xliff1Unit(long number, SentencePair pair) throws UnholdableTextException {
        return "<trans-unit id=\"" + number + "\"><source>" + escaped("the source", pair.source()) + "</source><target>"
                + escaped("the target", pair.target()) + "</target></trans-unit>\n";
    }

    static String xliff2Start(Languages languages) {
        return DECLARATION + """
                <xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="%s" trgLang="%s">
                <file id="f1" xml:space="preserve">
                """.formatted(languages.source(), languages.target());
    }

    static String xliff2End() {
        return "</file>\n</xliff>\n";
    }

    static String xliff2Unit(long number, SentencePair pair) throws UnholdableTextException {
        return "<unit id=\"u" + number + "\"><segment><source>" + withCharacters("the source", pair.source())
                + "</source><target>" + withCharacters("the target", pair.target())
                + "</target></segment></unit>\n";
    }

    private static String version() {
        var built = XmlText.class.getPackage().getImplementationVersion();
        return built == null ? "development" : built;
    }

    private static String escaped(String what, String text) throws UnholdableTextException {
        TextLimit.XML.checked(what, text);
        var escaped = new StringBuilder();
        text.chars().forEach(c -> append(escaped, (char) c));
        return escaped.toString();
    }

    /** The same, with the characters that XML lacks as XLIFF 2 writes them. */
    private static String withCharacters(String what, String text) throws UnholdableTextException {
        TextLimit.UTF_8.checked(what, text);
        var escaped = new StringBuilder();
        text.chars().forEach(c -> {
            if (Character.isSurrogate((char) c) || TextLimit.XML.allows(c)) {
                append(escaped, (char) c);
            } else {
                escaped.append(String.format(Locale.ROOT, "<cp hex=\"%04X\"/>", c));
            }
        });
        return escaped.toString();
    }

    /** Carriage returns are escaped too, as a parser makes line feeds of them else. */
    private static void append(StringBuilder escaped, char c) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '\r' -> escaped.append("&#13;");
            default -> escaped.append(c);
        }
    }
}
