package org.dragoman.nmt.sentencepiece;

import org.dragoman.nmt.sentencepiece.ModelFile.Normalization;

import java.nio.charset.StandardCharsets;

/** Turns a text into what is cut into pieces. Thread safe. */
final class Normalizer {
    private static final byte[] REPLACEMENT_CHARACTER = "\uFFFD".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SPACE = {' '};
    private static final byte[] SPACE_MARK = SentencePieceModel.SPACE_MARK.getBytes(StandardCharsets.UTF_8);

    private final Normalization rules;
    private final boolean whitespaceAsSuffix;
    private final ByteTrie kept;
    private final CharacterMap map; // null where there is none
    private final byte[] space;

    /**
     * @param whitespaceAsSuffix whether the space that is added comes after the text
     * @param kept strings that stay as they are
     */
    Normalizer(Normalization rules, boolean whitespaceAsSuffix, ByteTrie kept) {
        this.rules = rules;
        this.whitespaceAsSuffix = whitespaceAsSuffix;
        this.kept = kept;
        map = rules.characterMap().length == 0 ? null : new CharacterMap(rules.characterMap());
        space = rules.escapesWhitespace() ? SPACE_MARK : SPACE;
    }

    /** Returns the normalised text; its bytes know their places in the string. */
    Utf8Text normalize(String string) {
        var text = Utf8Text.of(string);
        var next = new Replacement();
        var normalized = new Utf8Text(text.length() + text.length() / 2 + 16);
        int start = rules.removesExtraWhitespace() ? skipSpaces(text, next) : 0;
        int end = text.origin(start);
        if (start < text.length()) {
            appendDummy(normalized, end, !whitespaceAsSuffix);
            appendAll(text, start, next, normalized);
            end = rules.removesExtraWhitespace() ? dropSpaces(normalized, string.length()) : string.length();
            appendDummy(normalized, end, whitespaceAsSuffix);
        }
        normalized.end(end);
        return normalized;
    }

    private int skipSpaces(Utf8Text text, Replacement next) {
        int start = 0;
        while (start < text.length()) {
            read(text, start, next);
            if (!next.isSpace()) {
                break;
            }
            start += next.consumed();
        }
        return start;
    }

    private void appendDummy(Utf8Text normalized, int origin, boolean isPlace) {
        if (isPlace && rules.addsDummyPrefix()) {
            normalized.append(space, 0, space.length, origin);
        }
    }

    private void appendAll(Utf8Text text, int start, Replacement next, Utf8Text normalized) {
        boolean afterSpace = rules.removesExtraWhitespace();
        for (int i = start; i < text.length(); i += next.consumed()) {
            read(text, i, next);
            if (afterSpace) {
                next.dropLeadingSpaces();
            }
            if (!next.isEmpty()) {
                append(next, text.origin(i), normalized);
                afterSpace = rules.removesExtraWhitespace() && next.endsWithSpace();
            }
        }
    }

    private void append(Replacement next, int origin, Utf8Text normalized) {
        for (int i = next.from(); i < next.to(); i++) {
            if (next.bytes()[i] == ' ') {
                normalized.append(space, 0, space.length, origin);
            } else {
                normalized.append(next.bytes()[i], origin);
            }
        }
    }

    /** Takes spaces from the end. Returns the place that follows what is left. */
    private int dropSpaces(Utf8Text normalized, int end) {
        int place = end;
        while (normalized.endsWith(space)) {
            int length = normalized.length() - space.length;
            place = normalized.origin(length);
            normalized.truncate(length);
        }
        return place;
    }

    /** Reads what the characters from {@code from} on become: a kept string, the longest that has a rule, or a single one. */
    private void read(Utf8Text text, int from, Replacement next) {
        byte[] bytes = text.bytes();
        int keptEnd = kept.longest(bytes, from, text.length());
        if (keptEnd > from) {
            next.set(bytes, from, keptEnd, keptEnd - from);
        } else if (map == null || !map.find(bytes, from, text.length(), next)) {
            int length = Utf8.lengthIfValid(bytes, from, text.length());
            if (length == 0) {
                next.set(REPLACEMENT_CHARACTER, 0, REPLACEMENT_CHARACTER.length, 1);
            } else {
                next.set(bytes, from, from + length, length);
            }
        }
    }
}
