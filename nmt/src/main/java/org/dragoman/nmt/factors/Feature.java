package org.dragoman.nmt.factors;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;

import java.util.Arrays;
import java.util.List;

/** What can be seen of a piece without an annotator but for tokens. */
public enum Feature {
    /** Case of the piece's token: {@code lower}, {@code upper}, {@code title} (upper, then lower, or one letter), {@code mixed} or {@code none}. */
    CASE("lower", "upper", "title", "mixed", "none") {
        @Override
        PieceValues of(Document document) {
            var spans = document.get(Layers.TOKENS);
            return (tokens, piece) -> tokens[piece] < 0
                    ? PieceValues.NONE
                    : letterCase(spans.get(tokens[piece]).textIn(document.text()));
        }
    },

    /** Place of the piece in its token: {@code B} at its beginning, {@code I} inside, {@code E} at its end, {@code S} for all of it. */
    POSITION("B", "I", "E", "S") {
        @Override
        PieceValues of(Document document) {
            return Feature::position;
        }
    };

    private final List<String> values;

    Feature(String... values) {
        this.values = List.of(values);
    }

    /** All values that there are, besides {@link PieceValues#NONE}. */
    List<String> all() {
        return values;
    }

    abstract PieceValues of(Document document);

    private static String position(int[] tokens, int piece) {
        if (tokens[piece] < 0) {
            return PieceValues.NONE;
        }
        var begins = piece == 0 || tokens[piece - 1] != tokens[piece];
        var ends = piece == tokens.length - 1 || tokens[piece + 1] != tokens[piece];
        if (begins) {
            return ends ? "S" : "B";
        }
        return ends ? "E" : "I";
    }

    private static String letterCase(String token) {
        var letters = token.codePoints()
                .filter(c -> Character.isUpperCase(c) || Character.isTitleCase(c) || Character.isLowerCase(c))
                .toArray();
        if (letters.length == 0) {
            return "none";
        }
        var lower = Arrays.stream(letters).filter(Character::isLowerCase).count();
        if (lower == letters.length) {
            return "lower";
        }
        if (lower == letters.length - 1 && !Character.isLowerCase(letters[0])) {
            return "title";
        }
        return lower == 0 ? "upper" : "mixed";
    }
}
