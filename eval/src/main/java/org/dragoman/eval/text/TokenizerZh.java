package org.dragoman.eval.text;

import org.dragoman.corpora.text.WhiteSpace;

import java.util.List;

/**
 * After sacreBLEU's tokenizer for Chinese. Its ranges are kept with their one slip, without which scores would differ: the two meant for
 * U+20000 to U+2A6D6 and U+2F800 to U+2FA1D are U+2001 to U+2A6D and U+2F81 to U+2FA1, so that general punctuation, arrows and
 * mathematical signs are tokens and the rarest Chinese characters are not.
 */
final class TokenizerZh implements BleuTokenizer {

    @Override
    public String name() {
        return "zh";
    }

    @Override
    public List<String> tokenize(String segment) {
        var text = WhiteSpace.stripLeading(WhiteSpace.stripTrailing(segment));
        var line = new CutLine(text, c -> isToken(c) || WesternPunctuation.isMark(c));
        line.cutAround(TokenizerZh::isToken);
        WesternPunctuation.cut(line);
        return line.tokens();
    }

    private static boolean isToken(int c) {
        return isIdeograph(c) || isCjkSign(c) || isGeneralSign(c);
    }

    /** Ideographs of Unicode up to 4.1. */
    private static boolean isIdeograph(int c) {
        return c >= 0x3400 && c <= 0x4DB5
                || c >= 0x4E00 && c <= 0x9FBB
                || c >= 0xF900 && c <= 0xFA2D
                || c >= 0xFA30 && c <= 0xFA6A
                || c >= 0xFA70 && c <= 0xFAD9;
    }

    /** Radicals, strokes, punctuation, phonetic and enclosed signs, forms of full, half and vertical width. */
    private static boolean isCjkSign(int c) {
        return c >= 0x2E80 && c <= 0x2FDF
                || c >= 0x2FF0 && c <= 0x303F
                || c >= 0x3100 && c <= 0x312F
                || c >= 0x31A0 && c <= 0x31BF
                || c >= 0x31C0 && c <= 0x31EF
                || c >= 0x3200 && c <= 0x33FF
                || c >= 0xFE10 && c <= 0xFE1F
                || c >= 0xFE30 && c <= 0xFE4F
                || c >= 0xFF00 && c <= 0xFFEF;
    }

    /** The slip, with the symbols and dingbats that lie in it. */
    private static boolean isGeneralSign(int c) {
        return c >= 0x2001 && c <= 0x2A6D;
    }
}
