package org.dragoman.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this software, as the build wrote it. */
final class Version {
    private static final String RESOURCE = "version.properties";
    private static final String CURRENT = read();

    private Version() {}

    /** Such as {@code 0.1.0}. */
    static String current() {
        return CURRENT;
    }

    private static String read() {
        try (var in = Version.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing beside "
                        + Version.class.getName() + "; was it left out when the jar was packed?");
            }
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + RESOURCE, e);
        }
    }
}
