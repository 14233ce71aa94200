package org.dragoman.nmt.text;

import org.dragoman.pipeline.Span;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Subwords of a model that writes several languages: the first piece of each source is a {@link LanguageCode}. A source that begins
 * with one of the model's codes keeps it; each other gets the chosen one, which stands for none of its characters.
 */
public final class CodedSubwords implements Subwords {

    private final Subwords base;
    private final SortedSet<String> codes;
    private final Optional<String> chosen;

    /**
     * @param base splits what is not a code
     * @param codes all that the model knows
     * @param chosen one of them, for sources that begin with none; if there is none, such sources stay without
     */
    public CodedSubwords(Subwords base, SortedSet<String> codes, Optional<String> chosen) {
        this.base = base;
        this.codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
        this.chosen = chosen;
        chosen.filter(code -> !codes.contains(code)).ifPresent(code -> {
            throw new IllegalArgumentException("the code " + code + " is none of " + String.join(", ", codes));
        });
    }

    /** Subwords with the codes that a vocabulary of sources has, chosen if there is only one; {@code base} itself if it has none. */
    public static Subwords around(Subwords base, Vocabulary source) {
        var codes = new TreeSet<>(
                source.pieces().stream().filter(LanguageCode::isCode).toList());
        var only = codes.size() == 1 ? Optional.of(codes.first()) : Optional.<String>empty();
        return codes.isEmpty() ? base : new CodedSubwords(base, codes, only);
    }

    /** All codes, such as {@code >>fra<<}. */
    public SortedSet<String> codes() {
        return codes;
    }

    /** The same with a chosen code. */
    public CodedSubwords choosing(String code) {
        return new CodedSubwords(base, codes, Optional.of(code));
    }

    @Override
    public List<Piece> split(String sentence) {
        var written = LanguageCode.leading(sentence);
        var start = codes.contains(written) ? written.length() : 0;
        var code = start > 0 ? Optional.of(written) : chosen;
        var pieces = base.split(sentence.substring(start));
        if (pieces.isEmpty() || code.isEmpty()) {
            return pieces;
        }
        var all = new ArrayList<Piece>();
        all.add(new Piece(code.get(), new Span(0, start)));
        pieces.forEach(piece -> all.add(new Piece(piece.text(), piece.span().shift(start))));
        return all;
    }

    @Override
    public List<Piece> splitTarget(String sentence) {
        return base.splitTarget(sentence);
    }

    @Override
    public String join(List<String> pieces) {
        return base.join(pieces);
    }

    @Override
    public void save(Path folder) {
        base.save(folder);
    }
}
