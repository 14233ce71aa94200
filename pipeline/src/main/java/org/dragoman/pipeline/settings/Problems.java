package org.dragoman.pipeline.settings;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file of settings. */
final class Problems {
    private final String source;
    private final List<String> messages = new ArrayList<>();
    private final List<Throwable> causes = new ArrayList<>();

    Problems(String source) {
        this.source = source;
    }

    void add(String message) {
        messages.add(message);
    }

    void add(String message, Throwable cause) {
        messages.add(message);
        causes.add(cause);
    }

    int count() {
        return messages.size();
    }

    void throwIfAny() {
        if (messages.isEmpty()) {
            return;
        }
        var text = messages.size() == 1
                ? source + ": " + messages.get(0)
                : source + " has " + messages.size() + " problems:\n  " + String.join("\n  ", messages);
        var exception = new IllegalArgumentException(text);
        causes.forEach(exception::addSuppressed);
        throw exception;
    }
}
