package org.dragoman.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.dragoman.pipeline.settings.Settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An annotator that its provider makes when the first document comes, so that a pipeline can be put together and explained
 * without loading models. If it can't be made, the document fails and the next one tries again. Safe for use by many threads.
 */
final class LazyAnnotator implements Annotator, AutoCloseable {
    private final AnnotatorProvider provider;
    private final Settings settings;
    private volatile Annotator made; // null before it is needed

    /**
     * @param language the only setting, which is given to a provider that has languages
     */
    LazyAnnotator(AnnotatorProvider provider, Optional<String> language) {
        this.provider = provider;
        var node = JsonNodeFactory.instance.objectNode();
        language.filter(tag -> !provider.languages().isEmpty()).ifPresent(tag -> node.put("language", tag));
        this.settings = Settings.of("the annotator '" + provider.name() + "'", node);
    }

    /** The settings as JSON. */
    String settings() {
        return settings.json();
    }

    /**
     * Makes the annotator now, if that has not happened yet.
     *
     * @throws IllegalStateException if it is not what the provider says
     */
    Annotator load() {
        if (made == null) {
            synchronized (this) {
                if (made == null) {
                    made = checked(settings.build(provider::create));
                }
            }
        }
        return made;
    }

    private Annotator checked(Annotator annotator) {
        if (provider.requires().containsAll(annotator.requires())
                && annotator.provides().containsAll(provider.provides())) {
            return annotator;
        }
        Closing.closeAll(List.of(annotator));
        throw new IllegalStateException(provider.getClass().getName() + " says that '" + provider.name() + "' needs "
                + StepOrder.names(provider.requires()) + " and gives " + StepOrder.names(provider.provides())
                + ", but the annotator that it made needs " + StepOrder.names(annotator.requires()) + " and gives "
                + StepOrder.names(annotator.provides()) + "; correct the provider");
    }

    @Override
    public String name() {
        return provider.name();
    }

    @Override
    public Set<Layer<?>> requires() {
        return provider.requires();
    }

    @Override
    public Set<Layer<?>> provides() {
        return provider.provides();
    }

    @Override
    public Document annotate(Document document) {
        return load().annotate(document);
    }

    @Override
    public List<Document> annotateAll(List<Document> documents) {
        return load().annotateAll(documents);
    }

    @Override
    public void close() {
        if (made != null) {
            Closing.closeAll(List.of(made));
        }
    }
}
