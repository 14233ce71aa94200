package org.dragoman.nmt.text;

import java.util.List;
import java.util.regex.Pattern;

/** A piece such as {@code >>fra<<} in front of a source, by which a model that writes several languages knows which to write. */
public final class LanguageCode {

    private static final Pattern CODE = Pattern.compile(">>([^<>\\s]+)<<");

    private LanguageCode() {}

    /** Whether a piece is a language code. */
    public static boolean isCode(String piece) {
        return CODE.matcher(piece).matches();
    }

    /** The piece for a language, such as {@code >>fra<<} for {@code fra}. */
    public static String of(String language) {
        return ">>" + language + "<<";
    }

    /** The language that a code names. */
    public static String language(String code) {
        return code.substring(2, code.length() - 2);
    }

    /** The code with which a text begins; empty if it begins with none. */
    static String leading(String text) {
        var matcher = CODE.matcher(text);
        return matcher.lookingAt() ? matcher.group() : "";
    }

    /** How many of the first pieces of a source are language codes, 0 or 1. */
    public static int leading(List<Piece> pieces) {
        return !pieces.isEmpty() && isCode(pieces.get(0).text()) ? 1 : 0;
    }
}
