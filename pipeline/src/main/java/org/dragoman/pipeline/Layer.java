package org.dragoman.pipeline;

import com.fasterxml.jackson.databind.type.TypeFactory;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A typed key for one kind of annotation.
 *
 * <p>The kinds that steps share are in {@link Layers}. Anyone may make more; a prefix such as {@code acme:topics} keeps names
 * apart. A layer knows what fits a document (spans inside the text and in order, one value a word), which is checked when a
 * value is put in, and its Java type, so that it can be written and read as JSON: values are strings, numbers, records, and
 * lists and maps of them.
 *
 * <p>Two layers are equal if their names and types are. Layers are immutable and safe for use by many threads.
 *
 * @param <T> what a document has under this key; an unmodifiable value
 */
public final class Layer<T> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*([:._-][a-z0-9]+)*");

    private final String name;
    private final Type type;
    private final Layer<?> base; // itself where there is none
    private final boolean shared;
    private final Rule<T> rule;

    /** Decides whether a value fits a document. */
    @FunctionalInterface
    public interface Rule<T> {
        /**
         * Returns {@code value}, or an unmodifiable copy of it.
         *
         * @throws IllegalArgumentException if it does not fit; the message says why
         */
        T fit(Document document, T value);
    }

    private Layer(String name, Type type, Layer<?> base, boolean shared, Rule<T> rule) {
        Checks.check(
                NAME.matcher(name).matches(),
                "the name of a layer",
                "lower-case letters and digits, with : . _ or - between them",
                "\"" + name + "\"");
        this.name = name;
        this.type = type;
        this.base = base == null ? this : base;
        this.shared = shared;
        this.rule = rule;
    }

    /** Stretches of text, in order, none empty, none overlapping: such as sentences. */
    public static Layer<List<Span>> segments(String name) {
        return segments(name, Span.class, span -> span);
    }

    /** Values that each have a span; the spans are in order, not empty, and do not overlap: such as chunks. */
    public static <E> Layer<List<E>> segments(String name, Class<E> element, Function<E, Span> span) {
        return new Layer<>(name, listOf(element), null, false, new SpanRule<>(span, false));
    }

    /** Values that each have a span; the spans are in the order of {@link Span} and may nest or overlap: such as entities. */
    public static <E> Layer<List<E>> spans(String name, Class<E> element, Function<E, Span> span) {
        return new Layer<>(name, listOf(element), null, false, new SpanRule<>(span, true));
    }

    /** One value for each element of another layer: such as a stem a word. */
    public static <E> Layer<List<E>> each(Layer<? extends List<?>> base, String name, Class<E> element) {
        return each(base, name, element, (document, values) -> values);
    }

    static <E> Layer<List<E>> each(
            Layer<? extends List<?>> base, String name, Class<E> element, Rule<List<E>> furtherRule) {
        Rule<List<E>> rule = (document, values) -> {
            var expected = document.get(base).size();
            if (values.size() != expected) {
                throw new IllegalArgumentException("expected one value for each of the " + expected + " elements of '"
                        + base.name() + "', got " + values.size());
            }
            return furtherRule.fit(document, List.copyOf(values));
        };
        return new Layer<>(name, listOf(element), base, false, rule);
    }

    /** Elements that are parts of the elements of another layer, checked by {@code rule}: such as the words of tokens. */
    static <E> Layer<List<E>> partsOf(
            Layer<? extends List<?>> base, String name, Class<E> element, Rule<List<E>> rule) {
        return new Layer<>(name, listOf(element), base, false, rule);
    }

    /** One immutable value for a document: such as its language. */
    public static <T> Layer<T> document(String name, Class<T> type) {
        return new Layer<>(name, type, null, false, (document, value) -> value);
    }

    /** A list of values for a document that are not tied to places in it: such as labels. */
    public static <E> Layer<List<E>> list(String name, Class<E> element) {
        return new Layer<>(name, listOf(element), null, false, (document, values) -> List.copyOf(values));
    }

    /**
     * A layer with a rule of its own.
     *
     * @param type the Java type of the values, for JSON; it must be that of {@code T}
     * @param shared whether several steps of a pipeline may each add to it, as translators to different languages do
     */
    public static <T> Layer<T> custom(String name, Type type, boolean shared, Rule<T> rule) {
        return new Layer<>(name, type, null, shared, rule);
    }

    /** Name in messages and in JSON. */
    public String name() {
        return name;
    }

    /** Java type of the values, with its parameters. */
    public Type type() {
        return type;
    }

    /** The layer whose elements this one's values belong to; a document must have it first. */
    public Optional<Layer<?>> base() {
        return base == this ? Optional.empty() : Optional.of(base);
    }

    /** Whether several steps of a pipeline may each add to this layer. */
    public boolean isShared() {
        return shared;
    }

    /** Returns {@code value}, unmodifiable, if it fits; otherwise throws and names the layer and the document. */
    T fit(Document document, T value) {
        var where = "layer '" + name + "' of document '" + document.id() + "': ";
        if (base != this && !document.has(base)) {
            throw new IllegalStateException(
                    where + "needs layer '" + base.name() + "' first, and the document has " + document.layerNames());
        }
        try {
            return rule.fit(document, value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + e.getMessage(), e);
        }
    }

    private static Type listOf(Class<?> element) {
        return TypeFactory.defaultInstance().constructCollectionType(List.class, element);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Layer<?> layer && name.equals(layer.name) && type.equals(layer.type);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
