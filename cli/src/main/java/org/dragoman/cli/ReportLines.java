package org.dragoman.cli;

import org.dragoman.nmt.pretrained.Origin;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What is told of a model, a line each: a name, then in the same column its value. */
final class ReportLines {
    private final List<String> lines = new ArrayList<>();

    ReportLines line(String name, String value) {
        lines.add(String.format("%-13s %s", name, value));
        return this;
    }

    /** Where a model comes from; what isn't known of it is left out. */
    ReportLines origin(Origin origin) {
        line("form", origin.form());
        if (!origin.reference().isEmpty()) {
            line("reference", origin.reference());
            line("name", origin.name());
        }
        return line("licence", origin.terms());
    }

    void print(PrintStream out) {
        lines.forEach(out::println);
    }
}
