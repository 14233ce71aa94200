package org.dragoman.eval.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.Line;
import org.dragoman.corpora.Lines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a training went, from its log: a file with a JSON object a line, of which {@code event} says what it tells.
 *
 * <ul>
 *   <li>{@code started} with {@code resumedAt}: what earlier sittings logged of later updates was lost and is made again, so it's dropped.
 *   <li>{@code recovered} with {@code from}, the update to which the training went back; later ones are dropped likewise.
 *   <li>{@code updated} with {@code step}, {@code loss}, {@code rate}, {@code gradientNorm}, {@code tokensPerSecond}.
 *   <li>{@code validated} with {@code step}, {@code loss} (nats a piece, of which the perplexity is the exponential), {@code bleu} and
 *       {@code chrf}.
 * </ul>
 *
 * <p>Other events and keys are passed over, and so are values that are missing or not finite, such as the BLEU of a language model, and the
 * line that a killed sitting was writing.
 *
 * @param points of each curve, by rising update; a curve without points is absent
 */
public record TrainingCurves(Map<Curve, List<Point>> points) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String START = "{\"event\":\"started\"";

    /** What is measured during training. */
    public enum Curve {
        /** Smoothed loss of the updates since the last point, nats a target piece. */
        TRAINING_LOSS("training loss", "updated", "loss"),
        /** Cross entropy of the validation corpus, nats a target piece. */
        VALIDATION_LOSS("validation loss", "validated", "loss"),
        /** The exponential of the validation loss. */
        PERPLEXITY("validation perplexity", "validated", "loss") {
            @Override
            double value(JsonNode node) {
                return Math.exp(super.value(node));
            }
        },
        /** BLEU of greedy translations of the first validation sentences. */
        BLEU("validation BLEU", "validated", "bleu"),
        /** chrF of the same. */
        CHRF("validation chrF", "validated", "chrf"),
        /** Learning rate. */
        RATE("learning rate", "updated", "rate"),
        /** Global norm of the gradient before it is clipped. */
        GRADIENT_NORM("gradient norm", "updated", "gradientNorm"),
        /** Target pieces a second. */
        SPEED("target pieces a second", "updated", "tokensPerSecond");

        private final String text;
        private final String event;
        private final String key;

        Curve(String text, String event, String key) {
            this.text = text;
            this.event = event;
            this.key = key;
        }

        /** In words, such as {@code learning rate}. */
        public String text() {
            return text;
        }

        /** The value in a line of the log; NaN if there is none. */
        double value(JsonNode node) {
            return node.path(key).asDouble(Double.NaN);
        }
    }

    /**
     * A measurement.
     *
     * @param step the update after which it was made, from 1
     * @param value finite
     */
    public record Point(long step, double value) {}

    public TrainingCurves {
        var copy = new EnumMap<Curve, List<Point>>(Curve.class);
        points.forEach((curve, values) -> {
            if (!values.isEmpty()) {
                copy.put(curve, List.copyOf(values));
            }
        });
        points = java.util.Collections.unmodifiableMap(copy);
    }

    /**
     * Reads a log, plain or gzipped.
     *
     * @throws CorpusFormatException if a line is not a JSON object, or there is no event of a training in the file
     * @throws java.io.UncheckedIOException if the file can't be read
     */
    public static TrainingCurves read(Path file) {
        try (var lines = Lines.open(file)) {
            var reading = new Reading(lines);
            while (lines.hasNext()) {
                reading.add(lines.next());
            }
            return reading.result();
        }
    }

    /** The points of a curve; none if nothing was logged of it. */
    public List<Point> of(Curve curve) {
        return points.getOrDefault(curve, List.of());
    }

    /** A log that is being read. */
    private static final class Reading {
        private final Lines lines;
        private final Map<Curve, List<Point>> points = new EnumMap<>(Curve.class);
        private boolean hasEvents;

        Reading(Lines lines) {
            this.lines = lines;
            for (var curve : Curve.values()) {
                points.put(curve, new ArrayList<>());
            }
        }

        void add(Line line) {
            if (line.text().isBlank()) {
                return;
            }
            try {
                add(JSON.readTree(whole(line.text())), line.number());
            } catch (JsonProcessingException e) {
                if (lines.hasNext()) {
                    throw problem(
                            line.number(), "a line of a training log is a JSON object; " + e.getOriginalMessage());
                }
            }
        }

        /** The line, or what the next sitting wrote behind a line that a killed one had begun. */
        private static String whole(String text) {
            var start = text.lastIndexOf(START);
            return start > 0 && !isJson(text) ? text.substring(start) : text;
        }

        private static boolean isJson(String text) {
            try {
                return JSON.readTree(text).isObject();
            } catch (JsonProcessingException e) {
                return false;
            }
        }

        private void add(JsonNode node, long number) {
            if (!node.isObject()) {
                throw problem(number, "a line of a training log is a JSON object, got " + node.getNodeType());
            }
            var event = node.path("event").asText();
            if (event.equals("started")) {
                hasEvents = true;
                dropAfter(node.path("resumedAt").asLong());
            } else if (event.equals("recovered")) {
                dropAfter(node.path("from").asLong());
            }
            for (var curve : Curve.values()) {
                if (curve.event.equals(event)) {
                    hasEvents = true;
                    add(curve, node.path("step").asLong(), curve.value(node));
                }
            }
        }

        private void add(Curve curve, long step, double value) {
            if (step > 0 && Double.isFinite(value)) {
                points.get(curve).add(new Point(step, value));
            }
        }

        private void dropAfter(long step) {
            points.values().forEach(values -> values.removeIf(point -> point.step() > step));
        }

        private CorpusFormatException problem(long number, String text) {
            return new CorpusFormatException(lines.name(), number, text);
        }

        TrainingCurves result() {
            if (!hasEvents) {
                throw problem(
                        lines.number(), "no event of a training in this file, such as {\"event\": \"updated\", ...}");
            }
            return new TrainingCurves(points);
        }
    }
}
