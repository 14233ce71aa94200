package org.dragoman.nmt.sentencepiece;

import org.dragoman.corpora.text.WhiteSpace;
import org.dragoman.nmt.text.Piece;
import org.dragoman.nmt.text.Subwords;

import java.nio.file.Path;
import java.util.List;

/** Subwords by two models of SentencePiece, one for each language; both may be the same. */
public final class SentencePieceSubwords implements Subwords {
    /** Name of the source's model in the folder of a model. */
    public static final String SOURCE_FILE = "source.spm";

    /** Name of the target's model in the folder of a model. */
    public static final String TARGET_FILE = "target.spm";

    private final SentencePieceModel source;
    private final SentencePieceModel target;

    /**
     * @param source splits sources
     * @param target splits and joins targets
     */
    public SentencePieceSubwords(SentencePieceModel source, SentencePieceModel target) {
        this.source = source;
        this.target = target;
    }

    /**
     * Reads {@value #SOURCE_FILE} and {@value #TARGET_FILE}, such as those of OPUS-MT.
     *
     * @throws IllegalArgumentException if a file is missing or isn't a model of SentencePiece
     * @throws java.io.UncheckedIOException if one can't be read
     */
    public static SentencePieceSubwords load(Path folder) {
        return new SentencePieceSubwords(
                SentencePieceModel.read(folder.resolve(SOURCE_FILE)),
                SentencePieceModel.read(folder.resolve(TARGET_FILE)));
    }

    @Override
    public void save(Path folder) {
        source.write(folder.resolve(SOURCE_FILE));
        target.write(folder.resolve(TARGET_FILE));
    }

    public SentencePieceModel source() {
        return source;
    }

    public SentencePieceModel target() {
        return target;
    }

    @Override
    public List<Piece> split(String sentence) {
        return split(sentence, source);
    }

    @Override
    public List<Piece> splitTarget(String sentence) {
        return split(sentence, target);
    }

    /** A model may have pieces for spaces alone. */
    private static List<Piece> split(String sentence, SentencePieceModel model) {
        return sentence.codePoints().allMatch(WhiteSpace::contains) ? List.of() : model.encode(sentence);
    }

    /** What the target's model doesn't know is taken for a piece of text all the same, since a vocabulary may have it from the source's. */
    @Override
    public String join(List<String> pieces) {
        var text = target.decode(pieces).replace(SentencePieceModel.SPACE_MARK, " ");
        return WhiteSpace.stripTrailing(WhiteSpace.stripLeading(text));
    }
}
