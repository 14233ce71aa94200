package org.dragoman.annotators.models;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiFunction;

/**
 * A model in a jar on the class path, read when it is first asked for, and once only.
 *
 * <p>Safe for use by many threads.
 *
 * @param <M> the model
 */
public final class ModelResource<M> {
    private static final String FOLDER = "dragoman-models/";

    private final String artefact;
    private final String name;
    private final BiFunction<String, byte[], M> parser;
    private volatile M model; // null until first asked for

    /**
     * Names a model.
     *
     * @param artefact Maven artefact that has it, for messages: group and name, with a colon between them
     * @param name of the file below {@code dragoman-models/}, such as {@code en/pos/tagger.bin}
     * @param parser makes the model from the name of the file, for messages, and its bytes
     */
    public ModelResource(String artefact, String name, BiFunction<String, byte[], M> parser) {
        this.artefact = artefact;
        this.name = name;
        this.parser = parser;
    }

    /**
     * Returns the model; the first call reads it. A failure is not remembered.
     *
     * @throws UncheckedIOException if the class path lacks it, with the artefact to add, or if it is damaged
     */
    public M get() {
        if (model == null) {
            load();
        }
        return model;
    }

    private synchronized void load() {
        if (model == null) {
            model = parser.apply(FOLDER + name, bytes());
        }
    }

    private byte[] bytes() {
        try (var in = ModelResource.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new FileNotFoundException(
                        "the model " + FOLDER + name + " is not on the class path; add the Maven artefact " + artefact);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
