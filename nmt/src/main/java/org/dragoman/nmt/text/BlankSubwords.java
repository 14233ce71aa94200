package org.dragoman.nmt.text;

import org.dragoman.pipeline.Span;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Pieces that are already apart: whatever stands between white space, for models whose text is split by another program. */
public final class BlankSubwords implements Subwords {

    private static final Pattern PIECE = Pattern.compile("\\P{IsWhite_Space}+");

    @Override
    public List<Piece> split(String sentence) {
        return PIECE.matcher(sentence)
                .results()
                .map(found -> new Piece(found.group(), new Span(found.start(), found.end())))
                .toList();
    }

    @Override
    public String join(List<String> pieces) {
        return String.join(" ", pieces);
    }

    /** Does nothing, since nothing was learnt. */
    @Override
    public void save(Path folder) {}
}
