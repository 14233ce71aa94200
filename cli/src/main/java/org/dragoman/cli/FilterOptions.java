package org.dragoman.cli;

import org.dragoman.corpora.SentencePair;
import org.dragoman.corpora.filter.CopyFilter;
import org.dragoman.corpora.filter.DuplicateFilter;
import org.dragoman.corpora.filter.Filter;
import org.dragoman.corpora.filter.LanguageFilter;
import org.dragoman.corpora.filter.LengthFilter;
import org.dragoman.corpora.filter.LengthRatioFilter;
import org.dragoman.corpora.filter.NotEmptyFilter;
import org.dragoman.corpora.filter.NumbersFilter;
import org.dragoman.corpora.filter.ScriptFilter;
import org.dragoman.corpora.filter.TextLength;
import org.dragoman.corpora.filter.WellFormedFilter;
import org.dragoman.corpora.text.TextKey;
import picocli.CommandLine.Option;

import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options that say what of a corpus is kept. */
final class FilterOptions {
    private static final double MIN_LETTERS = 0.3;

    @Option(names = "--not-empty", description = "Refuse empty sides.")
    private boolean notEmpty;

    @Option(
            names = "--well-formed",
            description = "Refuse control and replacement characters, and sides with too few letters.")
    private boolean wellFormed;

    @Option(
            names = "--min-letters",
            paramLabel = "X",
            description =
                    "With --well-formed: least share of letters in what is not white space, 0 to 1. Default: 0.3.")
    private Optional<Double> minLetters = Optional.empty();

    @Option(names = "--min-length", paramLabel = "N", description = "Shortest side.")
    private Optional<Integer> minLength = Optional.empty();

    @Option(names = "--max-length", paramLabel = "N", description = "Longest side.")
    private Optional<Integer> maxLength = Optional.empty();

    @Option(
            names = "--max-ratio",
            paramLabel = "X",
            description = "How many times as long one side may be as the other.")
    private Optional<Double> maxRatio = Optional.empty();

    @Option(
            names = "--length-unit",
            paramLabel = "UNIT",
            defaultValue = "WORDS",
            description = "In which lengths and ratios are measured: words or characters. Default: words.")
    private TextLength lengthUnit;

    @Option(
            names = "--scripts",
            paramLabel = "SCRIPTS",
            split = ",",
            description =
                    "Scripts of source and target in Unicode's names, such as Latin,Cyrillic; several for one side with a plus, as in"
                            + " Latin,Han+Hiragana+Katakana.")
    private List<String> scripts = List.of();

    @Option(
            names = "--min-script",
            paramLabel = "X",
            description = "With --scripts: least share of the letters in these scripts, 0 to 1. Default: 0.5.")
    private Optional<Double> minScript = Optional.empty();

    @Option(
            names = "--identifier",
            paramLabel = "FILE",
            description =
                    "Pipeline file (JSON) with a step that finds the language of a text, in place of the identifier that comes along, which"
                            + " knows 73 languages; sides in others than --source-language and --target-language are refused.")
    private Optional<Path> identifier = Optional.empty();

    @Option(
            names = "--any-language",
            description =
                    "Take --source-language and --target-language only to find texts in TMX and the like, and refuse no others.")
    private boolean anyLanguage;

    @Option(
            names = "--copy",
            paramLabel = "X",
            description =
                    "Refuse targets that are their source again: as similar as X, above 0 to 1; 1 refuses equal ones.")
    private Optional<Double> copy = Optional.empty();

    @Option(names = "--numbers", description = "Refuse pairs whose sides have different numbers.")
    private boolean numbers;

    @Option(
            names = "--unique",
            paramLabel = "WHAT",
            split = ",",
            description =
                    "Keep the first of equal pairs, sources or targets: pair, source, target, or several of them; line for lines.")
    private List<Unique> unique = List.of();

    @Option(names = "--normalize", description = "With --unique: ignore case, punctuation and spacing.")
    private boolean normalize;

    /** What should not be there twice. */
    enum Unique {
        PAIR,
        SOURCE,
        TARGET,
        LINE
    }

    /** Pipeline that identifies languages, if there is one to take. */
    Optional<Path> identifier() {
        if (anyLanguage && identifier.isPresent()) {
            throw new IllegalArgumentException("--any-language needs no --identifier");
        }
        return identifier;
    }

    /** Whether texts may be in any language, also where one is named. */
    boolean anyLanguage() {
        return anyLanguage;
    }

