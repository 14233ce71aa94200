package org.dragoman.annotators.stopwords;

import org.apache.lucene.analysis.snowball.SnowballFilter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Words that are frequent in all texts of a language and say little about any: the lists of Apache Lucene 9.12, most of which are those of
 * Snowball.
 *
 * <p>A word is looked up in lower case, with a straight apostrophe. Immutable; safe for use by many threads.
 */
public final class StopWords {
    /** No stop words. */
    public static final StopWords NONE = new StopWords(Set.of());

    private static final Map<String, String> FILES = files();
    private static final Map<String, StopWords> LOADED = new ConcurrentHashMap<>();
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final SortedSet<String> words;

    private StopWords(Collection<String> words) {
        this.words = new TreeSet<>();
        words.forEach(word -> this.words.add(normalized(word)));
    }

    private static Map<String, String> files() {
        var files = new TreeMap<String, String>();
        for (var language : "ar bg bn br ca ckb el et eu fa ga gl hi hy id lt lv ne ro sr ta te th tr".split(" ")) {
            files.put(language, language + "/stopwords.txt");
        }
        files.put("cs", "cz/stopwords.txt");
        files.put("da", "snowball/danish_stop.txt");
        files.put("nl", "snowball/dutch_stop.txt");
        files.put("en", "snowball/english_stop.txt");
        files.put("fi", "snowball/finnish_stop.txt");
        files.put("fr", "snowball/french_stop.txt");
        files.put("de", "snowball/german_stop.txt");
        files.put("hu", "snowball/hungarian_stop.txt");
        files.put("it", "snowball/italian_stop.txt");
        files.put("nb", "snowball/norwegian_stop.txt");
        files.put("nn", "snowball/norwegian_stop.txt");
        files.put("no", "snowball/norwegian_stop.txt");
        files.put("pt", "snowball/portuguese_stop.txt");
        files.put("ru", "snowball/russian_stop.txt");
        files.put("es", "snowball/spanish_stop.txt");
        files.put("sv", "snowball/swedish_stop.txt");
        return files;
    }

    /** BCP 47 tags of the languages that have a list. */
    public static Set<String> languages() {
        return Collections.unmodifiableSet(FILES.keySet());
    }

    /**
     * The list of a language.
     *
     * @param language BCP 47 tag without region, such as {@code en}
     * @throws IllegalArgumentException if there is none; the message names those that there are
     */
    public static StopWords of(String language) {
        if (!FILES.containsKey(language)) {
            throw new IllegalArgumentException("there are no stop words for \"" + language
                    + "\"; the languages that have some are " + String.join(", ", FILES.keySet()));
        }
        return LOADED.computeIfAbsent(language, StopWords::read);
    }

    /** A list of one's own. */
    public static StopWords of(Collection<String> words) {
        return new StopWords(words);
    }

    private static StopWords read(String language) {
        var name = "/org/apache/lucene/analysis/" + FILES.get(language);
        try (var in = SnowballFilter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("Lucene's " + name + " is not on the class path");
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
            return new StopWords(lines.map(StopWords::withoutComment)
                    .flatMap(BLANKS::splitAsStream)
                    .filter(word -> !word.isEmpty())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the stop words of '" + language + "': " + e.getMessage(), e);
        }
    }

    private static String withoutComment(String line) {
        var end = line.indexOf('|');
        var content = end < 0 ? line : line.substring(0, end);
        return content.startsWith("#") ? "" : content;
    }

    private static String normalized(String word) {
        return word.toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    /** Whether the word is one of them, in capitals or not. */
    public boolean contains(String word) {
        return words.contains(normalized(word));
    }

    /** All of them, sorted. */
    public SortedSet<String> words() {
        return Collections.unmodifiableSortedSet(words);
    }
}
