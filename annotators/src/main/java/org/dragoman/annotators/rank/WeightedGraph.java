package org.dragoman.annotators.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Nodes with undirected edges that have weights, and how much each node matters: weighted PageRank (Mihalcea and Tarau 2004, TextRank, section 2.2).
 *
 * <p>Not safe for use by several threads.
 */
public final class WeightedGraph {
    private static final double DAMPING = 0.85;
    private static final double TOLERANCE = 1e-9;
    private static final int MOST_ROUNDS = 200;

    private final List<TreeMap<Integer, Double>> edges = new ArrayList<>();

    /** Adds a node; returns its number, from 0. */
    public int addNode() {
        edges.add(new TreeMap<>());
        return edges.size() - 1;
    }

    /**
     * Makes an edge heavier, or makes it.
     *
     * @param weight more than 0
     */
    public void addEdge(int a, int b, double weight) {
        if (a == b || !(weight > 0)) {
            throw new IllegalArgumentException(
                    "an edge must join two nodes and weigh more than 0, got " + a + ", " + b + " and " + weight);
        }
        edges.get(a).merge(b, weight, Double::sum);
        edges.get(b).merge(a, weight, Double::sum);
    }

    /** Weight of an edge; 0 if there is none. */
    public double weight(int a, int b) {
        return edges.get(a).getOrDefault(b, 0.0);
    }

    /**
     * The rank of each node: 0.15 and 0.85 times what its neighbours hand on, each of which hands on its own rank in proportion to its edges'
     * weights. A node without edges has 0.15.
     */
    public double[] ranks() {
        var importance = new double[edges.size()];
        Arrays.fill(importance, 1);
        return ranks(importance);
    }

    /**
     * The same where nodes matter of themselves: the first share of each is 0.15 times its importance (Page et al. 1999, The PageRank Citation
     * Ranking, section 6).
     *
     * @param importance of each node, 0 or more, 1 on average
     */
    public double[] ranks(double[] importance) {
        var totals = edges.stream()
                .mapToDouble(of ->
                        of.values().stream().mapToDouble(Double::doubleValue).sum())
                .toArray();
        var ranks = importance.clone();
        var change = 1.0;
        for (var round = 0; round < MOST_ROUNDS && change > TOLERANCE; round++) {
            var next = round(ranks, totals, importance);
            change = 0;
            for (var i = 0; i < ranks.length; i++) {
                change = Math.max(change, Math.abs(next[i] - ranks[i]));
            }
            ranks = next;
        }
        return ranks;
    }

    private double[] round(double[] ranks, double[] totals, double[] importance) {
        var next = new double[ranks.length];
        for (var i = 0; i < next.length; i++) {
            var sum = 0.0;
            for (var edge : edges.get(i).entrySet()) {
                sum += ranks[edge.getKey()] * edge.getValue() / totals[edge.getKey()];
            }
            next[i] = (1 - DAMPING) * importance[i] + DAMPING * sum;
        }
        return next;
    }
}
