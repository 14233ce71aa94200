package org.dragoman.eval.text;

import org.dragoman.corpora.text.WhiteSpace;

import java.util.List;

/**
 * The normalizer of Tercom, as sacreBLEU 2.6.0 has it. What it does not do is kept, too, since scores would differ: its rule that would set
 * runs of kana apart can match at the start of a line only, where a space has been put, so that kana are never cut.
 */
final class TercomTokenizer {
    private final TerConfig config;

    TercomTokenizer(TerConfig config) {
        this.config = config;
    }

    /** The words of a line, none of them empty. */
    List<String> tokenize(String line) {
        var text = WhiteSpace.stripTrailing(line);
        var cased = config.caseSensitive() ? text : LowerCase.of(text);
        var words = config.normalized() ? normalized(cased) : WhiteSpace.split(cased);
        return config.noPunctuation() ? withoutPunctuation(words) : words;
    }

    /**
     * The words of a reference: sacreBLEU takes the words of its words, which differ where it normalizes, as the rules look at what stands
     * beside. {@code it's.} becomes {@code it's .} first and {@code it 's .} then.
     */
    List<String> tokenizeReference(String line) {
        var words = tokenize(line);
        return config.normalized() ? tokenize(String.join(" ", words)) : words;
    }

    private List<String> normalized(String text) {
        var joined = text.replace("\n-", "").replace('\n', ' ');
        var line = new CutLine(Tokenizer13a.unescape(joined), this::isMark);
        line.cutEnds();
        WesternPunctuation.cutSigns(line);
        line.cutBefore("'s");
        WesternPunctuation.cutBesideDigits(line);
        if (config.asianSupport()) {
            line.cutAround(TercomTokenizer::isAsianWord);
        }
        return line.tokens();
    }

    private boolean isMark(int c) {
        return c == '\'' || WesternPunctuation.isMark(c) || config.asianSupport() && isAsianWord(c);
    }

    private List<String> withoutPunctuation(List<String> words) {
        return words.stream()
                .map(this::withoutPunctuation)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private String withoutPunctuation(String word) {
        if (word.chars().noneMatch(this::isPunctuation)) {
            return word;
        }
        var kept = new StringBuilder();
        word.chars().filter(c -> !isPunctuation(c)).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private boolean isPunctuation(int c) {
        return switch (c) {
            case '.', ',', '?', ':', ';', '!', '"', '(', ')' -> true;
            default -> config.asianSupport() && isAsianPunctuation(c);
        };
    }

    /** Ideographs, radicals, strokes, and what is enclosed or compatible; Unicode's first plane only. */
    private static boolean isAsianWord(int c) {
        return c >= 0x2E80
                && (c <= 0x2EFF
                        || c >= 0x31C0 && c <= 0x31EF
                        || c >= 0x3200 && c <= 0x4DBF
                        || c >= 0x4E00 && c <= 0x9FFF
                        || c >= 0xF900 && c <= 0xFAFF
                        || c >= 0xFE30 && c <= 0xFE4F
                        || isAsianPunctuation(c));
    }

    private static boolean isAsianPunctuation(int c) {
        return switch (c) {
            case 0x3001, 0x3002, 0x30FB -> true;
            case 0xFF01, 0xFF02, 0xFF08, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F -> true; // full width
            default -> c >= 0x3008 && c <= 0x3011 || c >= 0x3014 && c <= 0x301F || c >= 0xFF61 && c <= 0xFF65;
        };
    }
}
