package org.dragoman.nmt.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The formats of weights, and how to tell them apart by their first bytes. */
enum Format {
    SAFETENSORS,
    TORCH,
    NPZ,
    CTRANSLATE2;

    /** What Git leaves in the place of a large file that has not been fetched. */
    private static final String POINTER = "version https://git-lfs";

    static Format of(Path file) {
        try (var source = ByteSource.of(file)) {
            var start = source.bytes(0, POINTER.length());
            var first = new byte[start.remaining()];
            start.duplicate().get(first);
            if (new String(first, java.nio.charset.StandardCharsets.ISO_8859_1).equals(POINTER)) {
                throw new IllegalArgumentException(file
                        + " is a pointer of Git LFS, not the file that it stands for: fetch that with 'git lfs pull'");
            }
            return of(first, file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Format of(byte[] start, Path file) throws IOException {
        if (start.length > 8 && start[8] == '{') {
            return SAFETENSORS;
        }
        if (start.length > 0 && start[0] == (byte) 0x80) {
            return TORCH;
        }
        if (start.length > 1 && start[0] == 'P' && start[1] == 'K') {
            try (var archive = Archive.open(file)) {
                return TorchFile.isIn(archive) ? TORCH : NPZ;
            }
        }
        throw new IllegalArgumentException(file
                + " is in none of the formats of weights that are read: safetensors, torch.save, npz, CTranslate2");
    }

    TensorFile open(Path file) {
        return switch (this) {
            case SAFETENSORS -> SafetensorsFile.open(file);
            case TORCH -> TorchFile.open(file);
            case NPZ -> NpzFile.open(file);
            case CTRANSLATE2 -> CTranslate2File.open(file);
        };
    }
}
