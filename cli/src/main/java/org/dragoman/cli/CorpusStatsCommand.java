package org.dragoman.cli;

import org.dragoman.corpora.format.ParallelFormat;
import org.dragoman.corpora.format.PlainLines;
import org.dragoman.corpora.statistics.Distribution;
import org.dragoman.corpora.statistics.PairStatistics;
import org.dragoman.corpora.statistics.TextStatistics;
import org.dragoman.corpora.statistics.TokenCounts;
import org.dragoman.corpora.statistics.Unseen;
import org.dragoman.corpora.statistics.ZipfFit;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import org.dragoman.eval.table.TableFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code dragoman corpus stats}. */
@Command(
        name = "stats",
        description = {
            "Counts lines, tokens, types, lengths, n-grams and words that another corpus doesn't have, and fits Zipf's law.",
            "",
            "Each FILE has a row, or two if it holds pairs. With --json there is more: the histogram of lengths, frequencies by rank, the most"
                    + " frequent tokens and n-grams."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman corpus stats train.en train.de --tokenize 13a",
            "  dragoman corpus stats test.tsv --oov-against train.tsv --json"
        })
final class CorpusStatsCommand implements Callable<Integer> {
    private static final int FREQUENT = 20; // tokens in JSON, if the user doesn't say how many
    private static final Pattern RANKS = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final int RATIO_DIGITS = 3;

    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Texts, or corpora of pairs.")
    private List<Path> files;

    @Mixin
    private TokenOptions tokens;

    @Option(
            names = "--oov-against",
            paramLabel = "FILE",
            description =
                    "Training text, or corpus of pairs, whose vocabulary is compared; given twice for aligned files.")
    private List<Path> known = List.of();

