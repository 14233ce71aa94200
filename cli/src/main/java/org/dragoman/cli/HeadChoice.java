package org.dragoman.cli;

import org.dragoman.eval.alignment.LayeredAlignment;
import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.nmt.search.Alignments;
import picocli.CommandLine.Option;

import java.util.Optional;

/** The options that choose which attention is looked at. */
final class HeadChoice {
    private static final String AVERAGE = "average";

    @Option(
            names = "--layer",
            paramLabel = "N",
            description = "Layer that attends to the source, counted from 0, or average for the mean of all."
                    + " Default: the last but one, which aligns best in Transformers; the only one if there is one.")
    private Optional<String> layer = Optional.empty();

    @Option(
            names = "--head",
            paramLabel = "N",
            description = "Head of the layer, counted from 0. Default: the mean of all.")
    private Optional<Integer> head = Optional.empty();

    /** Whether anything was asked for. */
    boolean isGiven() {
        return layer.isPresent() || head.isPresent();
    }

    /**
     * The attention that was asked for.
     *
     * @throws IllegalArgumentException if the model has no such layer or head
     */
    SoftAlignment of(LayeredAlignment alignment) {
        if (layer.filter(AVERAGE::equals).isPresent()) {
            if (head.isPresent()) {
                throw new IllegalArgumentException("--head goes with one layer, not with --layer average");
            }
            return alignment.average();
        }
        var chosen = layerOf(alignment);
        return head.isPresent() ? head(alignment, chosen, head.get()) : alignment.layer(chosen);
    }

    private int layerOf(LayeredAlignment alignment) {
        Alignments choice = layer.<Alignments>map(text -> new Alignments.Layer(number(text)))
                .orElseGet(Alignments.Automatic::new);
        return choice.layer(alignment.layers().size()).orElseThrow();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--layer must be a number from 0, or average, got \"" + text + "\"", e);
        }
    }

    private static SoftAlignment head(LayeredAlignment alignment, int layer, int head) {
        var heads = alignment.layers().get(layer).size();
        if (head < 0 || head >= heads) {
            throw new IllegalArgumentException(
                    "--head must be 0 to " + (heads - 1) + " in layer " + layer + " of this model, got " + head);
        }
        return alignment.head(layer, head);
    }
}
