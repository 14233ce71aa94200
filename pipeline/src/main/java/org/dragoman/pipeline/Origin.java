package org.dragoman.pipeline;

import java.nio.file.Path;
import java.util.Optional;

/** Says where a class comes from. */
final class Origin {
    private Origin() {}

    /** The class and the jar that has it, or its version where it lies in no jar but its package tells. */
    static String of(Class<?> type) {
        var version = Optional.ofNullable(type.getPackage().getImplementationVersion());
        return type.getName()
                + jar(type).or(() -> version).map(place -> " (" + place + ")").orElse("");
    }

    private static Optional<String> jar(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(source -> source.getLocation().getPath())
                .filter(path -> path.endsWith(".jar"))
                .map(path -> Path.of(path).getFileName().toString());
    }
}
