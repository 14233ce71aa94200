package org.dragoman.annotators.tokens;

import org.dragoman.annotators.models.ModelResource;
import org.dragoman.annotators.opennlp.OpenNlpModel;
import org.dragoman.annotators.text.Chunks;
import org.dragoman.annotators.text.Graphemes;
import org.dragoman.annotators.tokens.TokenBorder.Piece;
import org.dragoman.pipeline.Span;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into tokens.
 *
 * <p>White space always separates tokens; a model or rules decide at each other place whether to cut. No cut is made inside what a reader
 * sees as one character (surrogate pairs, a letter and its marks, joined emoji). Every character other than white space is in exactly one
 * token. A chunk that is longer than {@value #LONGEST} UTF-16 units, such as encoded data, is taken in pieces of at most that length, so
 * that the time that a text takes grows linearly with its length.
 *
 * <p>Safe for use by many threads.
 */
public final class Tokenizer {
    private static final ModelResource<LearnedTokenBorder> ENGLISH = new ModelResource<>(
            "org.dragoman:dragoman-model-en",
            "en/tokens/tokens.bin",
            (name, bytes) -> LearnedTokenBorder.FORMAT.read(name, bytes, LearnedTokenBorder::read));

    /** Most UTF-16 units of a token. */
    static final int LONGEST = 256;

    private final TokenBorder border;

    Tokenizer(TokenBorder border) {
        this.border = border;
    }

    /**
     * A tokenizer for English, learned from the training part of UD English EWT; <em>don't</em> and <em>Google's</em> stay whole.
     *
     * @throws java.io.UncheckedIOException if the model is not on the class path
     */
    public static Tokenizer english() {
        return new Tokenizer(ENGLISH.get());
    }

    /**
     * A tokenizer for German with a model of OpenNLP; <em>zum</em> stays whole.
     *
     * @throws java.io.UncheckedIOException if the model is not on the class path
     */
    public static Tokenizer german() {
        return new Tokenizer(new OpenNlpTokenBorder(OpenNlpModel.GERMAN_TOKENS.get()));
    }

    /** A tokenizer for French with rules; <em>du</em> stays whole, <em>l'homme</em> does not. */
    public static Tokenizer french() {
        return new Tokenizer(new FrenchTokenBorder());
    }

    /**
     * A tokenizer with a model from a file, as the task {@code tokens} trains it.
     *
     * @throws java.io.UncheckedIOException if it can't be read, is another model or is damaged
     */
    public static Tokenizer read(Path file) {
        return new Tokenizer(LearnedTokenBorder.FORMAT.read(file, LearnedTokenBorder::read));
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
        var chunks = new Chunks(text, within);
        var next = chunks.hasNext() ? chunks.next() : null;
        while (next != null) {
            var chunk = next;
            next = chunks.hasNext() ? chunks.next() : null;
            addPieces(text, chunk, next == null ? Piece.NOTHING : text.charAt(next.start()), tokens);
        }
        return List.copyOf(tokens);
    }

    private void addPieces(String text, Span chunk, char follows, List<Span> tokens) {
        var start = chunk.start();
        while (start < chunk.end()) {
            var end = endOfPiece(text, start, chunk.end());
            var behind = end < chunk.end() ? text.charAt(end) : follows;
            addTokens(new Piece(text.substring(start, end), start, behind), tokens);
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

    private void addTokens(Piece piece, List<Span> tokens) {
        var text = piece.text();
        var offset = piece.offset();
        var start = 0;
        for (var i = 1; i < text.length(); i++) {
            if (border.isAt(piece, start, i) && Graphemes.isBorder(text, i)) {
                tokens.add(new Span(offset + start, offset + i));
                start = i;
            }
        }
        tokens.add(new Span(offset + start, offset + text.length()));
    }
}
