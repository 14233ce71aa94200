package org.dragoman.nmt.text;

import org.dragoman.corpora.text.WhiteSpace;
import org.dragoman.pipeline.Span;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Pieces that are already apart: whatever stands between white space, for models whose text is split by another program. */
public final class BlankSubwords implements Subwords {

    @Override
    public List<Piece> split(String sentence) {
        var pieces = new ArrayList<Piece>();
        var start = 0;
        for (var end = 0; end <= sentence.length(); end++) {
            if (end == sentence.length() || WhiteSpace.contains(sentence.charAt(end))) {
                if (end > start) {
                    pieces.add(new Piece(sentence.substring(start, end), new Span(start, end)));
                }
                start = end + 1;
            }
        }
        return pieces;
    }

    @Override
    public String join(List<String> pieces) {
        return String.join(" ", pieces);
    }

    /** Does nothing, since nothing was learnt. */
    @Override
    public void save(Path folder) {}
}
