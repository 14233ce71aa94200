package org.dragoman.annotators.tokens;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Splits French prepositions that have swallowed an article, as Universal Dependencies does: <em>du</em> is <em>de|le</em>, <em>aux</em> is
 * <em>à|les</em>, <em>duquel</em> is <em>de|lequel</em>.
 *
 * <p><em>Des</em> is an article as well (<em>avec des amis</em>), and then stays whole. What stands before it decides: after a preposition,
 * conjunction, comma or verb it is taken for the article; verbs are told by their endings.
 */
public final class FrenchWords implements WordSplitter {
    private static final String ARTICLE_OR_TWO_WORDS = "des";
    private static final Map<String, List<String>> FUSED = Map.ofEntries(
            Map.entry("du", List.of("de", "le")),
            Map.entry(ARTICLE_OR_TWO_WORDS, List.of("de", "les")),
            Map.entry("au", List.of("à", "le")),
            Map.entry("aux", List.of("à", "les")),
            Map.entry("duquel", List.of("de", "lequel")),
            Map.entry("desquels", List.of("de", "lesquels")),
            Map.entry("desquelles", List.of("de", "lesquelles")),
            Map.entry("auquel", List.of("à", "lequel")),
            Map.entry("auxquels", List.of("à", "lesquels")),
            Map.entry("auxquelles", List.of("à", "lesquelles")));
    private static final Set<String> BEFORE_ARTICLE = words("""
            , : ; ( [ « à par chez pour sur avec dans sans sous contre entre vers selon après avant pendant durant malgré que qu' comme si lorsque \
            quand mais ou où puis voici voilà avoir a ai as avons avez ont avait avaient eu aura auront est sont était étaient être fut furent sera \
            seront c' fait font faire voir reçu subi déjà également uniquement principalement notamment souvent bien toujours encore ainsi \
            """);
    private static final Pattern VERB = Pattern.compile(
            ".{2,}(?:(?<!i)er|[^aeiou]ir|oir|[dt]re|[^m]ent|[^m]aient|[^r]ait|ant|ez)|(?:ils|elles|on|il|elle)");

    @Override
    public List<String> split(String token) {
        var words = FUSED.get(token.toLowerCase(Locale.ROOT));
        return words == null ? List.of(token) : Casing.like(token, words);
    }

    @Override
    public List<String> split(List<String> sentence, int index) {
        var token = sentence.get(index);
        return token.equalsIgnoreCase(ARTICLE_OR_TWO_WORDS) && isArticle(sentence, index)
                ? List.of(token)
                : split(token);
    }

    private static boolean isArticle(List<String> sentence, int index) {
        if (index == 0) {
            return true;
        }
        var before = sentence.get(index - 1).toLowerCase(Locale.ROOT);
        return BEFORE_ARTICLE.contains(before) || VERB.matcher(before).matches();
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }
}
