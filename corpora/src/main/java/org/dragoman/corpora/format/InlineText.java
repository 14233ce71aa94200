package org.dragoman.corpora.format;

import java.util.HexFormat;
import java.util.Set;

/** Reads the text of a segment of TMX or XLIFF with its inline markup. */
final class InlineText {
    private static final Set<String> CODES = Set.of("bpt", "ept", "it", "ph", "ut");
    private static final String CHARACTER = "cp";

    private InlineText() {}

    /** The text of the element that starts here; the reader goes on to its end. White space stays as it is. */
    static String read(XmlReader xml, InlineCodes codes) {
        var text = new StringBuilder();
        for (var depth = 1; depth > 0; ) {
            xml.advance();
            if (xml.isText()) {
                text.append(xml.text());
            } else if (xml.isEnd()) {
                depth--;
            } else if (xml.isStart() && codes == InlineCodes.DROP && CODES.contains(xml.element())) {
                xml.skip();
            } else if (xml.isStart()) {
                depth++;
                if (xml.element().equals(CHARACTER)) {
                    text.appendCodePoint(character(xml));
                }
            }
        }
        return text.toString();
    }

    /** A character that XML can't hold, by its number in XLIFF 2. */
    private static int character(XmlReader xml) {
        var hex = xml.attribute("hex").orElseThrow(() -> xml.error("a <cp> needs the attribute hex, got none"));
        try {
            var codePoint = HexFormat.fromHexDigits(hex);
            if (Character.isValidCodePoint(codePoint)) {
                return codePoint;
            }
        } catch (IllegalArgumentException e) {
            throw notHex(xml, hex);
        }
        throw notHex(xml, hex);
    }

    private static RuntimeException notHex(XmlReader xml, String hex) {
        return xml.error("the attribute hex of <cp> must be a character's number such as 001B, got \"" + hex + "\"");
    }
}
