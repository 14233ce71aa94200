package org.dragoman.nmt.pretrained;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Loads models of every form that is known. */
public final class PretrainedModels {

    private static final List<PretrainedFormat> FORMATS =
            List.of(new DragomanFolder(), new CTranslate2Folder(), new HuggingFaceMarian(), new MarianRelease());

    private PretrainedModels() {}

    /**
     * Loads a model.
     *
     * @param place its folder, or the zip file of an OPUS-MT release
     * @throws IllegalArgumentException if there is none, its form isn't known, or it can't be used; the message says why
     * @throws java.io.UncheckedIOException if a file can't be read
     */
    public static PretrainedModel load(Path place) {
        if (Files.isRegularFile(place)) {
            return ZippedRelease.load(place, PretrainedModels::load);
        }
        if (!Files.isDirectory(place)) {
            throw new IllegalArgumentException("there is no model folder " + place);
        }
        return format(place).load(place);
    }

    /**
     * Says where the model of a folder comes from, without loading it; empty if the folder has no model of a known form.
     *
     * @throws IllegalArgumentException if the files that say it are damaged
     */
    public static Optional<Origin> origin(Path folder) {
        return FORMATS.stream()
                .filter(format -> format.recognises(folder))
                .findFirst()
                .map(format -> format.origin(folder));
    }

    /**
     * Says which form a folder has.
     *
     * @throws IllegalArgumentException if it has none that is known
     */
    static PretrainedFormat format(Path folder) {
        return FORMATS.stream()
                .filter(format -> format.recognises(folder))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(folder + " is no model that can be read; known are "
                        + FORMATS.stream().map(PretrainedFormat::description).collect(Collectors.joining("; "))));
    }
}
