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
        boolean mayEnd(Tag last) {
            return true;
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
        boolean mayEnd(Tag last) {
            return true;
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
        boolean mayEnd(Tag last) {
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
        boolean mayEnd(Tag last) {
            return "LU".indexOf(last.kind()) >= 0;
        }
    };

    private final String kinds;

    TagScheme(String kinds) {
        this.kinds = kinds;
    }

    /** A tag taken apart. */
    record Tag(char kind, String type) {
        private static final Tag OUTSIDE = new Tag('O', "");

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
     * @param type such as {@code PER}
     * @param start its first token, from 0
     * @param end the token behind its last
     */
    public record TagSpan(String type, int start, int end) {}

    abstract boolean begins(Tag before, Tag tag);

    abstract boolean goesOn(Tag before, Tag tag);

    abstract boolean mayEnd(Tag last);

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
            if (start >= 0 && (begins(before, tag) || !goesOn(before, tag))) {
                if (mayEnd(before)) {
                    spans.add(new TagSpan(before.type(), start, i));
                }
                start = -1;
            }
            start = begins(before, tag) ? i : start;
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
        return new Tag(text.charAt(0), type);
    }
}
