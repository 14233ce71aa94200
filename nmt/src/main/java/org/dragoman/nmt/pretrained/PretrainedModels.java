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
        return find(place).orElseThrow(() -> unknown(place)).load(place);
    }

    /**
     * Says what the model of a folder is, without loading it; empty if the folder has no model of a known form.
     *
     * @throws IllegalArgumentException if the files that say it are damaged
     * @throws java.io.UncheckedIOException if they can't be read
     */
    public static Optional<ModelSummary> summary(Path folder) {
        return find(folder).map(form -> form.summary(folder));
    }

    private static Optional<PretrainedFormat> find(Path folder) {
        return FORMATS.stream().filter(form -> form.mismatch(folder).isEmpty()).findFirst();
    }

    private static IllegalArgumentException unknown(Path folder) {
        var reasons = FORMATS.stream()
                .map(form -> form.description() + ": " + form.mismatch(folder).orElse(""));
        return new IllegalArgumentException(reasons.collect(Collectors.joining(
                "\n  ", folder + " is no model that can be read, since it is none of these:\n  ", "")));
    }
}
