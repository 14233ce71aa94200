package org.dragoman.eval.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class AlignmentJsonTest {

    @Test
    void aLineHasTokensWeightsByLayerAndHeadAndTheirAverage() {
        var first = new SoftAlignment(List.of("<a>", "\"\n"), List.of("日"), new double[][] {{0.1f, 0.75}});
        var second = new SoftAlignment(List.of("<a>", "\"\n"), List.of("日"), new double[][] {{0.5, 0.25}});
        var third = new SoftAlignment(List.of("<a>", "\"\n"), List.of("日"), new double[][] {{0.25, 1e-9}});
        var json = AlignmentJson.write(new LayeredAlignment(List.of(List.of(second), List.of(third))));
        // by hand: (0.5 + 0.25) / 2 = 0.375
        assertThat(json)
                .startsWith("{\"source\":[\"<a>\",\"\\\"\\n\"],\"target\":[\"日\"],\"layers\":[[[[0.5,0.25]]],[[[0.25,")
                .contains("\"average\":[[0.375,")
                .doesNotContain("\n");
        assertThat(AlignmentJson.write(LayeredAlignment.of(first))).contains("\"layers\":[[[[0.1,0.75]]]]");
    }
}
