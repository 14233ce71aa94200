package org.dragoman.annotators.sentences;

import org.dragoman.annotators.linear.LinearModel;
import org.dragoman.annotators.models.BinaryFormat;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A learned boundary as it lies in a file.
 *
 * @param language whose {@link BoundaryRules} go with it
 * @param weights of the features of a gap; class 1 is the end of a sentence
 */
record SentenceModel(String language, LinearModel weights) {
    static final BinaryFormat FORMAT = new BinaryFormat("sentences", 1);

    void write(DataOutput out) throws IOException {
        out.writeUTF(language);
        weights.write(out);
    }

    static SentenceModel read(DataInput in) throws IOException {
        var language = in.readUTF();
        return new SentenceModel(language, LinearModel.read(in));
    }
}
