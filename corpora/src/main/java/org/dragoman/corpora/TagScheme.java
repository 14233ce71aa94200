package org.dragoman.corpora;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How tags of tokens stand for entities: {@code B-PER I-PER O}.
 *
 * <p>Tags that follow a scheme can be turned into those of any other and back without loss: {@code other.tags(scheme.spans(tags),
 * tags.size())}.
 */
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

        @Override
        char kind(Place place) {
            return IOB2.kind(place);
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

        @Override
        char kind(Place place) {
            return place.isFirst() && place.touchesItsType() ? 'B' : 'I';
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

        @Override
        char kind(Place place) {
            return place.isFirst() ? 'B' : 'I';
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

        /** Not written, since what was written could not be read again in that gap. */
        @Override
        char kind(Place place) {
            throw new IllegalArgumentException(
                    "entities are not written as IOE1, whose readers lose some of them; use IOE2 or IOB1");
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

        @Override
        char kind(Place place) {
            return place.isLast() ? 'E' : 'I';
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

        @Override
        char kind(Place place) {
            return place.isFirst() ? place.isLast() ? 'S' : 'B' : place.isLast() ? 'E' : 'I';
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

        @Override
        char kind(Place place) {
            return place.isFirst() ? place.isLast() ? 'U' : 'B' : place.isLast() ? 'L' : 'I';
        }

        @Override
        Tag leniently(Tag tag) {
            var kind = tag.kind() == 'U' ? 'S' : tag.kind() == 'L' ? 'E' : tag.kind();
            return new Tag(kind, tag.type());
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

    /**
     * Where a token stands in an entity.
     *
     * @param touchesItsType whether the entity begins directly behind another of its type
     */
    record Place(boolean isFirst, boolean isLast, boolean touchesItsType) {}

    abstract boolean begins(Tag before, Tag tag);

    abstract boolean goesOn(Tag before, Tag tag);

    abstract boolean ends(Tag last, Tag next);

    abstract char kind(Place place);

    /** The tag as {@link #LENIENT} would write it. */
    Tag leniently(Tag tag) {
        return tag;
    }

    /** Whether a tag is one of this scheme's. */
    public boolean knows(String tag) {
        return !tag.isEmpty() && kinds.indexOf(tag.charAt(0)) >= 0;
    }

    /**
     * The entities of a sentence, in order.
     *
     * @throws IllegalArgumentException if there is a tag that the scheme doesn't know
     */
    public List<TagSpan> spans(List<String> tags) {
        return parsedSpans(tags.stream().map(this::tag).toList());
    }

    /**
     * The entities of a sentence whose tags belong to this scheme one by one, but don't follow it: as conlleval would read them. So an I
     * that stands alone begins an entity, and one that lacks its end is whole.
     *
     * @throws IllegalArgumentException if there is a tag that the scheme doesn't know
     */
    public List<TagSpan> repairedSpans(List<String> tags) {
        return LENIENT.parsedSpans(
                tags.stream().map(this::tag).map(this::leniently).toList());
    }

    private List<TagSpan> parsedSpans(List<Tag> tags) {
        var spans = new ArrayList<TagSpan>();
        var before = Tag.OUTSIDE;
        var start = -1; // of the entity that is open
        for (var i = 0; i <= tags.size(); i++) {
            var tag = i < tags.size() ? tags.get(i) : Tag.OUTSIDE;
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

    /**
     * The tags of a sentence; those of {@link #LENIENT} are those of {@link #IOB2}.
     *
     * @param spans its entities, in order
     * @param length how many tokens it has
     * @throws IllegalArgumentException if the entities overlap, are empty, or don't fit into the sentence
     */
    public List<String> tags(List<TagSpan> spans, int length) {
        var tags = new ArrayList<>(Collections.nCopies(length, "O"));
        var before = new TagSpan("", 0, 0);
        for (var span : spans) {
            if (span.start() < before.end() || span.end() <= span.start() || span.end() > length) {
                throw new IllegalArgumentException("entities must follow one another within the " + length
                        + " tokens of their sentence, got " + span + " behind " + before);
            }
            var touches = before.end() > 0
                    && before.end() == span.start()
                    && before.type().equals(span.type());
            for (var i = span.start(); i < span.end(); i++) {
                var kind = kind(new Place(i == span.start(), i == span.end() - 1, touches));
                tags.set(i, span.type().isEmpty() ? String.valueOf(kind) : kind + "-" + span.type());
            }
            before = span;
        }
        return tags;
    }

    /** The first token, from 0, whose tag doesn't follow the scheme: writing what was read gives another there. */
    public OptionalInt firstFault(List<String> tags) {
        var written = tags(spans(tags), tags.size());
        return IntStream.range(0, tags.size())
                .filter(i -> !written.get(i).equals(tags.get(i)))
                .findFirst();
    }

    private Tag tag(String text) {
        if (!knows(text)) {
            throw new IllegalArgumentException("a tag of the scheme " + name() + " begins with one of "
                    + String.join(", ", kinds.split("")) + ", got \"" + text + "\"");
        }
        var type = text.startsWith("-", 1) ? text.substring(2) : text.substring(1);
        return new Tag(text.charAt(0), type);
    }
}
