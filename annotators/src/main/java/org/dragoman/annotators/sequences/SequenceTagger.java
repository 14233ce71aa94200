package org.dragoman.annotators.sequences;

import org.dragoman.annotators.models.BinaryFormat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives each word of a sentence a tag: a linear model over hashed features, searched with a beam. Its time grows in proportion to the
 * sentence's length.
 *
 * <p>Immutable, so safe for use by many threads.
 */
public final class SequenceTagger {
    private static final int VERSION = 1;

    private final String task;
    private final Templates templates;
    private final int width;
    private final TagSet tags;
    private final Lexicon lexicon;
    private final LinearWeights weights;

    SequenceTagger(String task, Templates templates, int width, TagSet tags, Lexicon lexicon, LinearWeights weights) {
        this.task = task;
        this.templates = templates;
        this.width = width;
        this.tags = tags;
        this.lexicon = lexicon;
        this.weights = weights;
    }

    /**
     * Reads a model.
     *
     * @param task what the model must have been trained for, such as {@code pos}
     * @throws java.io.UncheckedIOException if it can't be read, is for another task, or is damaged
     */
    public static SequenceTagger read(Path file, String task) {
        return format(task).read(file, in -> read(in, task));
    }

    /**
     * The same from bytes.
     *
     * @param source where they are from, for messages
     */
    public static SequenceTagger read(String source, byte[] file, String task) {
        return format(task).read(source, file, in -> read(in, task));
    }

    /** Writes the model, whole or not at all. */
    public void write(Path file) {
        format(task).write(file, this::writeTo);
    }

    /** The model as the bytes of its file; equal models have equal bytes. */
    byte[] bytes() {
        return format(task).bytes(this::writeTo);
    }

    private static BinaryFormat format(String task) {
        return new BinaryFormat("tagger for " + task, VERSION);
    }

    private void writeTo(DataOutputStream out) throws IOException {
        out.writeUTF(templates.name());
        out.writeByte(width);
        out.writeByte(tags.size());
        for (var tag : tags.names()) {
            out.writeUTF(tag);
        }
        lexicon.writeTo(out);
        weights.writeTo(out);
    }

    private static SequenceTagger read(DataInputStream in, String task) throws IOException {
        var templates = templates(in.readUTF());
        var width = in.readUnsignedByte();
        var names = new ArrayList<String>();
        var count = in.readUnsignedByte();
        for (var i = 0; i < count; i++) {
            names.add(in.readUTF());
        }
        if (width < 1 || count < 1) {
            throw new IOException("it is damaged: a beam of " + width + " and " + count + " tags");
        }
        var lexicon = Lexicon.read(in);
        return new SequenceTagger(
                task,
                templates,
                width,
                new TagSet(names, templates.marksSpans()),
                lexicon,
                LinearWeights.read(in, count));
    }

    private static Templates templates(String name) throws IOException {
        return Arrays.stream(Templates.values())
                .filter(templates -> templates.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException("it is damaged: there are no feature templates " + name));
    }

    /**
     * Tags a sentence.
     *
     * @param words its words, none of them empty
     * @return as many tags
     */
    public List<String> tag(List<String> words) {
        var path = new BeamSearch(weights, tags, width, templates.margin(), templates.of(words, lexicon)).search();
        var names = new ArrayList<String>(path.length);
        for (var tag : path) {
            names.add(tags.name(tag));
        }
        return names;
    }

    /** The tags that it gives. */
    public List<String> tags() {
        return tags.names();
    }

    /** How many features have weights. */
    public int features() {
        return weights.size();
    }
}
