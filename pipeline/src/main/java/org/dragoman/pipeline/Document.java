package org.dragoman.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A text with what is known about it.
 *
 * <p>Immutable: {@link #with} returns a new document that shares the text and the other layers. The text is as it came, and
 * every offset in every layer points into it. Safe for use by many threads.
 */
public final class Document {
    private static final String NO_ID = "untitled";

    private final String id;
    private final String text;
    private final Map<String, String> metadata;
    private final Map<Layer<?>, Object> layers;

    private Document(String id, String text, Map<String, String> metadata, Map<Layer<?>, Object> layers) {
        this.id = id;
        this.text = text;
        this.metadata = metadata;
        this.layers = layers;
    }

    /** A document with the id {@code untitled}. */
    public static Document of(String text) {
        return of(NO_ID, text);
    }

    /** A document without layers and metadata. */
    public static Document of(String id, String text) {
        Checks.notBlank("the id of a document", id);
        return new Document(id, Objects.requireNonNull(text, "text"), Map.of(), Map.of());
    }

    /** What messages and reports call this document, such as a path; not blank, and not necessarily unique. */
    public String id() {
        return id;
    }

    /** The text as it came. */
    public String text() {
        return text;
    }

    /** What the source said about the text, such as its author; unmodifiable, in the order given. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** The layers that this document has, in the order in which they were added. */
    public Set<Layer<?>> layers() {
        return layers.keySet();
    }

    public boolean has(Layer<?> layer) {
        return layers.containsKey(layer);
    }

    /**
     * Returns what the document has under {@code layer}, unmodifiable.
     *
     * @throws IllegalStateException if it does not have the layer
     */
    public <T> T get(Layer<T> layer) {
        return find(layer)
                .orElseThrow(() -> new IllegalStateException("document '" + id + "' has no layer '" + layer.name()
                        + "', only " + layerNames() + "; run a step that provides it first"));
    }

    /** Returns what the document has under {@code layer}, unmodifiable, or nothing if it does not have the layer. */
    @SuppressWarnings("unchecked") // with() puts only a T under a Layer<T>, and equal layers have equal types
    public <T> Optional<T> find(Layer<T> layer) {
        return Optional.ofNullable((T) layers.get(layer));
    }

    /**
     * Returns this document with {@code value} as the layer; a value that it had is replaced.
     *
     * @throws IllegalArgumentException if the value does not fit the text and the other layers, or another layer no longer
     *     fits the new value
     * @throws IllegalStateException if the layer belongs to the elements of another layer, which is missing
     */
    public <T> Document with(Layer<T> layer, T value) {
        checkSameType(layer);
        var fitting = layer.fit(this, Objects.requireNonNull(value, layer.name()));
        var changed = new LinkedHashMap<>(layers);
        changed.put(layer, fitting);
        var result = new Document(id, text, metadata, Collections.unmodifiableMap(changed));
        if (has(layer)) {
            result.checkAgain("'" + layer.name() + "' was replaced");
        }
        return result;
    }

    /**
     * Returns this document without a layer and without those that belong to its elements (without words there are no lemmas
     * either).
     *
     * @throws IllegalArgumentException if another layer refers to it, as the alignment of a translation does to tokens
     */
    public Document without(Layer<?> layer) {
        var kept = new LinkedHashMap<>(layers);
        kept.keySet().removeIf(other -> isOn(other, layer));
        var result = new Document(id, text, metadata, Collections.unmodifiableMap(kept));
        result.checkAgain("'" + layer.name() + "' was removed");
        return result;
    }

    /** Returns this document with other metadata, of which it keeps a copy. */
    public Document withMetadata(Map<String, String> newMetadata) {
        newMetadata.forEach((key, value) -> Objects.requireNonNull(value, key));
        return new Document(id, text, Collections.unmodifiableMap(new LinkedHashMap<>(newMetadata)), layers);
    }

    /** Returns this document with another id. */
    public Document withId(String newId) {
        Checks.notBlank("the id of a document", newId);
        return new Document(newId, text, metadata, layers);
    }

    /** Names of the layers, for messages. */
    String layerNames() {
        return layers.isEmpty() ? "no layers" : layers.keySet().toString();
    }

    private void checkSameType(Layer<?> layer) {
        for (var present : layers.keySet()) {
            if (present.name().equals(layer.name()) && !present.equals(layer)) {
                throw new IllegalArgumentException("document '" + id + "' has a layer '" + layer.name() + "' of type "
                        + present.type().getTypeName() + ", which is not the "
                        + layer.type().getTypeName() + " of the layer to add; rename one of the two");
            }
        }
    }

    private void checkAgain(String change) {
        layers.keySet().forEach(layer -> checkAgain(layer, change));
    }

    private <T> void checkAgain(Layer<T> layer, String change) {
        try {
            layer.fit(this, get(layer));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "after " + change + ", " + e.getMessage() + "; remove '" + layer.name() + "' with without() first",
                    e);
        }
    }

    /** Whether {@code layer} is {@code base} or belongs, directly or not, to its elements. */
    private static boolean isOn(Layer<?> layer, Layer<?> base) {
        return layer.equals(base)
                || layer.base().filter(lower -> isOn(lower, base)).isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Document document
                && id.equals(document.id)
                && text.equals(document.text)
                && metadata.equals(document.metadata)
                && layers.equals(document.layers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, text);
    }

    @Override
    public String toString() {
        return "Document '" + id + "' (" + text.length() + " characters, " + layerNames() + ")";
    }
}
