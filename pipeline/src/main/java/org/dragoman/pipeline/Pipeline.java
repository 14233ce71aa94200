package org.dragoman.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

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
    private final List<PipelineStep> steps;
    private final List<Annotator> annotators;
    private final List<String> leftOut; // layers that were wanted if possible, each with the reason
    private final PipelineSettings settings;
    private final BatchRunner runner;

    Pipeline(Set<Layer<?>> given, List<PipelineStep> steps, List<String> leftOut, PipelineSettings settings) {
        this.given = Set.copyOf(given);
        this.steps = List.copyOf(steps);
        this.annotators = steps.stream().map(PipelineStep::annotator).toList();
        this.leftOut = List.copyOf(leftOut);
        this.settings = settings;
        this.runner = new BatchRunner(annotators, settings.maxTextLength());
        StepOrder.check(this.given, annotators);
    }

    private static Pipeline of(Set<Layer<?>> given, List<? extends Annotator> annotators, PipelineSettings settings) {
        return new Pipeline(given, annotators.stream().map(PipelineStep::of).toList(), List.of(), settings);
    }

    /**
     * A pipeline for documents that have a text and no layers.
     *
     * @throws IllegalArgumentException if the steps cannot run in this order; the message lists everything that is wrong
     */
    public static Pipeline of(Annotator... annotators) {
        return of(Set.of(), List.of(annotators), PipelineSettings.DEFAULT);
    }

    /**
     * A pipeline for documents that have some layers already, such as tokens from a treebank.
     *
     * @param given layers that every document has
     * @throws IllegalArgumentException if the steps cannot run in this order; the message lists everything that is wrong
     */
    public static Pipeline of(Set<Layer<?>> given, List<Annotator> annotators) {
        return of(given, annotators, PipelineSettings.DEFAULT);
    }

    /**
     * The annotators on the class path that give some layers of a text, and those that they need in turn, in an order that works.
     * Their models are loaded when the first document comes, or by {@link #load}.
     *
     * @param language what the text is in, a BCP 47 tag such as {@code en}
     * @throws IllegalArgumentException if no annotator, or more than one, gives a layer; the message lists everything that is wrong
     */
    public static Pipeline giving(String language, Layer<?>... layers) {
        var json = JsonNodeFactory.instance.objectNode().put("language", language);
        List.of(layers).forEach(layer -> json.withArray("layers").add(layer.name()));
        return PipelineFile.parse("the pipeline", json.toString());
    }

    /**
     * What is usual for a language, made of the annotators on the class path: sentences, tokens and words, and as far as there are
     * annotators for them parts of speech, lemmas, stems, phrases, entities and sentiment.
     *
     * @param name {@code en}, {@code de} or {@code fr}
     * @throws IllegalArgumentException if there is no such preset, or the class path lacks what it can't do without
     */
    public static Pipeline preset(String name) {
        return PipelineFile.parse(
                "the pipeline",
                JsonNodeFactory.instance.objectNode().put("preset", name).toString());
    }

    /**
     * Reads a pipeline from a JSON file. An example that names its steps, and one that says what it wants:
     * <pre>{@code
     * {
     *   "settings": {"batchSize": 16, "threads": 4},
     *   "steps": ["sentences", {"annotator": "stems", "language": "en"}]
     * }
     * {"layers": ["pos", "stems"], "language": "en"}
     * }</pre>
     * All keys may be left out, but some steps or layers or a preset must be there.
     * <ul>
     *   <li>{@code steps}: each is the name of an {@link AnnotatorProvider} on the class path, or an object with the name and the step's
     *       settings. Paths in settings are relative to the file.
     *   <li>{@code layers}: names of layers that documents shall get. What gives them and is not among the steps is found, and all
     *       steps are put in order. A step that was found loads its model when the first document comes, see {@link #load}.
     *   <li>{@code optional}: the same, but a layer that no annotator gives is left out; {@link #explain} says which and why.
     *   <li>{@code language}: of the text, for steps that are found and for those that don't say theirs.
     *   <li>{@code preset}: language and layers of {@link #preset}, to which others may be added.
     *   <li>{@code given}: layers that every document has already.
     *   <li>{@code settings}: see {@link PipelineSettings#from}.
     * </ul>
     * The pipeline owns its steps: {@link #close} closes them.
     *
     * @throws IllegalArgumentException if the file is wrong; the message lists everything that is wrong
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static Pipeline read(Path file) {
        return read(file, Thread.currentThread().getContextClassLoader());
    }

    /**
     * The same with annotators of other jars.
     *
     * @param loader finds the providers, such as a {@link java.net.URLClassLoader} over jars whose parent is the loader of this class;
     *     it must stay open as long as the pipeline is used
     */
    public static Pipeline read(Path file, ClassLoader loader) {
        return PipelineFile.read(file, loader);
    }

    /**
     * Reads a pipeline from JSON as {@link #read(Path)} does; paths are relative to the working directory.
     *
     * @param source where the JSON is from, for messages
     * @throws IllegalArgumentException if it is wrong; the message lists everything that is wrong
     */
    public static Pipeline parse(String source, String json) {
        return PipelineFile.parse(source, json);
    }

    /** Returns a pipeline of the same steps that runs in another way. */
    public Pipeline withSettings(PipelineSettings newSettings) {
        return new Pipeline(given, steps, leftOut, newSettings);
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

    /** The steps, in order, with where they came from. */
    public List<PipelineStep> steps() {
        return steps;
    }

    /**
     * The plan, without loading or processing anything: two lines a step, the first with its name, what it needs and what it adds, the
     * second with the class that does it or made it, its jar and its settings. Layers that were left out come last.
     */
    public String explain() {
        return Stream.concat(
                        steps.stream().map(PipelineStep::explain),
                        leftOut.stream().map(reason -> "left out: " + reason))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Loads the models of steps that wait for the first document, so that a model that can't be loaded is found out before.
     *
     * @return this
     * @throws java.io.UncheckedIOException if a model cannot be read
     * @throws IllegalStateException if an annotator is not what its provider says
     */
    public Pipeline load() {
        annotators.forEach(Pipeline::load);
        return this;
    }

    static void load(Annotator annotator) {
        if (annotator instanceof LazyAnnotator lazy) {
            lazy.load();
        } else if (annotator instanceof Pipeline pipeline) {
            pipeline.load();
        }
    }

    /**
     * Takes documents through all steps in the caller's thread, batch by batch, and measures what each step takes; the documents
     * are not kept. What other threads allocate for a step is not counted.
     */
    public PipelineProfile profile(Stream<Document> documents) {
        return new Profiler(annotators, settings).run(documents.iterator());
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
