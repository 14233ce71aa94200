package org.dragoman.pipeline.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The last column of CoNLL-U: attributes, of which some say what the text between and inside tokens is. */
final class Misc {
    /** {@code SpaceAfter=No}: the next token follows at once. */
    static final String SPACE_AFTER = "SpaceAfter";
    /** The text up to the next token, where it is not one space (as UDPipe writes it). */
    static final String SPACES_AFTER = "SpacesAfter";
    /** The text before the first token of a document (as UDPipe writes it). */
    static final String SPACES_BEFORE = "SpacesBefore";
    /** The text of a token that the form column can't hold (as UDPipe writes it). */
    static final String SPACES_IN_TOKEN = "SpacesInToken";
    /** The form of a token's only word, where it is not the token's text. */
    static final String WORD_FORM = "WordForm";
    /** The stem of a word. */
    static final String STEM = "Stem";

    private static final Pattern BAR = Pattern.compile("\\|");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{4}");

    private final List<String> attributes;

    private Misc(List<String> attributes) {
        this.attributes = attributes;
    }

    static Misc parse(String column) {
        return new Misc(new ArrayList<>(column.equals("_") ? List.of() : List.of(BAR.split(column, -1))));
    }

    /** The value of an attribute, unescaped. */
    Optional<String> get(String key) {
        return attributes.stream()
                .filter(attribute -> attribute.startsWith(key + "="))
                .map(attribute -> unescape(attribute.substring(key.length() + 1)))
                .findFirst();
    }

    /** Sets an attribute where it stands, or at the end; it is left alone if it has this value already. */
    void set(String key, String value) {
        if (get(key).filter(value::equals).isPresent()) {
            return;
        }
        var attribute = key + "=" + escape(value);
        for (var i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).startsWith(key + "=")) {
                attributes.set(i, attribute);
                return;
            }
        }
        attributes.add(attribute);
    }

    void remove(String key) {
        attributes.removeIf(attribute -> attribute.startsWith(key + "="));
    }

    @Override
    public String toString() {
        return attributes.isEmpty() ? "_" : String.join("|", attributes);
    }

    /** UDPipe's escapes, and one for other characters that could be taken for the end of a line or a column. */
    private static String escape(String value) {
        var escaped = new StringBuilder();
        value.codePoints().forEach(c -> {
            switch (c) {
                case ' ' -> escaped.append("\\s");
                case '\t' -> escaped.append("\\t");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '|' -> escaped.append("\\p");
                case '\\' -> escaped.append("\\\\");
                default -> escaped.append(Columns.isPlain(c) ? Character.toString(c) : String.format("\\u%04x", c));
            }
        });
        return escaped.toString();
    }

    private static String unescape(String value) {
        var text = new StringBuilder();
        for (var i = 0; i < value.length(); i++) {
            if (value.charAt(i) != '\\' || i + 1 == value.length()) {
                text.append(value.charAt(i));
                continue;
            }
            i++;
            switch (value.charAt(i)) {
                case 's' -> text.append(' ');
                case 't' -> text.append('\t');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 'p' -> text.append('|');
                case '\\' -> text.append('\\');
                case 'u' -> i = unescapeUnit(value, i, text);
                default -> text.append('\\').append(value.charAt(i));
            }
        }
        return text.toString();
    }

    /** Returns the index of the last character that was used. */
    private static int unescapeUnit(String value, int index, StringBuilder text) {
        var end = Math.min(value.length(), index + 5);
        var digits = value.substring(index + 1, end);
        if (!HEX.matcher(digits).matches()) {
            text.append("\\u");
            return index;
        }
        text.append((char) Integer.parseInt(digits, 16));
        return end - 1;
    }
}