    @Option(
            names = "--ngrams",
            paramLabel = "N",
            defaultValue = "1",
            description = "Count n-grams up to this order; memory grows with it. Default: 1.")
    private int ngrams;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "0",
            description = "Show the N most frequent tokens and n-grams. Default: 0; with --json 20.")
    private int top;

    @Option(
            names = "--zipf-ranks",
            paramLabel = "FROM-TO",
            defaultValue = "1-1000",
            description = "Ranks to which Zipf's law is fitted. Default: 1-1000.")
    private String zipfRanks;

    @Option(
            names = "--plot",
            paramLabel = "DIR",
            description = "Draw the lengths of lines and the frequencies by rank (Zipf's law) to this folder.")
    private Optional<Path> plots = Optional.empty();

    @Option(names = "--plot-format", paramLabel = "FORMAT", description = "svg or png, of --plot. Default: svg.")
    private Optional<CorpusPlots.Format> plotFormat = Optional.empty();

    @Mixin
    private CorpusOptions corpus;

    @Mixin
    private ResultOptions results;

    CorpusStatsCommand(Console console) {
        this.console = console;
    }

    /** What was read of one corpus: one text, or a source and a target with the ratios of their lengths. */
    record Counted(String name, List<TextStatistics> texts, Optional<Distribution> ratios) {

        String name(int side) {
            return texts.size() == 1 ? name : name + (side == 0 ? " source" : " target");
        }
    }

    @Override
    public Integer call() {
        results.width();
        if (top < 0) {
            throw new IllegalArgumentException("--top must be 0 or more, got " + top);
        }
        if (plotFormat.isPresent() && plots.isEmpty()) {
            throw new IllegalArgumentException("--plot-format goes with --plot");
        }
        var ranks = ranks();
        var vocabularies = known.isEmpty() ? List.<TokenCounts>of() : vocabularies();
        var counted = corpora(files).stream().map(one -> count(one, ngrams)).toList();
        if (!known.isEmpty()) {
            counted.forEach(one -> checkSides(one, vocabularies.size()));
        }
        var json = new StatisticsJson(top > 0 ? top : FREQUENT, ranks::fit, vocabularies);
        results.print(
                console,
                Map.of("corpora", counted.stream().map(json::of).toList()),
                () -> table(counted, ranks, vocabularies));
        plots.ifPresent(folder -> CorpusPlots.write(folder, plotFormat.orElse(CorpusPlots.Format.SVG), counted));
        if (results.isText()) {
            printRest(counted, ranks);
        }
        return ExitCode.DONE;
    }

    /** First and last rank of Zipf's law. */
    private record Ranks(int from, int to) {
        Optional<ZipfFit> fit(TextStatistics text) {
            var ranked = text.tokens().ranked();
            return ranked.length <= from ? Optional.empty() : Optional.of(ZipfFit.of(ranked, from, to));
        }
    }

    private Ranks ranks() {
        var matcher = RANKS.matcher(zipfRanks);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("--zipf-ranks must be two ranks, such as 1-1000, got " + zipfRanks);
        }
        var ranks = new Ranks(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        if (ranks.from() < 1 || ranks.to() <= ranks.from()) {
            throw new IllegalArgumentException("--zipf-ranks must grow and begin with 1 or more, got " + zipfRanks);
        }
        return ranks;
    }

    /** The files that belong together: two where the user says that they are aligned, or else each for itself. */
    private List<List<Path>> corpora(List<Path> all) {
        var isAligned =
                corpus.format(all.get(0)).filter(ParallelFormat.ALIGNED::equals).isPresent();
        return isAligned ? List.of(all) : all.stream().map(List::of).toList();
    }

    private List<TokenCounts> vocabularies() {
        var groups = corpora(known);
        if (groups.size() != 1) {
            throw new IllegalArgumentException("--oov-against is one corpus, got " + groups.size()
                    + " files; of two aligned files, --from aligned makes one corpus");
        }
        return count(groups.get(0), 1).texts().stream()
                .map(TextStatistics::tokens)
                .toList();
    }

    private void checkSides(Counted one, int sides) {
        if (one.texts().size() != sides) {
            throw new Failure(one.name() + " has " + sides(one.texts().size()) + ", but "
                    + known.stream().map(Path::toString).collect(Collectors.joining(", ")) + " of --oov-against has "
                    + sides(sides)
                    + "; words are looked for on the same side");
        }
    }

    private static String sides(int sides) {
        return sides == 1 ? "one language" : "two languages";
    }

    private Counted count(List<Path> group, int order) {
        var name = group.stream().map(Path::toString).collect(Collectors.joining(" "));
        var format = corpus.format(group.get(0));
        if (format.isPresent()) {
            var pairs = new PairStatistics(tokens.tokenizer(), order);
            try (var reader = format.get().open(group, corpus.settings())) {
                reader.forEachRemaining(pairs::add);
            }
            return new Counted(name, List.of(pairs.source(), pairs.target()), Optional.of(pairs.lengthRatios()));
        }
        var text = new TextStatistics(tokens.tokenizer(), order);
        try (var reader = PlainLines.open(group.get(0))) {
            reader.forEachRemaining(text::add);
        }
        return new Counted(name, List.of(text), Optional.empty());
    }

    private Table table(List<Counted> counted, Ranks ranks, List<TokenCounts> vocabularies) {
        var columns = new ArrayList<Column>();
        for (var name : List.of(
                "corpus",
                "lines",
                "empty",
                "tokens",
                "types",
                "types/tokens",
                "hapaxes",
                "mean",
                "median",
                "95 %",
                "longest",
                "Zipf " + zipfRanks)) {
            columns.add(Column.of(name));
        }
        if (!vocabularies.isEmpty()) {
            columns.add(Column.of("unseen tokens %"));
            columns.add(Column.of("unseen types %"));
        }
        var rows = new ArrayList<List<Cell>>();
        for (var one : counted) {
            for (var side = 0; side < one.texts().size(); side++) {
                rows.add(row(one, side, ranks, vocabularies));
            }
        }
        return new Table(columns, rows);
    }

    private List<Cell> row(Counted one, int side, Ranks ranks, List<TokenCounts> vocabularies) {
        var text = one.texts().get(side);
        var lengths = text.lengths();
        var row = new ArrayList<Cell>(List.of(
                Cell.of(one.name(side)),
                Cell.of(text.lines()),
                Cell.of(text.emptyLines()),
                Cell.of(text.tokens().tokens()),
                Cell.of(text.tokens().types()),
                Cell.of(text.typeTokenRatio(), RATIO_DIGITS),
                Cell.of(text.tokens().hapaxes()),
                Cell.of(lengths.mean(), results.width()),
                Cell.of(lengths.percentile(50), 1),
                Cell.of(lengths.percentile(95), 1),
                Cell.of(lengths.percentile(100), 0),
                Cell.of(ranks.fit(text).map(ZipfFit::exponent).orElse(Double.NaN), RATIO_DIGITS)));
        if (!vocabularies.isEmpty()) {
            var unseen = unseen(one, side, vocabularies);
            row.add(LabelTables.percent(unseen.tokenRate(), results.width()));
            row.add(LabelTables.percent(unseen.typeRate(), results.width()));
        }
        return row;
    }

    static Unseen unseen(Counted one, int side, List<TokenCounts> vocabularies) {
        return Unseen.of(one.texts().get(side).tokens(), vocabularies.get(side).typeSet());
    }

    /** What has no place in the table: ratios of lengths, frequent tokens, and what the columns mean. */
    private void printRest(List<Counted> counted, Ranks ranks) {
        var out = console.out();
        out.println("mean to longest: tokens a line; Zipf: exponent over ranks " + ranks.from() + " to " + ranks.to());
        for (var one : counted) {
            one.ratios()
                    .filter(ratios -> ratios.count() > 0)
                    .ifPresent(ratios -> out.println(one.name() + ": target tokens a source token: mean "
                            + ratio(ratios.mean()) + ", median " + ratio(ratios.percentile(50)) + ", 5 % to 95 % "
                            + ratio(ratios.percentile(5)) + " to " + ratio(ratios.percentile(95))));
            for (var side = 0; top > 0 && side < one.texts().size(); side++) {
                for (var order = 1; order <= ngrams; order++) {
                    out.println();
                    out.print(TableFormat.TEXT.write(frequent(one, side, order)));
                }
            }
        }
    }

    private static String ratio(double value) {
        return Cell.of(value, RATIO_DIGITS).text();
    }

    private Table frequent(Counted one, int side, int order) {
        var columns = List.of(
                Column.of(one.name(side) + (order == 1 ? ": tokens" : ": " + order + "-grams")), Column.of("count"));
        var rows = one.texts().get(side).ngrams(order).mostFrequent(top).stream()
                .map(frequency -> List.of(Cell.of(frequency.type()), Cell.of(frequency.count())))
                .toList();
        return new Table(columns, rows);
    }
}
