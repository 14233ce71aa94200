package org.dragoman.pipeline;

import org.dragoman.pipeline.settings.Settings;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a pipeline for a language usually gives.
 *
 * @param language which one
 * @param layers those that every annotation has
 * @param optional those that are added where an annotator on the class path gives them
 */
record Preset(Optional<String> language, List<Layer<?>> layers, List<Layer<?>> optional) {
    static final Preset NONE = new Preset(Optional.empty(), List.of(), List.of());

    /** The presets that there are; each is a resource of this package. */
    static final List<String> NAMES = List.of("de", "en", "fr");

    private static final Map<String, Layer<?>> LAYERS =
            Layers.all().stream().collect(Collectors.toMap(Layer::name, Function.identity()));

    static Preset read(String name) {
        var resource = "presets/" + name + ".json";
        try (var in = Preset.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return Settings.parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .build(Preset::from);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the preset " + name, e);
        }
    }

    private static Preset from(Settings settings) {
        return new Preset(
                Optional.of(settings.text("language").required()),
                layers(settings, "layers"),
                layers(settings, "optional"));
    }

    private static List<Layer<?>> layers(Settings settings, String key) {
        return settings.texts(key).check(LAYERS.keySet()::containsAll, "names of layers").required().stream()
                .<Layer<?>>map(LAYERS::get)
                .toList();
    }
}
