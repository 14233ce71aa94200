package org.dragoman.nmt.text;

import org.dragoman.pipeline.Span;

import java.util.ArrayList;
import java.util.List;

/** The tokens of {@link Pretokenizer#JOINER}. */
final class JoinerTokenizer {
    private static final String JOINER = "\uFFED";
    private static final String ESCAPE = "\uFFEE";
    private static final String ESCAPED_JOINER = ESCAPE + "j";
    private static final String ESCAPED_ESCAPE = ESCAPE + "e";

    private JoinerTokenizer() {}

    private enum Kind {
        SPACE,
        LETTER,
        DIGIT,
        OTHER;

        boolean isRun() {
            return this != OTHER;
        }

        static Kind of(int codePoint) {
            return switch (Character.getType(codePoint)) {
                case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> SPACE;
                case Character.CONTROL -> isSpaceControl(codePoint) ? SPACE : OTHER;
                case Character.UPPERCASE_LETTER,
                        Character.LOWERCASE_LETTER,
                        Character.TITLECASE_LETTER,
                        Character.MODIFIER_LETTER,
                        Character.OTHER_LETTER,
                        Character.NON_SPACING_MARK,
                        Character.COMBINING_SPACING_MARK,
                        Character.ENCLOSING_MARK -> LETTER;
                case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
                default -> isJoinControl(codePoint) ? LETTER : OTHER;
            };
        }

        /** The controls that Unicode calls white space: tab to carriage return, and next line. */
        private static boolean isSpaceControl(int codePoint) {
            return codePoint >= '\t' && codePoint <= '\r' || codePoint == 0x85;
        }

        /** The two invisible characters that belong to the spelling of words in Persian and in scripts of India. */
        private static boolean isJoinControl(int codePoint) {
            return codePoint == 0x200C || codePoint == 0x200D;
        }
    }

    static List<Token> tokenize(String sentence) {
        var tokens = new ArrayList<Token>();
        for (int start = 0; start < sentence.length(); ) {
            var kind = Kind.of(sentence.codePointAt(start));
            int end = end(sentence, start, kind);
            if (kind != Kind.SPACE) {
                tokens.add(token(sentence, new Span(start, end), kind));
            }
            start = end;
        }
        return tokens;
    }

    private static int end(String sentence, int start, Kind kind) {
        int end = sentence.offsetByCodePoints(start, 1);
        while (kind.isRun() && end < sentence.length() && Kind.of(sentence.codePointAt(end)) == kind) {
            end = sentence.offsetByCodePoints(end, 1);
        }
        return end;
    }

    private static Token token(String sentence, Span span, Kind kind) {
        var before = span.start() == 0 ? Kind.SPACE : Kind.of(sentence.codePointBefore(span.start()));
        var after = span.end() == sentence.length() ? Kind.SPACE : Kind.of(sentence.codePointAt(span.end()));
        boolean joinsLeft = before != Kind.SPACE && (kind == Kind.OTHER || before != Kind.OTHER);
        boolean joinsRight = kind == Kind.OTHER && after != Kind.SPACE && after != Kind.OTHER;
        var text = (joinsLeft ? JOINER : "") + escape(span.textIn(sentence)) + (joinsRight ? JOINER : "");
        return new Token(text, span, joinsLeft ? 1 : 0);
    }

    private static String escape(String text) {
        return switch (text) {
            case JOINER -> ESCAPED_JOINER;
            case ESCAPE -> ESCAPED_ESCAPE;
            default -> text;
        };
    }

    static String detokenize(List<String> tokens) {
        var text = new StringBuilder();
        boolean joins = true; // no blank before the first
        for (var token : tokens) {
            if (token.isEmpty()) {
                continue;
            }
            if (!joins && !token.startsWith(JOINER)) {
                text.append(' ');
            }
            text.append(unescape(token));
            joins = token.endsWith(JOINER);
        }
        return text.toString();
    }

    private static String unescape(String token) {
        return token.replace(JOINER, "").replace(ESCAPED_JOINER, JOINER).replace(ESCAPED_ESCAPE, ESCAPE);
    }
}
