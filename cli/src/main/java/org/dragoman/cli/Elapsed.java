package org.dragoman.cli;

import java.time.Duration;
import java.util.Locale;

/** How people read the time that something takes. */
final class Elapsed {
    private Elapsed() {}

    /** Returns hours, minutes and seconds, such as {@code 1:02:03}. */
    static String text(double seconds) {
        var duration = Duration.ofSeconds(Math.round(seconds));
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}
