package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class ProgressTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Progress SOME = new Progress(
            40,
            new Progress.Place(2, 1, 5),
            1234,
            7.5,
            6.25,
            3.5,
            2,
            Optional.of(new Progress.Place(2, 1, 1)),
            List.of(
                    new Progress.Validated(10, 4, 20, 50),
                    new Progress.Validated(20, 3, 30, 40),
                    new Progress.Validated(30, 3, 30, 45),
                    Progress.Validated.unknown(40)));

    @Test
    void jsonGivesItBackWholeWithUnknownScores() throws JsonProcessingException {
        assertThat(Progress.from(JSON.readTree(SOME.toJson().toString()), 10)).isEqualTo(SOME);
        assertThat(Progress.from(JSON.readTree(Progress.START.toJson().toString()), 10))
                .isEqualTo(Progress.START);
    }

    /** Of equal losses the earlier is better, so that patience isn't renewed by standing still. */
    @Test
    void eachCriterionHasItsBestValidation() {
        assertThat(SOME.bestStep(Criterion.LOSS)).isEqualTo(20);
        assertThat(SOME.bestStep(Criterion.BLEU)).isEqualTo(20);
        assertThat(SOME.bestStep(Criterion.CHRF)).isEqualTo(10);
        assertThat(SOME.worseValidations(Criterion.LOSS)).isEqualTo(2);
        assertThat(SOME.worseValidations(Criterion.CHRF)).isEqualTo(3);
        assertThat(SOME.bestLoss()).isEqualTo(3);
        assertThat(Progress.START.bestStep(Criterion.BLEU)).isZero();
        assertThat(Progress.START.worseValidations(Criterion.BLEU)).isZero();
    }

    @Test
    void understandsVersion2WithoutThePlaceOfTheLastUpdate() throws JsonProcessingException {
        var node = SOME.toJson();
        node.remove("made");
        var progress = Progress.from(JSON.readTree(node.toString()), 10);
        assertThat(progress.made()).isEmpty();
        assertThat(progress.validations()).isEqualTo(SOME.validations());
        assertThat(progress.lastMade()).isEqualTo(38);
    }

    /** Version 1 knew the best validation, at 20, and that there were two since; there was one at 10 before it. */
    @Test
    void understandsVersion1() throws JsonProcessingException {
        var progress = Progress.from(JSON.readTree("""
                        {"step": 47, "epoch": 1, "position": 3, "targetTokens": 99, "seconds": 2.5, "trainingSeconds": 2.0,
                         "bestStep": 20, "bestLoss": 1.5, "worseValidations": 2}"""), 10);
        assertThat(progress.step()).isEqualTo(47);
        assertThat(progress.place()).isEqualTo(new Progress.Place(1, 0, 3));
        assertThat(progress.validations()).extracting(Progress.Validated::step).containsExactly(10L, 20L, 30L, 40L);
        assertThat(progress.bestStep(Criterion.LOSS)).isEqualTo(20);
        assertThat(progress.bestLoss()).isEqualTo(1.5);
        assertThat(progress.worseValidations(Criterion.LOSS)).isEqualTo(2);
    }

    @Test
    void version1BeforeAnyValidationHasNone() throws JsonProcessingException {
        var progress = Progress.from(JSON.readTree("""
                        {"step": 4, "epoch": 0, "position": 4, "bestStep": 0, "bestLoss": null, "worseValidations": 0}"""), 10);
        assertThat(progress.validations()).isEmpty();
        assertThat(progress.bestLoss()).isInfinite();
    }

    @Test
    void refusesAVersionThatIsNotYetKnown() throws JsonProcessingException {
        var node = JSON.readTree("{\"version\": 3, \"step\": 4}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Progress.from(node, 10))
                .withMessage("it has version 3, and this program reads 1 to 2: go on with the program that wrote it");
    }

    @Test
    void placesFollowEachOtherThroughWindowsAndEpochs() {
        var place = Progress.Place.START.plus(3);
        assertThat(place).isEqualTo(new Progress.Place(0, 0, 3));
        assertThat(place.nextWindow(2)).isEqualTo(new Progress.Place(0, 1, 0));
        assertThat(place.nextWindow(2).nextWindow(2)).isEqualTo(new Progress.Place(1, 0, 0));
    }
}
