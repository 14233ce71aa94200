package org.dragoman.cli;

import picocli.CommandLine.IVersionProvider;

import java.util.Optional;

/** The version from the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
        return new String[] {"dragoman " + version.orElse("(development)") + ", Java " + Runtime.version()};
    }
}
