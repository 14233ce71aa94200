package org.dragoman.corpora.catalogue;

import org.dragoman.pipeline.settings.Settings;

import java.net.URI;
import java.util.Objects;
import java.util.Set;

/**
 * A file of a corpus, where it is and what it must be.
 *
 * @param name of the file once it is fetched, without folders
 * @param url http or https
 * @param checksum of the file as it is fetched
 * @param unpack what is done with it then
 */
public record RemoteFile(String name, URI url, Checksum checksum, Unpack unpack) {

    /** How a fetched file becomes the corpus. */
    public enum Unpack {
        /** It is kept as it is; a gzipped text is read as it is everywhere here. */
        NONE,
        /** It is a zip archive. */
        ZIP,
        /** It is a tar archive in gzip. */
        TAR_GZ
    }

    public RemoteFile {
        Objects.requireNonNull(checksum, "checksum");
        Objects.requireNonNull(unpack, "unpack");
        if (!name.matches("[^/\\\\\\p{Cntrl}]+") || Set.of(".", "..").contains(name)) {
            throw new IllegalArgumentException("a file of a corpus needs a name without folders, got \"" + name + "\"");
        }
        if (!Set.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw new IllegalArgumentException(
                    "the address of " + name + " must begin with https:// or http://, got " + url);
        }
    }

    static RemoteFile from(Settings settings) {
        var name = settings.text("name").required();
        var url = settings.text("url").required();
        var checksum = settings.text("checksum").required();
        var unpack = settings.choice("unpack", Unpack.class).or(Unpack.NONE);
        return new RemoteFile(name, URI.create(url), Checksum.parse(checksum), unpack);
    }
}
