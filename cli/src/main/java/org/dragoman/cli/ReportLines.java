package org.dragoman.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.pretrained.ModelSummary;
import org.dragoman.nmt.pretrained.Origin;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is told of a model, a line each: a name, then in the same column its value. */
final class ReportLines {
    private final List<String> lines = new ArrayList<>();

    ReportLines line(String name, String value) {
        lines.add(String.format("%-13s %s", name, value));
        return this;
    }

    /** A value in several lines, the name before the first. */
    ReportLines lines(String name, List<String> values) {
        for (var i = 0; i < values.size(); i++) {
            line(i == 0 ? name : "", values.get(i));
        }
        return this;
    }

    /** Settings such as {@code transformer, size 512, heads 8}. */
    ReportLines settings(String name, ObjectNode settings) {
        return line(name, text(settings));
    }

    private static String text(JsonNode settings) {
        return settings.properties().stream()
                .map(entry -> entry.getKey().equals("type")
                        ? entry.getValue().asText()
                        : entry.getKey() + " " + value(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String value(JsonNode value) {
        return value.isObject() ? "(" + text(value) + ")" : value.isValueNode() ? value.asText() : value.toString();
    }

    /** The languages of a model, as far as they are known. */
    ReportLines languages(String source, String target) {
        if (isKnown(source)) {
            return line("languages", isKnown(target) ? source + " to " + target : "from " + source);
        }
        return isKnown(target) ? line("languages", "to " + target) : this;
    }

    private static boolean isKnown(String language) {
        return !language.equals(ModelSummary.UNKNOWN_LANGUAGE);
    }

    /** Where the model of a place comes from; what isn't known of it is left out, and a name that the place has too. */
    ReportLines origin(Origin origin, Path place) {
        line("form", origin.form());
        if (!origin.reference().isEmpty()) {
            line("reference", origin.reference());
        }
        if (!place.toAbsolutePath().normalize().endsWith(origin.name())) {
            line("name", origin.name());
        }
        return line("licence", origin.terms());
    }

    void print(PrintStream out) {
        lines.forEach(out::println);
    }
}
