package org.dragoman.eval.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class LayeredAlignmentTest {
    private static final List<String> SOURCE = List.of("a", "b");
    private static final List<String> TARGET = List.of("x");

    /** By hand: the layer's heads give (0.25 + 0.75) / 2 = 0.5; with the other layer's 1 that is 0.75. */
    @Test
    void layersCountAlikeHoweverManyHeadsTheyHave() {
        var layered = new LayeredAlignment(List.of(List.of(row(0.25, 0.75), row(0.75, 0.25)), List.of(row(1, 0))));
        assertThat(layered.layer(0)).isEqualTo(row(0.5, 0.5));
        assertThat(layered.average()).isEqualTo(row(0.75, 0.25));
        assertThat(layered.head(0, 1)).isEqualTo(row(0.75, 0.25));
    }

    @Test
    void headsThatTieOtherTokensAreRefused() {
        var other = new SoftAlignment(SOURCE, List.of("y"), new double[][] {{1, 0}});
        assertThatThrownBy(() -> new LayeredAlignment(List.of(List.of(row(1, 0), other))))
                .hasMessage(
                        "all heads must tie the same tokens, but head 1 of layer 0 ties others than the first head");
    }

    @Test
    void aLayerWithoutHeadsIsRefused() {
        assertThatThrownBy(() -> new LayeredAlignment(List.of(List.of())))
                .hasMessage("a layered alignment needs at least one layer and a head in each, got [0] heads");
    }

    private static SoftAlignment row(double... weights) {
        return new SoftAlignment(SOURCE, TARGET, new double[][] {weights});
    }
}
