package org.dragoman.pipeline;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Annotators in an order that works, as one.
 *
 * <p>Whether each step finds the layers that it needs is checked when the pipeline is built. A pipeline is an annotator itself,
 * so it can be a step of another. It is immutable and safe for use by many threads, as its steps are.
 */
public final class Pipeline implements Annotator, AutoCloseable {
    private final Set<Layer<?>> given;
    private final List<Annotator> annotators;
    private final PipelineSettings settings;
    private final BatchRunner runner;

    private Pipeline(Set<Layer<?>> given, List<Annotator> annotators, PipelineSettings settings) {
        this.given = Set.copyOf(given);
        this.annotators = List.copyOf(annotators);
        this.settings = settings;
        this.runner = new BatchRunner(this.annotators, settings.maxTextLength());
        StepOrder.check(this.given, this.annotators);
    }

    /**
     * A pipeline for documents that have a text and no layers.
     *
     * @throws IllegalArgumentException if the steps cannot run in this order; the message lists everything that is wrong
     */
    public static Pipeline of(Annotator... annotators) {
        return new Pipeline(Set.of(), List.of(annotators), PipelineSettings.DEFAULT);
    }

    /**
     * A pipeline for documents that have some layers already, such as tokens from a treebank.
     *
     * @param given layers that every document has
     * @throws IllegalArgumentException if the steps cannot run in this order; the message lists everything that is wrong
     */
    public static Pipeline of(Set<Layer<?>> given, List<Annotator> annotators) {
        return new Pipeline(given, annotators, PipelineSettings.DEFAULT);
    }

    /**
     * Reads a pipeline from a JSON file. An example:
     * <pre>{@code
     * {
     *   "settings": {"batchSize": 16, "threads": 4},
     *   "steps": ["sentences", {"annotator": "stems", "language": "en"}]
     * }
     * }</pre>
     * A step is the name of an {@link AnnotatorProvider} on the class path, or an object with the name and the step's settings.
     * Paths in settings are relative to the file. The pipeline owns its steps: {@link #close} closes them.
     *
     * @throws IllegalArgumentException if the file is wrong; the message lists everything that is wrong
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static Pipeline read(Path file) {
        return PipelineFile.read(file);
    }

    /** Returns a pipeline of the same steps that runs in another way. */
    public Pipeline withSettings(PipelineSettings newSettings) {
        return new Pipeline(given, annotators, newSettings);
    }

    /** The steps, in order. */
    public List<Annotator> annotators() {
        return annotators;
    }

    /** How this pipeline runs over a stream. */
    public PipelineSettings settings() {
        return settings;
    }

    /** Takes one document through all steps, in the caller's thread. */
    public Document process(Document document) {
        return runner.run(List.of(document)).get(0).orElseThrow();
    }

    /**
     * Takes a text through all steps, in the caller's thread.
     *
     * @throws AnnotationException if a step fails, or the text is too long
     */
    public Document process(String text) {
        return process(Document.of(text));
    }

    /**
     * Takes a stream of documents through all steps, in batches on several threads.
     *
     * <p>There is one result for each document, in the same order. A document that fails becomes a {@link Result.Failed} and the
     * others go on, unless the settings say to stop: then the stream throws an {@link AnnotationException} in its place.
     *
     * <p>Documents are read when results are asked for, in the thread that asks, and a bounded number ahead of it: see
     * {@link PipelineSettings}. If reading throws, the results of the documents before come first. Close the returned stream if it
     * is not used to its end: that closes {@code documents}, gives up what is not yet begun and waits for what is. Without
     * closing, the work ahead is finished and its threads end on their own.
     */
    public Stream<Result> process(Stream<Document> documents) {
        var batches = new ResultIterator(documents.iterator(), runner, settings);
        var spliterator = Spliterators.spliteratorUnknownSize(batches, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(spliterator, false).onClose(batches::close).onClose(documents::close);
    }

    /** One line a step: what it is called, what it needs and what it adds. */
    public String explain() {
        return annotators.stream()
                .map(annotator -> annotator.name() + ": " + StepOrder.names(annotator.requires()) + " -> "
                        + StepOrder.names(annotator.provides()))
                .collect(Collectors.joining("\n"));
    }

    /** The names of the steps. */
    @Override
    public String name() {
        return StepOrder.title(annotators);
    }

    /** The layers that every document must have. */
    @Override
    public Set<Layer<?>> requires() {
        return given;
    }

    /** What all steps provide. */
    @Override
    public Set<Layer<?>> provides() {
        var provided = new LinkedHashSet<Layer<?>>();
        annotators.forEach(annotator -> provided.addAll(annotator.provides()));
        return Set.copyOf(provided);
    }

    @Override
    public Document annotate(Document document) {
        return process(document);
    }

    @Override
    public List<Document> annotateAll(List<Document> documents) {
        return runner.run(documents).stream().map(Result::orElseThrow).toList();
    }

    /**
     * Closes those steps that can be closed, the last first.
     *
     * @throws IllegalStateException if a step cannot be closed; the others are closed all the same
     */
    @Override
    public void close() {
        Closing.closeAll(annotators);
    }

    @Override
    public String toString() {
        return "Pipeline " + name();
    }
}
