package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.files.ModelFiles;
import org.dragoman.nmt.model.Codec;
import org.dragoman.nmt.text.CodedSubwords;
import org.dragoman.nmt.text.Subwords;
import org.dragoman.nmt.weights.CTranslate2File;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The vocabularies of a folder of CTranslate2. A piece's number is its place in the list; an unknown piece that the list lacks comes last.
 *
 * @param sourcePieces in the reference's order
 * @param targetPieces in the reference's order
 * @param source the reference's numbers of the source
 * @param target the reference's numbers of the target
 */
record CTranslate2Vocabularies(
        List<String> sourcePieces, List<String> targetPieces, ReferenceIds source, ReferenceIds target) {

    /** @throws IllegalArgumentException if a file is missing or damaged, or doesn't fit the embeddings */
    static CTranslate2Vocabularies read(
            Path folder, CTranslate2File file, CTranslate2Config config, boolean startsFromZero) {
        var sourceList = list(folder, "source_vocabulary");
        var targetList = list(folder, "target_vocabulary");
        var source = pieces(sourceList, config, file, CTranslate2Weights.sourceEmbedding(file));
        var target = pieces(targetList, config, file, CTranslate2Weights.TARGET_EMBEDDING);
        var start = startsFromZero
                ? ReferenceIds.NONE
                : ReferenceIds.idOf(target, config.start().orElseThrow(), targetList);
        var targetIds = ids(target, targetList, config, start);
        var sourceIds = source.equals(target) ? targetIds : ids(source, sourceList, config, ReferenceIds.NONE);
        return new CTranslate2Vocabularies(source, target, sourceIds, targetIds);
    }

    /** Whether source and target have the same pieces. */
    boolean isShared() {
        return sourcePieces.equals(targetPieces);
    }

    Codec codec(Subwords subwords) {
        var ofSource = source.vocabulary(sourcePieces);
        return new Codec(
                CodedSubwords.around(subwords, ofSource),
                ofSource,
                isShared() ? ofSource : target.vocabulary(targetPieces));
    }

    private static Path list(Path folder, String name) {
        var candidates = List.of(name + ".json", name + ".txt", "shared_vocabulary.json", "shared_vocabulary.txt");
        return candidates.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the model folder " + folder
                        + " has no vocabulary: it needs one of " + String.join(", ", candidates)));
    }

    private static List<String> pieces(Path file, CTranslate2Config config, CTranslate2File weights, String embedding) {
        var pieces = new ArrayList<>(file.toString().endsWith(".json") ? JsonFiles.texts(file) : lines(file));
        if (!pieces.contains(config.unknown())) {
            pieces.add(config.unknown());
        }
        var tensor = weights.tensors().get(embedding);
        if (tensor == null || tensor.shape().length != 2 || tensor.shape()[0] != pieces.size()) {
            throw new IllegalArgumentException(
                    file + " has " + pieces.size() + " pieces, but " + embedding + " of " + weights.origin()
                            + (tensor == null ? " is missing" : " has shape " + Arrays.toString(tensor.shape())));
        }
        return pieces;
    }

    /** Only a line feed ends a line: a piece may be any other character. */
    private static List<String> lines(Path file) {
        var text = ModelFiles.text(file);
        return List.of((text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1));
    }

    private static ReferenceIds ids(List<String> pieces, Path file, CTranslate2Config config, int start) {
        return new ReferenceIds(
                pieces.size(),
                ReferenceIds.NONE,
                ReferenceIds.idOf(pieces, config.unknown(), file),
                start,
                ReferenceIds.idOf(pieces, config.end(), file));
    }
}
