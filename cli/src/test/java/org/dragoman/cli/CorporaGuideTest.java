package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.corpora.Lines;
import org.dragoman.corpora.ParallelCorpus;
import org.dragoman.corpora.filter.DuplicateFilter;
import org.dragoman.corpora.filter.Filter;
import org.dragoman.corpora.filter.FilterPass;
import org.dragoman.corpora.filter.LengthRatioFilter;
import org.dragoman.corpora.filter.NotEmptyFilter;
import org.dragoman.corpora.filter.TextLength;
import org.dragoman.corpora.text.TextKey;
import org.dragoman.corpora.vectors.TermVectorizer;
import org.dragoman.corpora.vectors.Terms;
import org.dragoman.corpora.vectors.VocabularyLimits;
import org.dragoman.corpora.vectors.Weighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The commands and examples of the guide to filters, splits, statistics and term vectors are run. */
class CorporaGuideTest {
    private static final Path GUIDE = Path.of("../docs/corpora.md");
    private static final String SECTION = "## Filters, splits, statistics, term vectors\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private static void filter(Path file, PrintStream out) {
        // filter begins
        var filters = List.of(
                Filter.bothSides(new NotEmptyFilter()),
                new LengthRatioFilter(TextLength.WORDS, 3),
                DuplicateFilter.ofPairs(TextKey.NORMALIZED));
        try (var reader = ParallelCorpus.tabSeparated(file).open()) {
            var pass = new FilterPass<>(reader, filters);
            pass.forEachRemaining(pair -> out.println(pair.source()));
            pass.refused().forEach(refused -> out.println(refused.filter() + ": " + refused.count()));
        }
        // filter ends
    }

    private static void vectors(Path training, PrintStream out) {
        // vectors begins
        var vectorizer = TermVectorizer.fit(
                Lines.readAll(training).iterator(),
                Terms.WORDS.withOrders(1, 2),
                VocabularyLimits.NONE,
                Weighting.TF_IDF);
        var vector = vectorizer.transform("A dog runs on the beach.");
        for (var i = 0; i < vector.size(); i++) {
            out.println(vectorizer.vocabulary().terms().get(vector.column(i)) + " " + vector.value(i));
        }
        // vectors ends
    }

    private String section() throws IOException {
        var guide = Files.readString(GUIDE);
        var section = guide.substring(guide.indexOf(SECTION) + SECTION.length());
        var next = section.indexOf("\n## ");
        return next < 0 ? section : section.substring(0, next);
    }

    private List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(section())
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @Test
    void theCommandsOfTheGuideRun() throws IOException {
        Files.writeString(
                folder.resolve("raw.tsv"),
                String.join(
                        "",
                        IntStream.range(0, 500)
                                .mapToObj(i -> "line " + i + "\tZeile " + i + "\n")
                                .toList()));
        Files.writeString(folder.resolve("train.txt"), "a dog runs\na dog sleeps\n");
        Files.writeString(folder.resolve("test.txt"), "the dog runs\n");
        var file = Pattern.compile("\\S+\\.(tsv|txt|jsonl|mtx)|\\bparts$");
        var commands = blocks("sh").stream().flatMap(String::lines).toList();
        assertThat(commands).hasSize(6);
        for (var command : commands) {
            var there = file.matcher(command)
                    .replaceAll(
                            (MatchResult name) -> folder.resolve(name.group()).toString());
            var console = new Console(new ByteArrayInputStream(new byte[0]), out, out, false);
            assertThat(Dragoman.run(
                            console,
                            new Models(),
                            there.substring("dragoman ".length()).split(" ")))
                    .as("%s: %s", command, bytes)
                    .isZero();
        }
        assertThat(folder.resolve("parts/test.tsv")).exists();
        assertThat(folder.resolve("test.mtx")).exists();
    }

    @Test
    void theExamplesOfTheGuideRun() throws IOException {
        filter(Files.writeString(folder.resolve("a.tsv"), "Go on!\tWeiter!\n\tleer\ngo on\tweiter\n"), out);
        vectors(Files.writeString(folder.resolve("train.txt"), "a dog runs\na dog sleeps\n"), out);
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .startsWith("Go on!", "empty: 1", "ratio: 0", "duplicate: 1")
                .anyMatch(line -> line.startsWith("dog runs 0."));
    }

    @Test
    void theGuideShowsTheExamplesThatRun() throws IOException {
        assertThat(blocks("java")).hasSize(2);
        var source = Files.readString(Path.of("src/test/java/org/dragoman/cli/CorporaGuideTest.java"));
        for (var example : List.of("filter", "vectors")) {
            var begin = "// " + example + " begins\n";
            var body = source.substring(source.indexOf(begin) + begin.length());
            var lines = body.substring(0, body.indexOf("        // " + example + " ends"));
            assertThat(blocks("java")).contains(lines.replaceAll("(?m)^ {8}", ""));
        }
    }
}
