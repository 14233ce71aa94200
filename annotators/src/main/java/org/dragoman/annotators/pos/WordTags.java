package org.dragoman.annotators.pos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Gives each word of a token a tag of its own. */
enum WordTags {
    /** A preposition with its article, such as <em>zum</em>. */
    GERMAN {
        @Override
        String ofFurther(String word) {
            return "DET";
        }
    },

    /** A preposition with its article or pronoun, such as <em>du</em> and <em>auquel</em>. */
    FRENCH {
        @Override
        String ofFurther(String word) {
            return word.toLowerCase(Locale.ROOT).startsWith("l") && word.length() > 3
                    ? "PRON"
                    : "DET"; // lequel, but le, les
        }
    };

    private static final Pattern JOINT = Pattern.compile("\\+");

    /**
     * Returns one universal tag a word.
     *
     * @param words the words of one token, at least one
     * @param tag what the model says of the token: a tag, or several joined by {@code +}. If they are as many as the words, each
     *     word gets its own. Otherwise the first word gets the first tag, and what follows it gets the tag that such a word has in
     *     most cases.
     */
    List<String> of(List<String> words, String tag) {
        var parts = List.of(JOINT.split(tag));
        if (parts.size() == words.size()) {
            return parts;
        }
        var tags = new ArrayList<String>();
        tags.add(parts.get(0));
        for (var word : words.subList(1, words.size())) {
            tags.add(ofFurther(word));
        }
        return List.copyOf(tags);
    }

    /** The usual tag of a word that is not the first of its token. */
    abstract String ofFurther(String word);
}
