package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.search.LengthPenalty;
import org.dragoman.nmt.search.SearchConfig;
import org.dragoman.nmt.search.SearchRules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code decoder.yml} of a release: how Marian translates with it. Defaults are those of {@code marian-decoder}.
 *
 * @param model the file of weights
 * @param sourceVocabulary the file that numbers the source's pieces
 * @param targetVocabulary the file that numbers the target's pieces; may be the same
 * @param search with Marian's rules
 */
record MarianDecoding(Path model, Path sourceVocabulary, Path targetVocabulary, SearchConfig search) {

    static final String FILE = "decoder.yml";

    private static final int NO_LIMIT = 1_000_000; // tokens

    /** Options that would change translations, whatever their value. */
    private static final List<String> UNSUPPORTED =
            List.of("shortlist", "output-sampling", "force-decode", "skip-cost", "output-approx-knn");

    /** @throws IllegalArgumentException that names everything that is missing, wrong or not supported */
    static MarianDecoding read(Path folder) {
        var file = folder.resolve(FILE);
        var options = PlainYaml.read(file);
        var problems = new ArrayList<String>();
        var models = options.list("models");
        if (models.size() != 1) {
            problems.add("models must name one file, ensembles are not supported, got " + models);
        }
        var vocabularies = options.list("vocabs");
        if (vocabularies.size() != 2) {
            problems.add("vocabs must name two files, of the source and of the target, got " + vocabularies);
        }
        if (options.decimal("word-penalty", 0, problems) != 0) {
            problems.add("word-penalty must be 0, others are not supported, got " + options.text("word-penalty", ""));
        }
        UNSUPPORTED.stream().filter(options.keys()::contains).forEach(key -> problems.add(key + " is not supported"));
        var search = search(options, problems);
        options.refuse(problems);
        return new MarianDecoding(
                folder.resolve(models.get(0)),
                folder.resolve(vocabularies.get(0)),
                folder.resolve(vocabularies.get(1)),
                search);
    }

    private static SearchConfig search(PlainYaml options, List<String> problems) {
        var rules = new SearchRules(
                SearchRules.MARIAN.stop(), SearchRules.MARIAN.limit(), false, options.flag("allow-unk", problems));
        return SearchConfig.DEFAULT
                .withWidth(options.integer("beam-size", 12, 1, problems))
                .withLimits(options.decimal("max-length-factor", 3, problems), 0, NO_LIMIT)
                .withLengthPenalty(new LengthPenalty.Average(normalize(options, problems)))
                .withRules(rules);
    }

    /** The exponent of the length; without a value it is 1. */
    private static double normalize(PlainYaml options, List<String> problems) {
        return options.keys().contains("normalize") && options.list("normalize").isEmpty()
                ? 1
                : options.decimal("normalize", 0, problems);
    }
}
