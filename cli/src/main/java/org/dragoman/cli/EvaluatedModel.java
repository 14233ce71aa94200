package org.dragoman.cli;

import org.dragoman.corpora.SentencePair;
import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.eval.report.RunRecord;
import org.dragoman.nmt.model.ModelSettings;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.pretrained.PretrainedModel;
import org.dragoman.nmt.search.Alignments;
import org.dragoman.nmt.train.RunFolder;
import org.dragoman.nmt.translate.Aligner;
import org.dragoman.nmt.translate.AlignmentUnit;
import org.dragoman.nmt.translate.CorpusTranslation;
import org.dragoman.nmt.translate.EmbeddedModels;
import org.dragoman.nmt.translate.Translator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** A translation model that is evaluated, and all there is to tell of it. Closing frees it. */
final class EvaluatedModel implements AutoCloseable {
    private final Optional<String> name;
    private final Translators.Request request;
    private final PretrainedModel loaded;
    private final TranslationModel model;
    private final Translator translator;

    private EvaluatedModel(Optional<String> name, Translators.Request request, PretrainedModel loaded) {
        this.name = name;
        this.request = request;
        this.loaded = loaded;
        model = loaded.model();
        translator = new Translator(model, Models.config(request, loaded));
    }

    static EvaluatedModel open(Translators.Request request) {
        return open(Optional.empty(), request);
    }

    /** Opens a model that has a name of its own. */
    static EvaluatedModel open(String name, Translators.Request request) {
        return open(Optional.of(name), request);
    }

    private static EvaluatedModel open(Optional<String> name, Translators.Request request) {
        var model = Models.model(request);
        try {
            return new EvaluatedModel(name, request, model);
        } catch (IllegalArgumentException e) {
            model.close();
            throw e;
        }
    }

    /** Its own name, or the folder as it was given, or what is built in. */
    String name() {
        return name.or(() -> request.model().map(Path::toString))
                .orElseGet(() -> settings().source() + "-" + settings().target());
    }

    ModelSettings settings() {
        return model.settings();
    }

    CorpusTranslation translate(Collection<String> sources, LongConsumer progress) {
        return CorpusTranslation.of(sources, translator, progress);
    }

    /** Ties words and signs of translations to those of their sources; empty for a model that doesn't attend to its source. */
    Optional<Function<List<SentencePair>, List<SoftAlignment>>> aligner() {
        return settings().architecture().attends() ? Optional.of(this::align) : Optional.empty();
    }

    /** The attention in the layer that is taken by default. */
    private List<SoftAlignment> align(List<SentencePair> pairs) {
        return new Aligner(model, AlignmentUnit.TOKENS)
                .alignAll(pairs).stream()
                        .map(alignment -> alignment.layer(new Alignments.Automatic()
                                .layer(alignment.layers().size())
                                .orElseThrow()))
                        .toList();
    }

    /** What the model is and how it searches, by name. */
    Map<String, String> facts() {
        var search = Models.config(request, loaded).search();
        var facts = new LinkedHashMap<String, String>();
        facts.put("Languages", settings().source() + " to " + settings().target());
        facts.put("Architecture", architecture());
        facts.put(
                "Parameters",
                String.format(Locale.ROOT, "%,d", model.network().parameters().count()));
        facts.put(
                "Search",
                "beam " + search.width() + ", length penalty " + search.lengthPenalty() + ", stop "
                        + search.rules().stop().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        facts.put(
                "Longest translation",
                search.maxRatio() + " pieces for each of the source and " + search.maxExtra() + " more, up to "
                        + search.maxTokens());
        if (!loaded.origin().reference().isEmpty()) {
            facts.put("Reference", loaded.origin().reference());
            facts.put("Licence", loaded.origin().terms());
        }
        return facts;
    }

    private String architecture() {
        var facts = new ArrayList<String>();
        settings()
                .architecture()
                .toJson()
                .properties()
                .forEach(entry ->
                        facts.add(entry.getKey() + " " + entry.getValue().asText()));
        return String.join(", ", facts);
    }

    /** The files of the model with their checksums. */
    List<RunRecord.DataFile> files() {
        return request.model()
                .map(folder -> files(folder, folder + "/"))
                .orElseGet(() -> EmbeddedModels.unpacked(
                                settings().source(), settings().target(), folder -> files(folder, "built in: "))
                        .orElseThrow());
    }

    private static List<RunRecord.DataFile> files(Path folder, String prefix) {
        if (Files.isRegularFile(folder)) {
            return List.of(RunRecord.DataFile.ofBytes("model", folder).named(folder.toString()));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> RunRecord.DataFile.ofBytes("model", file).named(prefix + file.getFileName()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the model folder " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The log of the training, in the folder of the model or of its run. */
    Optional<Path> log() {
        return beside(RunFolder::log).or(() -> beside(run -> Path.of(run.log() + ".gz")));
    }

    /** The settings of the training, in the folder of the model or of its run. */
    Optional<Path> experiment() {
        return beside(RunFolder::settings);
    }

    private Optional<Path> beside(Function<RunFolder, Path> file) {
        return request.model().stream()
                .map(Path::toAbsolutePath)
                .flatMap(folder -> Stream.of(folder, folder.resolveSibling(".").normalize()))
                .map(RunFolder::new)
                .map(file)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    @Override
    public void close() {
        translator.close();
    }
}
