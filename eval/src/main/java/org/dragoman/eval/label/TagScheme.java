package org.dragoman.eval.label;

import java.util.ArrayList;
import java.util.List;

/** How tags of tokens stand for entities: {@code B-PER I-PER O}. */
public enum TagScheme {
    /**
     * As conlleval and seqeval's default mode read tags, of any scheme and with its errors: an entity begins where the type changes or a
     * tag says so.
     */
    LENIENT("BIESO.") {
        @Override
        boolean begins(Tag before, Tag tag) {
            return switch (tag.kind()) {
                case 'B', 'S' -> true;
                case 'I', 'E' -> before.isOutside() || "ES".indexOf(before.kind()) >= 0 || !tag.hasTypeOf(before);
                default -> false;
            };
        }

        @Override
        boolean goesOn(Tag before, Tag tag) {
            return "IE".indexOf(tag.kind()) >= 0 && "BI".indexOf(before.kind()) >= 0 && tag.hasTypeOf(before);
        }

        @Override
        boolean ends(Tag last, Tag next) {
            return true;
        }
    },
    /**
     * Strict: entities are runs of I, and a B begins one right behind another of its type; another B is no entity, nor the end of one
     * before a B of another type (seqeval's strict IOB1).
     */
    IOB1("BIO") {
        @Override
        boolean begins(Tag before, Tag tag) {
            return tag.kind() == 'I'
                    ? before.kind() != 'I' || !tag.hasTypeOf(before)
                    : tag.kind() == 'B' && !before.isOutside() && tag.hasTypeOf(before);
        }

        @Override
        boolean goesOn(Tag before, Tag tag) {
            return tag.kind() == 'I' && tag.hasTypeOf(before);
        }

        @Override
        boolean ends(Tag last, Tag next) {
            return last.kind() == 'I' || next.kind() != 'B' || next.hasTypeOf(last);
        }
    },
    /** Strict: an entity is a B and the I of its type behind it; another I is no entity (seqeval's strict IOB2). */
    IOB2("BIO") {
        @Override
        boolean begins(Tag before, Tag tag) {
            return tag.kind() == 'B';
        }

        @Override
        boolean goesOn(Tag before, Tag tag) {
            return tag.kind() == 'I' && tag.hasTypeOf(before);
        }

        @Override
        boolean ends(Tag last, Tag next) {
            return true;
        }
    },
    /**
     * Strict: entities are runs of I, and an E ends one right before another of its type (seqeval's strict IOE1, with its gap: an entity
     * of one token before another of its type is an E, and only found behind an E).
     */
    IOE1("IEO") {
        @Override
        boolean begins(Tag before, Tag tag) {
            return tag.kind() == 'I'
                    ? before.kind() != 'I' || !tag.hasTypeOf(before)
                    : tag.kind() == 'E' && before.kind() == 'E' && tag.hasTypeOf(before);
        }

        @Override
        boolean goesOn(Tag before, Tag tag) {
            return before.kind() == 'I' && tag.kind() != 'O' && tag.hasTypeOf(before);
        }

        @Override
        boolean ends(Tag last, Tag next) {
            return last.kind() == 'I' || !next.isOutside() && next.hasTypeOf(last);
        }
    },
    /** Strict: an entity is an E and the I of its type before it; another I is no entity (seqeval's strict IOE2). */
    IOE2("IEO") {
        @Override
        boolean begins(Tag before, Tag tag) {
            return !tag.isOutside() && (before.kind() != 'I' || !tag.hasTypeOf(before));
        }

        @Override
        boolean goesOn(Tag before, Tag tag) {
            return before.kind() == 'I' && !tag.isOutside() && tag.hasTypeOf(before);
        }

        @Override
        boolean ends(Tag last, Tag next) {
            return last.kind() == 'E';
        }
    },
    /** Strict: an entity is an S, or a B, any I and an E, all of one type (seqeval's strict IOBES). */
    IOBES("BIESO") {
        @Override
        boolean begins(Tag before, Tag tag) {
            return "BS".indexOf(tag.kind()) >= 0;
        }

        @Override
        boolean goesOn(Tag before, Tag tag) {
            return "IE".indexOf(tag.kind()) >= 0 && "BI".indexOf(before.kind()) >= 0 && tag.hasTypeOf(before);
        }

        @Override
        boolean ends(Tag last, Tag next) {
            return "ES".indexOf(last.kind()) >= 0;
        }
    },
    /** The same with U for S and L for E (seqeval's strict BILOU). */
    BILOU("BILUO") {
        @Override
        boolean begins(Tag before, Tag tag) {
            return "BU".indexOf(tag.kind()) >= 0;
        }

        @Override
        boolean goesOn(Tag before, Tag tag) {
            return "IL".indexOf(tag.kind()) >= 0 && "BI".indexOf(before.kind()) >= 0 && tag.hasTypeOf(before);
        }

        @Override
        boolean ends(Tag last, Tag next) {
            return "LU".indexOf(last.kind()) >= 0;
        }
    };

    private final String kinds;

    TagScheme(String kinds) {
        this.kinds = kinds;
    }

    private static final String NO_TYPE = "_"; // as seqeval names the type of a plain B

    /** A tag taken apart. */
    record Tag(char kind, String type) {
        private static final Tag OUTSIDE = new Tag('O', NO_TYPE);

        boolean isOutside() {
            return kind == 'O' || kind == '.';
        }

        boolean hasTypeOf(Tag other) {
            return type.equals(other.type);
        }
    }

    /**
     * An entity.
     *
     * @param type such as {@code PER}; {@code _} if its tags name none
     * @param start its first token, from 0
     * @param end the token behind its last
     */
    public record TagSpan(String type, int start, int end) {}

    abstract boolean begins(Tag before, Tag tag);

    abstract boolean goesOn(Tag before, Tag tag);

    abstract boolean ends(Tag last, Tag next);

    /**
     * The entities of a sentence, in order.
     *
     * @throws IllegalArgumentException if there is a tag that the scheme doesn't know
     */
    public List<TagSpan> spans(List<String> tags) {
        var spans = new ArrayList<TagSpan>();
        var before = Tag.OUTSIDE;
        var start = -1; // of the entity that is open
        for (var i = 0; i <= tags.size(); i++) {
            var tag = i < tags.size() ? tag(tags.get(i)) : Tag.OUTSIDE;
            if (start >= 0 && !goesOn(before, tag)) {
                if (ends(before, tag)) {
                    spans.add(new TagSpan(before.type(), start, i));
                }
                start = -1;
            }
            start = start < 0 && begins(before, tag) ? i : start;
            before = tag;
        }
        return spans;
    }

    private Tag tag(String text) {
        if (text.isEmpty() || kinds.indexOf(text.charAt(0)) < 0) {
            throw new IllegalArgumentException("a tag of the scheme " + name() + " begins with one of "
                    + String.join(", ", kinds.split("")) + ", got \"" + text + "\"");
        }
        var type = text.startsWith("-", 1) ? text.substring(2) : text.substring(1);
        return new Tag(text.charAt(0), type.isEmpty() ? NO_TYPE : type);
    }
}
