package org.dragoman.annotators.entities;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.Lines;
import org.dragoman.corpora.TagScheme;
import org.dragoman.corpora.TagScheme.TagSpan;
import org.dragoman.corpora.TaggedSentence;
import org.dragoman.corpora.TaggedSentences;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sentences with tagged entities, see {@link TaggedSentences}.
 *
 * @param files one or more
 * @param tokenColumn from 1
 * @param tagColumn from 1, or {@link TaggedSentences#LAST}
 * @param scheme of the tags
 * @param ends tokens behind which a sentence ends, for files that mark no ends
 * @param types what each type is called by the finder; those that are missing are not looked for. Without it, all keep their names
 */
record EntitySource(
        List<Path> files,
        int tokenColumn,
        int tagColumn,
        TagScheme scheme,
        Set<String> ends,
        Optional<Map<String, String>> types) {
    private static final String TYPE_FORM = "[^=]+=[^=]+";

    EntitySource {
        files = List.copyOf(files);
        ends = Set.copyOf(ends);
        types = types.map(Map::copyOf);
    }

    /**
     * Reads {@code files, tokenColumn, tagColumn, scheme, ends, types}; types are given as {@code "corporation=ORG"}. The scheme is by default
     * the lenient one, which reads all but BILOU.
     */
    static EntitySource from(Settings settings) {
        return new EntitySource(
                settings.paths("files")
                        .check(files -> !files.isEmpty(), "one file or more")
                        .required(),
                settings.integer("tokenColumn").atLeast(1).or(1),
                settings.integer("tagColumn").atLeast(0).or(TaggedSentences.LAST),
                settings.choice("scheme", TagScheme.class).or(TagScheme.LENIENT),
                new HashSet<>(settings.texts("ends").or(List.of())),
                settings.texts("types")
                        .check(
                                types -> types.stream().allMatch(type -> type.matches(TYPE_FORM)),
                                "a list of renamings such as \"corporation=ORG\"")
                        .optional()
                        .map(EntitySource::renamings));
    }

    private static Map<String, String> renamings(List<String> types) {
        var renamings = new LinkedHashMap<String, String>();
        types.forEach(
                type -> renamings.put(type.substring(0, type.indexOf('=')), type.substring(type.indexOf('=') + 1)));
        return renamings;
    }

    /**
     * All sentences, with tags in the scheme IOBES.
     *
     * @throws java.io.UncheckedIOException if a file can't be read
     * @throws CorpusFormatException if a line has too few columns, an empty token, or a tag that the scheme doesn't know
     * @throws IllegalArgumentException if a file has no sentence
     */
    List<TaggedSentence> read() {
        var sentences = new ArrayList<TaggedSentence>();
        for (var file : files) {
            var before = sentences.size();
            try (var tagged = new TaggedSentences(Lines.open(file), tokenColumn, tagColumn)) {
                tagged.forEachRemaining(sentence -> {
                    check(sentence, tagged);
                    sentences.addAll(cut(renamed(sentence)));
                });
            }
            if (sentences.size() == before) {
                throw new IllegalArgumentException(
                        file + ": expected a token and its tag a line, but there is no sentence");
            }
        }
        return sentences;
    }

    private void check(TaggedSentence sentence, TaggedSentences place) {
        for (var i = 0; i < sentence.tokens().size(); i++) {
            var tag = sentence.tags().get(i);
            if (!scheme.knows(tag)) {
                throw new CorpusFormatException(
                        place.name(),
                        place.lineNumber(i),
                        "the tag \"" + tag + "\" is none of the scheme "
                                + scheme.name().toLowerCase(Locale.ROOT)
                                + ", such as B-PER or O; correct the file, or name another column (tagColumn) or scheme");
            }
            if (sentence.tokens().get(i).isEmpty()) {
                throw new CorpusFormatException(
                        place.name(), place.lineNumber(i), "the token is empty; correct the file");
            }
        }
    }

    private List<TaggedSentence> cut(TaggedSentence whole) {
        if (ends.isEmpty()) {
            return List.of(whole);
        }
        var parts = new ArrayList<TaggedSentence>();
        var start = 0;
        for (var end = 1; end <= whole.tokens().size(); end++) {
            var isOutside = whole.tags().get(end - 1).equals("O"); // a full stop may be part of a name
            if (end == whole.tokens().size()
                    || isOutside && ends.contains(whole.tokens().get(end - 1))) {
                parts.add(new TaggedSentence(
                        whole.tokens().subList(start, end), whole.tags().subList(start, end)));
                start = end;
            }
        }
        return parts;
    }

    private TaggedSentence renamed(TaggedSentence sentence) {
        var spans = new ArrayList<TagSpan>();
        for (var span : scheme.repairedSpans(sentence.tags())) {
            renamed(span.type()).ifPresent(type -> spans.add(new TagSpan(type, span.start(), span.end())));
        }
        return new TaggedSentence(
                sentence.tokens(), SpanTags.of(spans, sentence.tokens().size()));
    }

    private Optional<String> renamed(String type) {
        return types.isEmpty()
                ? Optional.of(type)
                : Optional.ofNullable(types.get().get(type));
    }
}
