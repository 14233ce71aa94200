package org.dragoman.cli;

import org.dragoman.corpora.Lines;
import org.dragoman.eval.analysis.TrainingCurves;
import org.dragoman.eval.report.Page;
import org.dragoman.eval.report.RunRecord;
import org.dragoman.eval.report.ScoredOutput;
import org.dragoman.eval.report.TrainingChart;
import org.dragoman.eval.report.TranslationReport;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The page about the evaluation of models.
 *
 * @param evaluation what came out
 * @param runs what the trainings of the models came to, if they were made by one suite
 * @param files what was read, by its role
 * @param logs of trainings; none if those beside the models are meant
 * @param seed of the random numbers for intervals and tests
 * @param commandLine with which this was made
 */
record EvaluationPage(
        TranslationEvaluation evaluation,
        Optional<Table> runs,
        Map<String, List<Path>> files,
        List<Path> logs,
        long seed,
        String commandLine) {

    Page make() {
        var sources = evaluation.sources();
        var page = new Page(title(), lead());
        page.section("Scores", this::scores);
        new TranslationReport(outputs(), sources.references(), Optional.of(sources.sources()), seed).addTo(page);
        var trainings = trainings();
        if (!trainings.isEmpty() || runs.isPresent()) {
            page.section("Training", section -> {
                runs.ifPresent(section::table);
                TrainingChart.addTo(section, trainings);
            });
        }
        return page.section("Models", this::models).section("How this was made", this::record);
    }

    private String title() {
        var names = evaluation.models().stream().map(EvaluatedModel::name).collect(Collectors.joining(", "));
        return "Translation by " + names;
    }

    private String lead() {
        var settings = evaluation.models().get(0).settings();
        return "From " + settings.source() + " to " + settings.target() + ": "
                + files.values().stream()
                        .flatMap(List::stream)
                        .map(Path::getFileName)
                        .map(Path::toString)
                        .collect(Collectors.joining(", "))
                + ", " + evaluation.sources().sources().size() + " different sources in "
                + evaluation.rows().sources().size() + " rows.";
    }

    private void scores(Page.Section section) {
        if (!evaluation.hasRepeatedSources()) {
            evaluation.bySource().scores().addTo(section);
            return;
        }
        section.note("Some sources stand in several rows, each with another translation. Each is translated once.");
        section.heading("Each source once, with all its references");
        evaluation.bySource().scores().addTo(section);
        section.heading("Row by row, each with its own references");
        evaluation.byRow().scores().addTo(section);
        section.note("What follows is about each source once.");
    }

    private List<ScoredOutput> outputs() {
        var outputs = new ArrayList<ScoredOutput>();
        for (var i = 0; i < evaluation.models().size(); i++) {
            var model = evaluation.models().get(i);
            var translations = evaluation.translations().get(i).translations();
            var lines = evaluation.sources().sources().stream()
                    .map(translations::get)
                    .toList();
            var counts = evaluation.bySource().counts().get(i);
            outputs.add(new ScoredOutput(lines, counts, model.aligner()));
        }
        return outputs;
    }

    private Map<String, TrainingCurves> trainings() {
        var trainings = new LinkedHashMap<String, TrainingCurves>();
        logs.forEach(log -> trainings.put(log.toString(), TrainingCurves.read(log)));
        if (logs.isEmpty()) {
            evaluation
                    .models()
                    .forEach(model ->
                            model.log().ifPresent(log -> trainings.put(model.name(), TrainingCurves.read(log))));
        }
        return trainings;
    }

    private void models(Page.Section section) {
        var columns = new ArrayList<Column>(List.of(Column.of("")));
        evaluation.models().forEach(model -> columns.add(Column.of(model.name())));
        var facts = evaluation.models().stream().map(EvaluatedModel::facts).toList();
        var rows = new ArrayList<List<Cell>>();
        for (var name : facts.get(0).keySet()) {
            var row = new ArrayList<Cell>(List.of(Cell.of(name)));
            facts.forEach(ofModel -> row.add(Cell.of(ofModel.get(name))));
            rows.add(row);
        }
        section.table(new Table(columns, rows));
        for (var model : evaluation.models()) {
            model.experiment()
                    .ifPresent(file -> section.folded(
                            "Settings of the training of " + model.name(),
                            folded -> folded.preformatted(String.join("\n", Lines.readAll(file)))));
        }
    }

    private void record(Page.Section section) {
        var record = RunRecord.begin(Instant.now())
                .with("Command", commandLine)
                .with("Seed", Long.toString(seed))
                .with("Speed", String.join("; ", evaluation.speeds()));
        for (var role : files.entrySet()) {
            for (var file : role.getValue()) {
                record = record.with(RunRecord.DataFile.of(role.getKey(), file));
            }
        }
        for (var model : evaluation.models()) {
            for (var file : model.files()) {
                record = record.with(file);
            }
        }
        record.addTo(section);
    }
}
