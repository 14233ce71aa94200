package org.dragoman.eval.report;

import org.dragoman.eval.analysis.TrainingCurves;
import org.dragoman.eval.picture.ChartConfig;
import org.dragoman.eval.picture.LineChart;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a chart of a training shows, by its number of updates. */
public enum TrainingChart {
    LOSS(
            "Loss",
            "nats a target piece",
            false,
            TrainingCurves.Curve.TRAINING_LOSS,
            TrainingCurves.Curve.VALIDATION_LOSS),
    PERPLEXITY("Perplexity", "validation perplexity", true, TrainingCurves.Curve.PERPLEXITY),
    BLEU("BLEU", "BLEU of validation sentences", false, TrainingCurves.Curve.BLEU),
    CHRF("chrF", "chrF of validation sentences", false, TrainingCurves.Curve.CHRF),
    RATE("Learning rate", "learning rate", false, TrainingCurves.Curve.RATE),
    GRADIENT("Gradient norm", "norm before clipping", true, TrainingCurves.Curve.GRADIENT_NORM),
    SPEED("Speed", "target pieces a second", false, TrainingCurves.Curve.SPEED);

    private static final int WIDTH = 480; // CSS pixels
    private static final int HEIGHT = 300;
    private static final int LEGEND_ROW = 23;
    private static final int LEGEND_ROWS = 3; // that this height has room for

    private final String title;
    private final String axis;
    private final boolean isLogarithmic;
    private final List<TrainingCurves.Curve> curves;

    TrainingChart(String title, String axis, boolean isLogarithmic, TrainingCurves.Curve... curves) {
        this.title = title;
        this.axis = axis;
        this.isLogarithmic = isLogarithmic;
        this.curves = List.of(curves);
    }

    /** In words, such as {@code Learning rate}. */
    public String title() {
        return title;
    }

    /**
     * Draws it for one or more trainings.
     *
     * @param trainings by name
     * @return the chart; empty if nothing was logged of it
     */
    public Optional<LineChart> of(Map<String, TrainingCurves> trainings) {
        var lines = trainings.entrySet().stream()
                .flatMap(training -> curves.stream().flatMap(curve -> line(training, curve, trainings.size() > 1)))
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(LineChart.of(
                new ChartConfig("", "update", axis, false, isLogarithmic, WIDTH, height(lines.size())), lines));
    }

    /** The legend must leave room for the curves. */
    private int height(int names) {
        return HEIGHT + LEGEND_ROW * Math.max(0, names - LEGEND_ROWS);
    }

    private Stream<LineChart.Curve> line(
            Map.Entry<String, TrainingCurves> training, TrainingCurves.Curve curve, boolean isNamed) {
        var points = training.getValue().of(curve).stream()
                .filter(point -> point.value() > 0 || !isLogarithmic)
                .map(point -> new LineChart.Point(point.step(), point.value()))
                .toList();
        var name = isNamed ? named(training.getKey(), curve) : curve.text();
        return points.isEmpty() ? Stream.of() : Stream.of(new LineChart.Curve(name, points));
    }

    /** What a chart of one thing shows stands at its axis. */
    private String named(String training, TrainingCurves.Curve curve) {
        return curves.size() == 1 ? training : training + ", " + curve.text();
    }

    /** Adds all charts to a section. */
    public static void addTo(Page.Section section, Map<String, TrainingCurves> trainings) {
        section.html("<div class=\"charts\">\n");
        Arrays.stream(values())
                .forEach(chart -> chart.of(trainings).ifPresent(drawn -> section.figure(drawn.svg(), chart.title)));
        section.html("</div>\n");
    }
}
