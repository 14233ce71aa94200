package org.dragoman.nmt.factors;

import org.dragoman.nmt.text.Piece;
import org.dragoman.nmt.text.Vocabulary;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns the factors of documents into numbers. Thread safe.
 *
 * @param config which factors there are
 * @param vocabularies numbers of the values of each factor
 */
public record SourceFactors(FactorConfig config, List<Vocabulary> vocabularies) {

    /** Those of a model that reads pieces only. */
    public static final SourceFactors NONE = new SourceFactors(FactorConfig.NONE, List.of());

    public SourceFactors {
        vocabularies = List.copyOf(vocabularies);
        if (vocabularies.size() != config.factors().size()) {
            throw new IllegalArgumentException(
                    config.factors().size() + " factors need as many vocabularies, got " + vocabularies.size());
        }
    }

    /** Names of the files that {@link #save} writes, such as {@code factor-pos.txt}. */
    public static List<String> files(FactorConfig config) {
        return config.factors().stream().map(SourceFactors::file).toList();
    }

    private static String file(Factor factor) {
        return "factor-" + factor.name().replace(':', '-') + ".txt"; // some systems allow no colon
    }

    /** Reads what {@link #save} wrote. */
    public static SourceFactors load(Path folder, FactorConfig config) {
        return new SourceFactors(
                config,
                files(config).stream()
                        .map(file -> Vocabulary.load(folder.resolve(file)))
                        .toList());
    }

    /** Writes a vocabulary for each factor into the folder of a model. */
    public void save(Path folder) {
        for (var i = 0; i < vocabularies.size(); i++) {
            vocabularies.get(i).save(folder.resolve(file(config.factors().get(i))));
        }
    }

    /**
     * Returns the numbers of each factor, with {@link Vocabulary#END} at its end. A value that isn't in the vocabulary, or a piece outside
     * of all tokens, has {@link Vocabulary#UNKNOWN}.
     *
     * @param document which the pieces are of; it knows the factors of this configuration
     * @param pieces of a sentence; their spans point into the document
     */
    public List<int[]> ids(FactoredDocument document, List<Piece> pieces) {
        var values = document.values(pieces);
        return IntStream.range(0, vocabularies.size())
                .mapToObj(factor -> ids(vocabularies.get(factor), values.get(factor)))
                .toList();
    }

    private static int[] ids(Vocabulary vocabulary, List<String> values) {
        return IntStream.concat(values.stream().mapToInt(vocabulary::id), IntStream.of(Vocabulary.END))
                .toArray();
    }
}
