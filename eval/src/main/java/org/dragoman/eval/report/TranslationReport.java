package org.dragoman.eval.report;

import org.dragoman.eval.analysis.WordsByFrequency;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import org.dragoman.eval.text.BleuTokenizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page about the outputs of systems: the quality by length and by the frequency of words, how the scores of lines are spread, what may be
 * wrong with lines, a few lines as each system writes them, and the lines of each system, worst first, with the alignments that are known.
 *
 * @param outputs at least one; the first is the one that others are compared with
 * @param references for each line its references, at least one
 * @param sources lines that were translated, if they are known
 * @param seed of the random numbers for intervals, 0 or more
 */
public record TranslationReport(
        List<ScoredOutput> outputs, List<List<String>> references, Optional<List<String>> sources, long seed) {

    public TranslationReport {
        outputs = List.copyOf(outputs);
        references = List.copyOf(references);
    }

    /** Adds the sections to a page that has the scores already. */
    public Page addTo(Page page) {
        page.section("Quality by length", new LengthSection(this)::write);
        page.section("Scores of lines", new SpreadSection(this)::write);
        page.section("Quality by frequency of words", this::byFrequency);
        page.section("What may be wrong", new FindingsSection(this)::write);
        if (SameLinesSection.isWorthwhile(this)) {
            page.section("The same lines", new SameLinesSection(this)::write);
        }
        for (var output : outputs) {
            page.section("Lines of " + output.system(), new LinesSection(this, output)::write);
        }
        return page;
    }

    /** Names of the systems, of which those that are the same are numbered. */
    List<String> legend() {
        var names = new ArrayList<String>();
        for (var output : outputs) {
            var name = output.system();
            for (var number = 2; names.contains(name); number++) {
                name = output.system() + " (" + number + ")";
            }
            names.add(name);
        }
        return names;
    }

    /** The first reference of each line. */
    List<String> firstReferences() {
        return references.stream().map(ofLine -> ofLine.get(0)).toList();
    }

    private void byFrequency(Page.Section section) {
        section.note(
                "F1 of words (tokenized as 13a) by how often the first references have them; a word counts as right where the"
                        + " line's first reference has it.");
        var expected =
                firstReferences().stream().map(BleuTokenizer.V13A::tokenize).toList();
        var columns = new ArrayList<Column>(List.of(Column.of("frequency"), Column.of("words in the reference")));
        var groups = new ArrayList<List<WordsByFrequency>>();
        for (var output : outputs) {
            columns.add(Column.of(output.system()));
            var words =
                    output.lines().stream().map(BleuTokenizer.V13A::tokenize).toList();
            groups.add(WordsByFrequency.of(words, expected, WordsByFrequency.BOUNDS));
        }
        var rows = new ArrayList<List<Cell>>();
        for (var i = 0; i < groups.get(0).size(); i++) {
            var first = groups.get(0).get(i);
            var row = new ArrayList<Cell>(List.of(Cell.of(first.label()), Cell.of(first.reference())));
            for (var group : groups) {
                row.add(Cell.of(100 * group.get(i).f1(), 1));
            }
            rows.add(row);
        }
        section.table(new Table(columns, rows));
    }
}
