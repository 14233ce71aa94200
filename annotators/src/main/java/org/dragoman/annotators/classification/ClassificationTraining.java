package org.dragoman.annotators.classification;

import org.dragoman.annotators.training.DataFile;
import org.dragoman.annotators.training.ModelFolder;
import org.dragoman.annotators.training.ModelRecord;
import org.dragoman.annotators.training.Seed;
import org.dragoman.annotators.training.Training;
import org.dragoman.annotators.training.TrainingListener;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.List;

/**
 * Makes a {@link TextClassifier} from labelled texts: the task {@code classification}.
 *
 * <pre>{@code
 * {"task": "classification",
 *  "train": [{"path": "messages.tsv"}],
 *  "classifier": {"features": {"words": 2}, "penalty": 0.1},
 *  "seed": 1, "output": "model"}
 * }</pre>
 *
 * @param lesson what to learn
 * @param seed of everything random
 * @param output folder for {@value #FILE} and the record of the model
 * @param json these settings, for the record
 */
public record ClassificationTraining(Lesson lesson, Seed seed, Path output, String json) implements Training {
    /** Name of the model's file. */
    public static final String FILE = "classifier.bin";

    /** Reads the keys of {@link Lesson#from}, {@code seed} and {@code output}. */
    public static ClassificationTraining from(Settings settings) {
        var seed = new Seed(settings.longInteger("seed").or(1L));
        var output = settings.path("output").required();
        return new ClassificationTraining(Lesson.from(settings), seed, output, settings.json());
    }

    @Override
    public ModelRecord run(TrainingListener listener) {
        var result = lesson.learn(seed);
        ModelFolder.make(output);
        var file = output.resolve(FILE);
        result.classifier().write(file);
        var record = new ModelRecord(
                "classification",
                json,
                seed,
                lesson.dataFiles(),
                List.of(),
                result.scores(),
                result.facts(),
                List.of(DataFile.of("model", file)));
        record.write(output);
        return record;
    }
}