    /**
     * Filters of pairs in the order of the options.
     *
     * @param identify language of a text, if that matters
     * @param corpus says which languages are right
     */
    List<Filter<SentencePair>> ofPairs(Optional<Function<String, String>> identify, CorpusOptions corpus) {
        var filters = new ArrayList<Filter<SentencePair>>();
        ofEachSide().forEach(filter -> filters.add(Filter.bothSides(filter)));
        maxRatio.ifPresent(max -> filters.add(new LengthRatioFilter(lengthUnit, max)));
        if (!scripts.isEmpty()) {
            var sides = scripts(2, "source and target");
            filters.add(Filter.source(script(sides.get(0))));
            filters.add(Filter.target(script(sides.get(1))));
        }
        identify.ifPresent(language -> {
            filters.add(Filter.source(new LanguageFilter(corpus.sourceLanguage(), language)));
            filters.add(Filter.target(new LanguageFilter(corpus.targetLanguage(), language)));
        });
        copy.ifPresent(similarity -> filters.add(new CopyFilter(similarity)));
        if (numbers) {
            filters.add(new NumbersFilter());
        }
        unique.forEach(what -> filters.add(uniquePairs(what)));
        return checked(filters);
    }

    /** Filters of lines in the order of the options; the others as in {@link #ofPairs}. */
    List<Filter<String>> ofLines(Optional<Function<String, String>> identify, CorpusOptions corpus) {
        var forPairs = Stream.of(
                        maxRatio.map(x -> "--max-ratio"),
                        copy.map(x -> "--copy"),
                        Optional.of("--numbers").filter(x -> numbers))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        if (!forPairs.isEmpty()) {
            throw new IllegalArgumentException("lines of one language have no other side for " + forPairs
                    + "; give two files or --from with the format of a parallel corpus");
        }
        var filters = new ArrayList<>(ofEachSide());
        if (!scripts.isEmpty()) {
            filters.add(script(scripts(1, "lines").get(0)));
        }
        identify.ifPresent(language -> filters.add(new LanguageFilter(corpus.sourceLanguage(), language)));
        unique.forEach(what -> filters.add(uniqueLines(what)));
        return checked(filters);
    }

    private List<Filter<String>> ofEachSide() {
        var filters = new ArrayList<Filter<String>>();
        if (notEmpty) {
            filters.add(new NotEmptyFilter());
        }
        if (wellFormed) {
            filters.add(new WellFormedFilter(minLetters.orElse(MIN_LETTERS)));
        } else if (minLetters.isPresent()) {
            throw new IllegalArgumentException("--min-letters goes with --well-formed");
        }
        if (minLength.isPresent() || maxLength.isPresent()) {
            filters.add(new LengthFilter(lengthUnit, minLength.orElse(0), maxLength.orElse(Integer.MAX_VALUE)));
        }
        return filters;
    }

    private List<Set<UnicodeScript>> scripts(int sides, String what) {
        if (scripts.size() != sides) {
            throw new IllegalArgumentException(
                    "--scripts needs " + sides + (sides == 1 ? " place" : " places, with a comma between them,")
                            + " for " + what + ", got " + String.join(",", scripts));
        }
        return scripts.stream().map(FilterOptions::scriptsOf).toList();
    }

    private static Set<UnicodeScript> scriptsOf(String names) {
        var found = new LinkedHashSet<UnicodeScript>();
        for (var name : names.split("\\+")) {
            try {
                found.add(UnicodeScript.forName(name));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "Unicode has no script \"" + name + "\"; it has such as Latin, Cyrillic, Arabic, Han", e);
            }
        }
        return found;
    }

    private ScriptFilter script(Set<UnicodeScript> right) {
        return new ScriptFilter(right, minScript.orElse(0.5));
    }

    private Filter<SentencePair> uniquePairs(Unique what) {
        return switch (what) {
            case PAIR -> DuplicateFilter.ofPairs(key());
            case SOURCE -> Filter.source(new DuplicateFilter(key()));
            case TARGET -> Filter.target(new DuplicateFilter(key()));
            case LINE -> throw new IllegalArgumentException("--unique line is for lines of one language");
        };
    }

    private Filter<String> uniqueLines(Unique what) {
        if (what != Unique.LINE) {
            throw new IllegalArgumentException("lines of one language can be --unique line only");
        }
        return new DuplicateFilter(key());
    }

    private TextKey key() {
        return normalize ? TextKey.NORMALIZED : TextKey.EXACT;
    }

    private <T> List<Filter<T>> checked(List<Filter<T>> filters) {
        if (minScript.isPresent() && scripts.isEmpty()) {
            throw new IllegalArgumentException("--min-script goes with --scripts");
        }
        if (normalize && unique.isEmpty()) {
            throw new IllegalArgumentException("--normalize goes with --unique");
        }
        if (filters.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing is filtered: give one or more of --not-empty, --well-formed, --min-length, --max-length, --max-ratio,"
                            + " --scripts, --source-language, --copy, --numbers, --unique");
        }
        return filters;
    }
}
