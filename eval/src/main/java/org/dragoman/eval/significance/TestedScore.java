package org.dragoman.eval.significance;

import org.dragoman.eval.Score;
import org.dragoman.eval.Signature;

import java.util.ArrayList;
import java.util.List;

/**
 * A score whose signature says, behind the number of references, how chance was simulated, if it was.
 *
 * @param score as the metric gives it
 * @param signature with the fields of the simulation
 */
public record TestedScore(Score score, Signature signature) implements Score {

    /** A score of a system that was resampled. */
    static TestedScore of(Score score, List<Signature.Field> simulation) {
        var fields = new ArrayList<>(score.signature().fields());
        fields.addAll(1, simulation);
        return new TestedScore(score, new Signature(fields));
    }

    /** A score as it is. */
    public static TestedScore untested(Score score) {
        return new TestedScore(score, score.signature());
    }

    /** A score with a confidence interval from samples. */
    public static TestedScore resampled(Score score, int samples, long seed) {
        return of(
                score,
                List.of(
                        new Signature.Field("bs", "bs", Integer.toString(samples)),
                        new Signature.Field("seed", "rs", Long.toString(seed))));
    }

    @Override
    public String name() {
        return score.name();
    }

    @Override
    public double value() {
        return score.value();
    }

    @Override
    public boolean isError() {
        return score.isError();
    }

    @Override
    public String details() {
        return score.details();
    }
}
