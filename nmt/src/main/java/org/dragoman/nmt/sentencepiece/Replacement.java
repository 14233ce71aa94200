package org.dragoman.nmt.sentencepiece;

/** What the next characters of a text become: some bytes of an array. One object serves a whole text, so that none is made a character. */
final class Replacement {
    private byte[] bytes = {};
    private int from;
    private int to;
    private int consumed;

    void set(byte[] bytes, int from, int to, int consumed) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.consumed = consumed;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** How many bytes of the text it replaces, 1 or more. */
    int consumed() {
        return consumed;
    }

    boolean isSpace() {
        return to - from == 1 && bytes[from] == ' ';
    }

    /** Takes spaces from its start. */
    void dropLeadingSpaces() {
        while (from < to && bytes[from] == ' ') {
            from++;
        }
    }

    boolean isEmpty() {
        return from == to;
    }

    boolean endsWithSpace() {
        return bytes[to - 1] == ' ';
    }
}
