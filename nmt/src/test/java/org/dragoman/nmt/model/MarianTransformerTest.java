package org.dragoman.nmt.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.layers.Masks;
import org.dragoman.nmt.pretrained.MarianFixture;
import org.dragoman.nmt.pretrained.PretrainedModels;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.text.SourceBatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;

/** The encoder of imported models against transformers, in a padded batch. */
class MarianTransformerTest {

    @ParameterizedTest
    @ValueSource(strings = {"base", "big", "separate", "untied"})
    void encoderStatesAreThoseOfTheReference(String name) {
        var fixture = MarianFixture.read(name);
        try (var model = PretrainedModels.load(fixture.folder());
                var scope = Scope.constant()) {
            var source = Source.of(SourceBatch.of(fixture.sources(model)));
            var network = (Transformer) model.model().network();
            var states = network.encoderStates(source, Masks.padding(source.lengths(), source.width()), false);
            var found = states.toFloats();
            var rowSize = Math.toIntExact(states.size(1) * states.size(2));
            var expected = fixture.list("encoder");
            for (var row = 0; row < expected.size(); row++) {
                var reference = MarianFixture.doubles(expected.get(row));
                var real = Arrays.copyOfRange(found, row * rowSize, row * rowSize + reference.length);
                for (var i = 0; i < reference.length; i++) {
                    assertThat((double) real[i]).as("row %d, place %d", row, i).isCloseTo(reference[i], within(1e-5));
                }
            }
        }
    }
}
