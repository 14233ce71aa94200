package org.dragoman.pipeline;

import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Reads a pipeline from JSON; {@link Pipeline#read} says what the file looks like. */
final class PipelineFile {
    private final Map<String, AnnotatorProvider> providers;
    private final List<Annotator> created = new ArrayList<>();

    private PipelineFile(Map<String, AnnotatorProvider> providers) {
        this.providers = providers;
    }

    static Pipeline read(Path file) {
        return read(Settings.read(file), ServiceLoader.load(AnnotatorProvider.class));
    }

    static Pipeline read(Settings settings, Iterable<AnnotatorProvider> providers) {
        var file = new PipelineFile(byName(providers));
        try {
            return settings.build(file::pipeline);
        } catch (RuntimeException e) {
            try {
                Closing.closeAll(file.created);
            } catch (IllegalStateException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    private static Map<String, AnnotatorProvider> byName(Iterable<AnnotatorProvider> providers) {
        var byName = new TreeMap<String, AnnotatorProvider>();
        for (var provider : providers) {
            var other = byName.putIfAbsent(provider.name(), provider);
            if (other != null) {
                throw new IllegalStateException("two annotators on the class path are called '" + provider.name()
                        + "': " + other.getClass().getName() + " and "
                        + provider.getClass().getName());
            }
        }
        return byName;
    }

    private Pipeline pipeline(Settings settings) {
        var run = settings.object("settings", PipelineSettings::from).or(PipelineSettings.DEFAULT);
        var steps = settings.named("steps", "annotator", providers.keySet(), this::create)
                .check(list -> !list.isEmpty(), "a list of at least one step")
                .required();
        return settings.hasProblems()
                ? Pipeline.of()
                : Pipeline.of(steps.toArray(Annotator[]::new)).withSettings(run);
    }

    private Annotator create(String name, Settings settings) {
        var annotator = providers.get(name).create(settings);
        created.add(annotator);
        return annotator;
    }
}
