package org.dragoman.eval.text;

import java.io.InputStream;

/** Files that come with this package. */
final class Resources {
    private Resources() {}

    static InputStream open(String name) {
        var in = Resources.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the resource " + name + " is missing beside " + Resources.class.getName()
                    + "; was it left out when the jar was packed?");
        }
        return in;
    }
}
