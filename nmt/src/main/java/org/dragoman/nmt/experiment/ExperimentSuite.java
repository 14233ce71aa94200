package org.dragoman.nmt.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.eval.text.BleuConfig;
import org.dragoman.eval.text.BleuTokenizer;
import org.dragoman.nmt.factors.FactorConfig;
import org.dragoman.nmt.search.LengthPenalty;
import org.dragoman.nmt.search.SearchConfig;
import org.dragoman.nmt.train.CorpusFiles;
import org.dragoman.nmt.train.Experiment;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Several training runs that differ in a few settings, and a test of each: what a table in a paper is made of.
 *
 * <pre>
 * {"output": "runs", "beam": 1, "bleu": {"tokenizer": "none", "lowerCase": true},
 *  "base": {an experiment as for {@code dragoman train}, without output, and "test": a corpus},
 *  "runs": {"additive": {"model": {"attention": "additive"}}, "dot": {"model": {"attention": "dot", "decoderSize": 512}}}}
 * </pre>
 *
 * <p>The settings of a run are those of the base with its own put over them, key by key; an object with another {@code type} takes the
 * place of the base's as a whole. {@code beam} (1, greedy) and {@code lengthPenalty} ({@code {"type": "gnmt", "alpha": 0.6}}) say how the tests are
 * translated.
 *
 * @param output folder with a folder for each run
 * @param search how the test is translated
 * @param bleu how the test is scored
 * @param runs in the order of the file, at least one
 */
public record ExperimentSuite(Path output, SearchConfig search, BleuConfig bleu, List<Run> runs) {

    /**
     * One run.
     *
     * @param name also that of its folder
     * @param experiment how it is trained
     * @param test what it is tested on
     */
    public record Run(String name, Experiment experiment, CorpusFiles test) {}

    /**
     * Reads and checks a file; paths in it are relative to its folder.
     *
     * @throws IllegalArgumentException naming everything that is wrong with the first run that can't be made
     */
    public static ExperimentSuite read(Path file) {
        return read(Settings.read(file), file.toString(), file.toAbsolutePath().getParent());
    }

    /**
     * The same from settings that have been opened already.
     *
     * @param source where they are from, for messages
     * @param folder to which paths are relative
     */
    static ExperimentSuite read(Settings settings, String source, Path folder) {
        return settings.build(all -> {
            var output = all.path("output").required();
            var search = SearchConfig.DEFAULT
                    .withWidth(all.integer("beam").atLeast(1).or(1))
                    .withLengthPenalty(
                            all.kind("lengthPenalty", LengthPenalty.KINDS).or(SearchConfig.DEFAULT.lengthPenalty()));
            var bleu = all.object("bleu", ExperimentSuite::bleu).or(BleuConfig.CORPUS);
            var base = all.tree("base").required();
            var changes = all.tree("runs")
                    .check(runs -> !runs.isEmpty(), "at least one run")
                    .required();
            var runs = new ArrayList<Run>();
            if (!all.hasProblems()) {
                changes.properties().forEach(change -> {
                    if (change.getValue() instanceof ObjectNode own) {
                        runs.add(run(change.getKey(), merged(base, own), output, source, folder));
                    } else {
                        all.problem("runs." + change.getKey(), "must be an object, got " + change.getValue());
                    }
                });
            }
            return new ExperimentSuite(output, search, bleu, runs);
        });
    }

    private static BleuConfig bleu(Settings settings) {
        return BleuConfig.CORPUS
                .withTokenizer(BleuTokenizer.named(settings.text("tokenizer")
                        .or(BleuConfig.CORPUS.tokenizer().name())))
                .withLowerCase(settings.flag("lowerCase").or(BleuConfig.CORPUS.lowerCase()));
    }

    private static Run run(String name, ObjectNode settings, Path output, String source, Path folder) {
        if (!name.matches("[\\p{Alnum}._-]+")) {
            throw new IllegalArgumentException(
                    source + ": the name of a run is that of its folder, so it has letters, digits, dots,"
                            + " hyphens and underscores only, got \"" + name + "\"");
        }
        settings.put("output", output.resolve(name).toString());
        return Settings.of(source + ", run " + name, settings, folder).build(all -> {
            var test = all.object("test", files -> CorpusFiles.parallel(files, FactorConfig.NONE))
                    .required();
            return new Run(name, Experiment.from(all), test);
        });
    }

    /** Puts settings over others. */
    static ObjectNode merged(ObjectNode base, ObjectNode over) {
        var merged = base.deepCopy();
        over.properties().forEach(entry -> {
            var before = merged.get(entry.getKey());
            var isSameKind = before instanceof ObjectNode old
                    && entry.getValue() instanceof ObjectNode now
                    && (!now.has("type") || now.get("type").equals(old.get("type")));
            merged.set(
                    entry.getKey(),
                    isSameKind
                            ? merged((ObjectNode) before, (ObjectNode) entry.getValue())
                            : entry.getValue().deepCopy());
        });
        return merged;
    }
}
