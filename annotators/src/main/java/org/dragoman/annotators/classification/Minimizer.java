package org.dragoman.annotators.classification;

import java.util.ArrayDeque;

/**
 * Finds the lowest point of a smooth, convex function by L-BFGS (Nocedal and Wright 2006, Numerical Optimization, algorithms 7.4 and 7.5) with
 * backtracking. The same function gives the same point, bit for bit.
 */
final class Minimizer {
    private static final int MEMORY = 10;
    private static final int MOST_ITERATIONS = 500;
    private static final double SUFFICIENT = 1e-4; // c1 of the condition of Armijo

    private static final double SMALLEST_RATE = 1e-12;

    private final double tolerance;

    /** A step and how it changed the gradient. */
    private record Change(double[] step, double[] gradient, double curvature) {}

    /** A function with its gradient. */
    interface Function {
        /**
         * Its value.
         *
         * @param gradient overwritten
         */
        double at(double[] point, double[] gradient);
    }

    /**
     * Sets when to stop.
     *
     * @param tolerance the largest component of the gradient at the result, relative to that at the start
     */
    Minimizer(double tolerance) {
        this.tolerance = tolerance;
    }

    /** The lowest point, searched from {@code start}. */
    double[] minimize(Function function, double[] start) {
        var point = start.clone();
        var gradient = new double[point.length];
        var value = function.at(point, gradient);
        var goal = tolerance * largest(gradient);
        var changes = new ArrayDeque<Change>();
        for (var i = 0; i < MOST_ITERATIONS && largest(gradient) > goal; i++) {
            var direction = direction(gradient, changes);
            var next = new double[point.length];
            var nextGradient = new double[point.length];
            var slope = dot(gradient, direction);
            var rate = changes.isEmpty() ? Math.min(1, 1 / norm(gradient)) : 1;
            var nextValue = Double.POSITIVE_INFINITY;
            while (!(nextValue <= value + SUFFICIENT * rate * slope) && rate > SMALLEST_RATE) {
                move(point, direction, rate, next);
                nextValue = function.at(next, nextGradient);
                rate /= nextValue <= value + SUFFICIENT * rate * slope ? 1 : 2;
            }
            if (!(nextValue < value)) {
                return point; // as low as numbers of this precision can tell
            }
            remember(changes, difference(next, point), difference(nextGradient, gradient));
            point = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return point;
    }

    private static void remember(ArrayDeque<Change> changes, double[] step, double[] gradient) {
        var curvature = dot(step, gradient);
        if (curvature > 1e-12 * dot(gradient, gradient)) {
            changes.addLast(new Change(step, gradient, curvature));
        }
        if (changes.size() > MEMORY) {
            changes.removeFirst();
        }
    }

    /** Where to go: the gradient, multiplied by what the last changes say of the inverse of the second derivatives. */
    private static double[] direction(double[] gradient, ArrayDeque<Change> changes) {
        var direction = gradient.clone();
        var factors = new double[changes.size()];
        var i = changes.size();
        for (var backwards = changes.descendingIterator(); backwards.hasNext(); ) {
            var change = backwards.next();
            factors[--i] = dot(change.step, direction) / change.curvature;
            add(direction, change.gradient, -factors[i]);
        }
        if (!changes.isEmpty()) {
            var last = changes.getLast();
            scale(direction, last.curvature / dot(last.gradient, last.gradient));
        }
        for (var change : changes) {
            add(direction, change.step, factors[i++] - dot(change.gradient, direction) / change.curvature);
        }
        scale(direction, -1);
        return direction;
    }

    private static void move(double[] from, double[] direction, double rate, double[] to) {
        for (var i = 0; i < from.length; i++) {
            to[i] = from[i] + rate * direction[i];
        }
    }

    private static double[] difference(double[] a, double[] b) {
        var result = a.clone();
        add(result, b, -1);
        return result;
    }

    private static void add(double[] to, double[] what, double times) {
        for (var i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static void scale(double[] vector, double times) {
        for (var i = 0; i < vector.length; i++) {
            vector[i] *= times;
        }
    }

    private static double dot(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] vector) {
        return Math.max(Double.MIN_NORMAL, Math.sqrt(dot(vector, vector)));
    }

    private static double largest(double[] vector) {
        var largest = 0.0;
        for (var value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
