package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.text.Piece;
import org.dragoman.nmt.text.Subwords;

import java.nio.file.Path;
import java.util.List;

/**
 * Subwords of a tokenizer that asks for {@code clean_up_tokenization_spaces}: spaces before English marks and clitics go from the joined
 * text, as transformers takes them away.
 *
 * @param base splits, and joins before that
 */
record CleanedUpSubwords(Subwords base) implements Subwords {

    /** In this order, each behind a space that goes. */
    private static final List<String> TIED = List.of(".", "?", "!", ",");

    private static final List<String> CLITICS = List.of("n't", "'m", "'s", "'ve", "'re");

    @Override
    public List<Piece> split(String sentence) {
        return base.split(sentence);
    }

    @Override
    public List<Piece> splitTarget(String sentence) {
        return base.splitTarget(sentence);
    }

    @Override
    public String join(List<String> pieces) {
        var text = base.join(pieces);
        for (var mark : TIED) {
            text = text.replace(" " + mark, mark);
        }
        text = text.replace(" ' ", "'");
        for (var clitic : CLITICS) {
            text = text.replace(" " + clitic, clitic);
        }
        return text;
    }

    @Override
    public void save(Path folder) {
        base.save(folder);
    }
}
