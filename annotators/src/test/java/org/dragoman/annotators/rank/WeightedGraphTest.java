package org.dragoman.annotators.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WeightedGraphTest {
    private final WeightedGraph graph = new WeightedGraph();

    private void nodes(int count) {
        for (var i = 0; i < count; i++) {
            assertThat(graph.addNode()).isEqualTo(i);
        }
    }

    /** Centre c and three leaves l: c = 0.15 + 0.85 * 3 l and l = 0.15 + 0.85 c / 3, so c = 0.5325 / 0.2775. */
    @Test
    void theCentreOfAStarMattersMost() {
        nodes(4);
        for (var leaf = 1; leaf < 4; leaf++) {
            graph.addEdge(0, leaf, 1);
        }
        assertThat(graph.ranks()).containsExactly(new double[] {1.918919, 0.693694, 0.693694, 0.693694}, within(1e-6));
    }

    /** c = 0.15 + 0.85 (a + b), a = 0.15 + 0.85 c 3/4, b = 0.15 + 0.85 c / 4: c = 0.405 / 0.2775. */
    @Test
    void aHeavyEdgeHandsOnMore() {
        nodes(3);
        graph.addEdge(0, 1, 2);
        graph.addEdge(1, 0, 1);
        graph.addEdge(0, 2, 1);
        assertThat(graph.weight(0, 1)).isEqualTo(3);
        assertThat(graph.ranks()).containsExactly(new double[] {1.459459, 1.080405, 0.460135}, within(1e-6));
    }

    /** With 2 for the centre and 2/3 for a leaf: c = 0.3 + 0.85 * 3 l and l = 0.1 + 0.85 c / 3, so c = 0.555 / 0.2775. */
    @Test
    void importanceAddsToTheRank() {
        nodes(4);
        for (var leaf = 1; leaf < 4; leaf++) {
            graph.addEdge(0, leaf, 1);
        }
        var third = 2 / 3.0;
        assertThat(graph.ranks(new double[] {2, third, third, third}))
                .containsExactly(new double[] {2, third, third, third}, within(1e-6));
    }

    @Test
    void aNodeWithoutEdgesHasTheLeast() {
        nodes(1);
        assertThat(graph.ranks()).containsExactly(new double[] {0.15}, within(1e-12));
    }

    @Test
    void refusesAnEdgeToItself() {
        nodes(1);
        assertThatThrownBy(() -> graph.addEdge(0, 0, 1))
                .hasMessage("an edge must join two nodes and weigh more than 0, got 0, 0 and 1.0");
    }
}
