package org.dragoman.eval.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Cuts a segment into the tokens whose n-grams BLEU counts. An implementation is immutable and may be used from many threads.
 *
 * <p>The constants equal sacreBLEU 2.6.0's tokenizers of the same name, token by token.
 */
public interface BleuTokenizer {

    /** That of mteval-v13a and of WMT: Western punctuation apart, but not in numbers, and a few entities unescaped. */
    BleuTokenizer V13A = new Tokenizer13a();

    /** None: tokens are what white space divides, for text that is tokenized already. */
    BleuTokenizer NONE = new TokenizerNone();

    /** That of mteval-v14: all punctuation and symbols of Unicode apart, but not punctuation in numbers. */
    BleuTokenizer INTL = new TokenizerIntl();

    /** Each code point but white space is a token. */
    BleuTokenizer CHAR = new TokenizerChar();

    /** Each Chinese character is a token, and what lies between is cut like {@link #V13A}. */
    BleuTokenizer ZH = new TokenizerZh();

    /** Name in signatures, such as {@code 13a}. */
    String name();

    /** The tokens of a segment, none of them empty; {@link Bleu} hands it over without white space at its end. */
    List<String> tokenize(String segment);

    /**
     * The tokenizer of sacreBLEU with that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static BleuTokenizer named(String name) {
        var known = List.of(V13A, NONE, INTL, CHAR, ZH);
        var names = known.stream().map(BleuTokenizer::name).collect(Collectors.joining(", "));
        return known.stream()
                .filter(tokenizer -> tokenizer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no BLEU tokenizer \"" + name + "\"; expected one of " + names));
    }
}
