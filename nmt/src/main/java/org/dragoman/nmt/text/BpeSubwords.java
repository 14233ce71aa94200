package org.dragoman.nmt.text;

import org.dragoman.pipeline.Span;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Subwords by {@link Bpe}: a piece that isn't the last of its token ends with {@code @@}.
 *
 * <p>With {@link Pretokenizer#NONE} the pieces are those of subword-nmt. The pretokenizer is a setting of the model and isn't stored in
 * the file of merges.
 */
public final class BpeSubwords implements Subwords {
    /** Name of the file of merges in the folder of a model. */
    public static final String FILE = "bpe.txt";

    static final String CONTINUED = "@@";

    private final Bpe bpe;
    private final Pretokenizer pretokenizer;

    /**
     * @param bpe the merges, learnt from tokens of the same pretokenizer
     * @param pretokenizer how sentences become tokens
     */
    public BpeSubwords(Bpe bpe, Pretokenizer pretokenizer) {
        this.bpe = bpe;
        this.pretokenizer = pretokenizer;
    }

    /**
     * Learns merges from sentences; for a vocabulary that two languages share, give the sentences of both.
     *
     * @param sentences read once, in order, by the calling thread
     * @param merges merges to learn at most
     */
    public static BpeSubwords learn(Stream<String> sentences, Pretokenizer pretokenizer, int merges) {
        var counts = new HashMap<String, Long>();
        sentences.forEachOrdered(sentence ->
                pretokenizer.tokenize(sentence).forEach(token -> counts.merge(token.text(), 1L, Long::sum)));
        var learner = new BpeLearner(merges, BpeLearner.DEFAULT_MINIMUM_FREQUENCY);
        return new BpeSubwords(learner.learn(counts), pretokenizer);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws IllegalArgumentException if the file isn't one of merges
     * @throws java.io.UncheckedIOException if it can't be read
     */
    public static BpeSubwords load(Path folder, Pretokenizer pretokenizer) {
        return new BpeSubwords(Bpe.read(folder.resolve(FILE)), pretokenizer);
    }

    @Override
    public void save(Path folder) {
        bpe.write(folder.resolve(FILE));
    }

    /** The pieces that merges result in, whether or not a later merge takes them up. */
    public List<String> merged() {
        return bpe.merges().stream()
                .map(merge -> merge.left() + merge.right())
                .map(symbol -> symbol.endsWith(Bpe.END_OF_WORD)
                        ? symbol.substring(0, symbol.length() - Bpe.END_OF_WORD.length())
                        : symbol + CONTINUED)
                .toList();
    }

    public Bpe bpe() {
        return bpe;
    }

    public Pretokenizer pretokenizer() {
        return pretokenizer;
    }

    @Override
    public List<Piece> split(String sentence) {
        return split(sentence, bpe::split);
    }

    /**
     * Returns pieces that vary, for training; see {@link Bpe#split(String, double, Random)}.
     *
     * @param probability with which each possible merge is left out, 0 to 1
     */
    public List<Piece> split(String sentence, double probability, Random random) {
        return split(sentence, word -> bpe.split(word, probability, random));
    }

    private List<Piece> split(String sentence, Function<String, List<String>> splitter) {
        var pieces = new ArrayList<Piece>();
        for (var token : pretokenizer.tokenize(sentence)) {
            int start = 0;
            for (var part : splitter.apply(token.text())) {
                int end = start + part.length();
                Span span = token.part(start, end);
                pieces.add(new Piece(end < token.text().length() ? part + CONTINUED : part, span));
                start = end;
            }
        }
        return pieces;
    }

    /** A last piece that would go on ends its token all the same. */
    @Override
    public String join(List<String> pieces) {
        var tokens = new ArrayList<String>();
        var token = new StringBuilder();
        for (var piece : pieces) {
            boolean continued = piece.endsWith(CONTINUED);
            token.append(piece, 0, piece.length() - (continued ? CONTINUED.length() : 0));
            if (!continued) {
                tokens.add(token.toString());
                token.setLength(0);
            }
        }
        tokens.add(token.toString());
        return pretokenizer.detokenize(tokens);
    }
}
