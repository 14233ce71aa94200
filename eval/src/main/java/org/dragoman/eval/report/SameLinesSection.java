package org.dragoman.eval.report;

import org.dragoman.corpora.SentencePair;
import org.dragoman.corpora.text.WhiteSpace;
import org.dragoman.eval.picture.HeatMap;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A short, a middling and a long line as each system writes it, with the alignments that are known, one system below the other. */
final class SameLinesSection {
    private static final double[] PLACES = {0.25, 0.5, 0.9}; // among the lines by the length of their sources

    private final TranslationReport report;
    private final List<String> sources;

    /** @param report with sources */
    SameLinesSection(TranslationReport report) {
        this.report = report;
        this.sources = report.sources().orElseThrow();
    }

    /** Whether there is something to compare: several systems, of which one says how it aligns. */
    static boolean isWorthwhile(TranslationReport report) {
        return report.outputs().size() > 1
                && report.sources().filter(texts -> !texts.isEmpty()).isPresent()
                && report.outputs().stream().anyMatch(output -> output.aligner().isPresent());
    }

    void write(Page.Section section) {
        section.note(
                "A line shorter than most, one of middling length and a long one. Rows of pictures are words of the output,"
                        + " columns those of the source.");
        for (var line : chosen()) {
            section.heading("Line " + (line + 1));
            section.words(sources.get(line));
            section.note("Reference:");
            section.words(report.references().get(line).get(0));
            for (var output : report.outputs()) {
                section.folded(output.system() + ": " + output.lines().get(line), folded -> draw(folded, output, line));
            }
        }
    }

    private List<Integer> chosen() {
        var byLength = IntStream.range(0, sources.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        line -> WhiteSpace.split(sources.get(line)).size()))
                .toList();
        return DoubleStream.of(PLACES)
                .mapToObj(place -> byLength.get((int) (place * (byLength.size() - 1))))
                .distinct()
                .toList();
    }

    private void draw(Page.Section section, ScoredOutput output, int line) {
        var text = output.lines().get(line);
        if (output.aligner().isEmpty() || text.isBlank() || sources.get(line).isBlank()) {
            section.note("No alignment: the model doesn't attend to its source, or there is nothing to align.");
            return;
        }
        var pair = new SentencePair(sources.get(line), text);
        var alignment = output.aligner().get().apply(List.of(pair)).get(0);
        section.html("<div class=\"scroll\">" + HeatMap.of(alignment).svg() + "</div>\n");
    }
}
