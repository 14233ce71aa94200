package org.dragoman.pipeline.io;

import org.dragoman.pipeline.PosTag;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a CoNLL-U file.
 *
 * @param source the file
 * @param number from 1
 * @param text without its end
 */
record ConlluLine(String source, int number, String text) {
    private static final Pattern TAB = Pattern.compile("\t");
    private static final List<String> NAMES =
            List.of("ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC");

    private static final int UPOS = NAMES.indexOf("UPOS");

    boolean isComment() {
        return text.startsWith("#");
    }

    /** The ten columns, none of them empty. */
    List<String> columns() {
        var columns = List.of(TAB.split(text, -1));
        if (columns.size() != NAMES.size()) {
            throw wrong("a token line needs 10 columns, got " + columns.size());
        }
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).isBlank()) {
                throw wrong("column " + (i + 1) + " (" + NAMES.get(i) + ") is empty; write _ for nothing");
            }
        }
        if (!PosTag.of(columns.get(UPOS)).isUniversal()) {
            throw wrong("UPOS is \"" + columns.get(UPOS) + "\", expected one of " + String.join(" ", PosTag.UNIVERSAL)
                    + " " + PosTag.NONE);
        }
        return columns;
    }

    IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(source + ":" + number + ": " + what + ": \"" + shorten(text) + "\"");
    }

    private static String shorten(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
