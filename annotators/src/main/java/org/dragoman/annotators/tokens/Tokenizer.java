package org.dragoman.annotators.tokens;

import org.dragoman.annotators.opennlp.OpenNlpModel;
import org.dragoman.annotators.text.Chunks;
import org.dragoman.annotators.text.Graphemes;
import org.dragoman.pipeline.Span;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into tokens with a tokenizer model of OpenNLP.
 *
 * <p>White space always separates tokens; the model decides at each other place whether to cut. It is not asked inside what a reader
 * sees as one character (surrogate pairs, a letter and its marks, joined emoji). Every character other than white space is in
 * exactly one token. Otherwise the tokens are those of OpenNLP's own {@code TokenizerME}, with two differences: a chunk that is
 * longer than {@value #LONGEST} UTF-16 units, such as encoded data, is taken in pieces of at most that length, since the model's
 * features make its time grow with the square of the chunk's; and there is no state between calls.
 *
 * <p>Safe for use by many threads.
 */
public final class Tokenizer {
    /** Most UTF-16 units of a token. */
    static final int LONGEST = 256;

    private final TokenBorder border;

    Tokenizer(TokenBorder border) {
        this.border = border;
    }

    /**
     * A tokenizer for English, which leaves <em>don't</em> and <em>Google's</em> whole.
     *
     * @throws java.io.UncheckedIOException if the model is not on the class path
     */
    public static Tokenizer english() {
        return new Tokenizer(new OpenNlpTokenBorder(OpenNlpModel.ENGLISH_TOKENS.get()));
    }

    /** Returns the tokens of the whole text. */
    public List<Span> tokenize(String text) {
        return tokenize(text, new Span(0, text.length()));
    }

    /**
     * Returns the tokens of a part of the text, such as a sentence.
     *
     * @return spans in the whole text, in order
     */
    public List<Span> tokenize(String text, Span within) {
        var tokens = new ArrayList<Span>();
        new Chunks(text, within).forEachRemaining(chunk -> addPieces(text, chunk, tokens));
        return List.copyOf(tokens);
    }

    private void addPieces(String text, Span chunk, List<Span> tokens) {
        var start = chunk.start();
        while (start < chunk.end()) {
            var end = endOfPiece(text, start, chunk.end());
            addTokens(text.substring(start, end), start, tokens);
            start = end;
        }
    }

    /** The last good place for a cut in the second half of the longest piece, or its very end if there is none. */
    private static int endOfPiece(String text, int start, int chunkEnd) {
        if (chunkEnd - start <= LONGEST) {
            return chunkEnd;
        }
        var longest = start + LONGEST;
        var end = longest;
        while (end > start + LONGEST / 2 && !Graphemes.isBorder(text, end)) {
            end--;
        }
        if (end > start + LONGEST / 2) {
            return end;
        }
        return Character.isSurrogatePair(text.charAt(longest - 1), text.charAt(longest)) ? longest - 1 : longest;
    }

    private void addTokens(String piece, int offset, List<Span> tokens) {
        var start = 0;
        for (var i = 1; i < piece.length(); i++) {
            if (Graphemes.isBorder(piece, i) && border.isAt(piece, i)) {
                tokens.add(new Span(offset + start, offset + i));
                start = i;
            }
        }
        tokens.add(new Span(offset + start, offset + piece.length()));
    }
}
