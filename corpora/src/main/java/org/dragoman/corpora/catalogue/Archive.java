package org.dragoman.corpora.catalogue;

import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.dragoman.corpora.AtomicFile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Unpacks archives. */
final class Archive {
    private Archive() {}

    /** Unpacks an archive into a folder; files are written whole or not at all, and ordinary files only. */
    static void unpack(Path archive, RemoteFile.Unpack kind, Path folder) throws IOException {
        if (kind != RemoteFile.Unpack.NONE) {
            try (var in = open(archive, kind)) {
                for (ArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    unpack(archive, in, entry, folder);
                }
            }
        }
    }

    private static ArchiveInputStream<?> open(Path archive, RemoteFile.Unpack kind) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(archive));
        return kind == RemoteFile.Unpack.ZIP
                ? new ZipArchiveInputStream(in)
                : new TarArchiveInputStream(GzipCompressorInputStream.builder()
                        .setInputStream(in)
                        .setDecompressConcatenated(true)
                        .get());
    }

    private static void unpack(Path archive, ArchiveInputStream<?> in, ArchiveEntry entry, Path folder)
            throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder.normalize()) || target.equals(archive.normalize())) {
            throw new CorpusDownloadException(
                    "the archive " + archive + " has an entry outside its folder: \"" + entry.getName() + "\"");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (isOrdinaryFile(entry)) {
            Files.createDirectories(target.getParent());
            AtomicFile.write(target, in::transferTo);
        }
    }

    /** No link, device or pipe; a tar archive's own test takes those for files. */
    private static boolean isOrdinaryFile(ArchiveEntry entry) {
        return !(entry instanceof TarArchiveEntry tar)
                || tar.getLinkFlag() == TarConstants.LF_NORMAL
                || tar.getLinkFlag() == TarConstants.LF_OLDNORM;
    }
}
