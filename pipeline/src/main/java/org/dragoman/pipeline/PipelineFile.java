package org.dragoman.pipeline;

import org.dragoman.pipeline.settings.Settings;
import org.dragoman.pipeline.settings.Suggestion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a pipeline from JSON; {@link Pipeline#read} says what the file looks like. */
final class PipelineFile {
    private final Map<String, AnnotatorProvider> providers;
    private final Map<String, Layer<?>> layers = new TreeMap<>();
    private final Set<String> languages = new TreeSet<>();
    private final List<Annotator> created = new ArrayList<>();

    private PipelineFile(Map<String, AnnotatorProvider> providers) {
        this.providers = providers;
        Layers.all().forEach(layer -> layers.put(layer.name(), layer));
        for (var provider : providers.values()) {
            provider.provides().forEach(layer -> layers.putIfAbsent(layer.name(), layer));
            languages.addAll(provider.languages());
        }
    }

    static Pipeline read(Path file, ClassLoader loader) {
        return read(Settings.read(file), ServiceLoader.load(AnnotatorProvider.class, loader));
    }

    static Pipeline parse(String source, String json) {
        return read(Settings.parse(source, json), ServiceLoader.load(AnnotatorProvider.class));
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
        var preset = preset(settings);
        var language = language(settings).or(preset::language);
        var given = new LinkedHashSet<>(layers(settings, "given"));
        var wanted = union(preset.layers(), layers(settings, "layers"));
        var optional = union(preset.optional(), layers(settings, "optional"));
        var named =
                settings.named("steps", "annotator", providers.keySet(), (name, own) -> create(name, own, language));
        if (settings.hasProblems()) {
            return Pipeline.of();
        }
        if (wanted.isEmpty() && optional.isEmpty()) {
            var steps = named.check(list -> !list.isEmpty(), "a list of at least one step")
                    .optional();
            if (steps.isEmpty() && !settings.hasProblems()) {
                settings.problem(
                        "steps", "is missing; expected a list of names or objects, or \"layers\", or a \"preset\"");
            }
            return settings.hasProblems() ? Pipeline.of() : new Pipeline(given, steps.orElseThrow(), List.of(), run);
        }
        var search = new StepSearch(providers.values(), language, given, named.or(List.of()));
        var faults = search.require(wanted);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "the layers " + StepOrder.names(wanted) + " cannot be had: " + String.join("; ", faults));
        }
        search.tryFor(optional);
        return new Pipeline(given, search.steps(), search.leftOut(), run);
    }

    private static List<Layer<?>> union(List<Layer<?>> first, List<Layer<?>> second) {
        var both = new LinkedHashSet<>(first);
        both.addAll(second);
        return List.copyOf(both);
    }

    private Preset preset(Settings settings) {
        var name = settings.text("preset").optional();
        if (name.isEmpty()) {
            return Preset.NONE;
        }
        if (!Preset.NAMES.contains(name.get())) {
            settings.problem(
                    "preset",
                    "names no preset: there is no \"" + name.get() + "\"" + Suggestion.of(name.get(), Preset.NAMES));
            return Preset.NONE;
        }
        return Preset.read(name.get());
    }

    private Optional<String> language(Settings settings) {
        var language = settings.text("language").optional();
        language.filter(tag -> !languages.contains(tag))
                .ifPresent(tag -> settings.problem(
                        "language",
                        "names no language of an annotator: there is no \"" + tag + "\""
                                + Suggestion.of(tag, languages)));
        if (language.isPresent() && settings.keys().contains("preset")) {
            settings.problem("language", "goes without a preset, which has its own; leave one of them out");
        }
        return language;
    }

    private List<Layer<?>> layers(Settings settings, String key) {
        var names = settings.texts(key).or(List.of());
        var result = new ArrayList<Layer<?>>();
        for (var i = 0; i < names.size(); i++) {
            var layer = layers.get(names.get(i));
            if (layer == null) {
                settings.problem(
                        key + "[" + i + "]",
                        "names no layer: there is no \"" + names.get(i) + "\""
                                + Suggestion.of(names.get(i), layers.keySet()));
            } else {
                result.add(layer);
            }
        }
        return List.copyOf(result);
    }

    private PipelineStep create(String name, Settings settings, Optional<String> language) {
        var provider = providers.get(name);
        var own = language.filter(tag -> !provider.languages().isEmpty())
                .map(tag -> settings.orText("language", tag))
                .orElse(settings);
        var annotator = provider.create(own);
        created.add(annotator);
        return PipelineStep.of(annotator, provider, own.json());
    }
}
