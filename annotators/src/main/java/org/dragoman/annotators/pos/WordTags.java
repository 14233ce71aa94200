package org.dragoman.annotators.pos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Gives each English word of a token a tag of its own. */
final class WordTags {
    private static final Pattern JOINT = Pattern.compile("\\+");

    private WordTags() {}

    /**
     * Returns one universal tag a word.
     *
     * @param words the words of one token, at least one
     * @param tag what the model says of the token: a tag, or several joined by {@code +}. If they are as many as the words, each
     *     word gets its own. Otherwise the first word gets the first tag, and what follows it gets the tag that such a word has in
     *     most cases.
     */
    static List<String> of(List<String> words, String tag) {
        var parts = List.of(JOINT.split(tag));
        if (parts.size() == words.size()) {
            return parts;
        }
        var tags = new ArrayList<String>();
        tags.add(parts.get(0));
        for (var word : words.subList(1, words.size())) {
            tags.add(ofClitic(word, parts.get(0)));
        }
        return List.copyOf(tags);
    }

    private static String ofClitic(String word, String hostTag) {
        return switch (word.toLowerCase(Locale.ROOT).replaceAll("['’`]", "'")) {
            case "'m", "'re", "'ve", "'ll", "'d" -> "AUX";
            case "'s" -> followsNoun(hostTag) ? "PART" : "AUX";
            default -> "PART"; // n't, not, na, ta, '
        };
    }

    private static boolean followsNoun(String hostTag) {
        return !hostTag.equals("PRON") && !hostTag.equals("ADV");
    }
}
