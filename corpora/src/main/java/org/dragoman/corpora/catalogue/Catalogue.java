package org.dragoman.corpora.catalogue;

import org.dragoman.pipeline.settings.Settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/**
 * Corpora by name.
 *
 * @param corpora in the order in which they are listed; no two have one name
 */
public record Catalogue(List<CatalogueEntry> corpora) {
    private static final String RESOURCE = "catalogue.json";

    public Catalogue {
        corpora = List.copyOf(corpora);
        var names = new HashSet<String>();
        for (var corpus : corpora) {
            if (!names.add(corpus.name())) {
                throw new IllegalArgumentException("the catalogue has two corpora named \"" + corpus.name() + "\"");
            }
        }
    }

    /** The corpora that this software knows: translation, treebanks, entities and language models. */
    public static Catalogue standard() {
        try (var in = Catalogue.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing beside "
                        + Catalogue.class.getName() + "; was it left out when the jar was packed?");
            }
            return Settings.parse(RESOURCE, new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .build(Catalogue::from);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + RESOURCE, e);
        }
    }

    /**
     * Reads a catalogue of your own, in the form of the standard one.
     *
     * @throws IllegalArgumentException naming everything that is wrong with it
     */
    public static Catalogue read(Path file) {
        return Settings.read(file).build(Catalogue::from);
    }

    private static Catalogue from(Settings settings) {
        return new Catalogue(settings.objects("corpora", CatalogueEntry::from).required());
    }

    /**
     * Finds a corpus.
     *
     * @throws IllegalArgumentException naming those that there are, if there is none of that name
     */
    public CatalogueEntry named(String name) {
        return corpora.stream()
                .filter(corpus -> corpus.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no corpus \"" + name + "\"; known are "
                        + String.join(
                                ", ", corpora.stream().map(CatalogueEntry::name).toList())));
    }
}
