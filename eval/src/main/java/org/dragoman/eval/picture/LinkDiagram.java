package org.dragoman.eval.picture;

import org.dragoman.eval.Decimals;
import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.eval.alignment.WordAlignment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Two rows of words, the source above the translation, and between them a line for each weight, as opaque as the weight is large: the figure of
 * many papers on attention. A sentence of a script that runs from right to left is written in that direction. A line tells its words and its
 * exact weight when the pointer is on it.
 */
public final class LinkDiagram extends Picture {
    private static final double FAINTEST = 0.01; // a line of less opacity can't be seen
    private static final double LINE_WIDTH = 1.75;
    private static final double THIN = 1.4; // where lines are close together
    private static final double ABOVE_SCALE = 16;

    private final List<Label> source;
    private final List<Label> target;
    private final List<Link> links; // strong ones last, so that they lie above the others
    private final String title;
    private final Optional<ScaleBar> scale;

    private LinkDiagram(
            List<Label> source, List<Label> target, List<Link> links, String title, Optional<ScaleBar> scale) {
        this.source = source;
        this.target = target;
        this.links = links;
        this.title = title;
        this.scale = scale;
    }

    /** A line from a source word to a target word. */
    private record Link(int source, int target, double opacity, String weight) {}

    /** An alignment with weights. */
    public static LinkDiagram of(SoftAlignment alignment) {
        return of(alignment, AlignmentConfig.DEFAULT);
    }

    /** The same with a title, or in a given scale. Lines of less than a hundredth of the full weight, which can't be seen, are left out. */
    public static LinkDiagram of(SoftAlignment alignment, AlignmentConfig config) {
        var top = Weights.top(alignment, config.top());
        var faintest = Math.max(config.faintest(), FAINTEST * top);
        var links = Weights.links(alignment)
                .filter(link -> alignment.weight(link.source(), link.target()) >= faintest)
                .map(link -> {
                    var weight = alignment.weight(link.source(), link.target());
                    return new Link(
                            link.source(), link.target(), Weights.opacity(weight, top), Decimals.shortest(weight));
                })
                .sorted(Comparator.comparingDouble(Link::opacity))
                .toList();
        return new LinkDiagram(
                Label.sentence(alignment.source()),
                Label.sentence(alignment.target()),
                links,
                config.title(),
                Optional.of(new ScaleBar(config.weightName(), top, Ink.BLUE)));
    }

    /**
     * An alignment without weights.
     *
     * @param title above the picture; none if empty
     * @throws IllegalArgumentException if a link names a word that isn't there
     */
    public static LinkDiagram of(List<String> source, List<String> target, WordAlignment alignment, String title) {
        for (var link : alignment) {
            if (link.source() >= source.size() || link.target() >= target.size()) {
                throw new IllegalArgumentException(
                        "the link " + link + " names a word that isn't there: the source has " + source.size()
                                + " and the target " + target.size() + ", counted from 0");
            }
        }
        var links = alignment.links().stream()
                .map(link -> new Link(link.source(), link.target(), 1, ""))
                .toList();
        return new LinkDiagram(Label.sentence(source), Label.sentence(target), links, title, Optional.empty());
    }

    @Override
    String svg(Theme theme, Lettering lettering) {
        var layout = LinkLayout.of(source, target, !title.isEmpty());
        var below = layout.bottom() + (scale.isPresent() ? ABOVE_SCALE : 0);
        var drawing = new Drawing(
                width(layout),
                below + scale.map(bar -> ScaleBar.HEIGHT).orElse(LinkLayout.MARGIN),
                description(),
                theme,
                lettering);
        drawLinks(drawing, layout);
        drawing.fill(Ink.TEXT);
        if (!title.isEmpty()) {
            layout.drawTitle(drawing, Label.of(title));
        }
        layout.drawWords(drawing);
        drawing.end();
        scale.ifPresent(bar -> bar.draw(drawing, LinkLayout.MARGIN, below));
        return drawing.finished();
    }

    private double width(LinkLayout layout) {
        var titled = Label.of(title).width() * LinkLayout.TITLE_SIZE;
        var scaled = scale.map(ScaleBar::width).orElse(0.0);
        return Math.ceil(Math.max(layout.width(), Math.max(titled, scaled) + 2 * LinkLayout.MARGIN));
    }

    private String description() {
        var size = "links between " + source.size() + " and " + target.size() + " words";
        return title.isEmpty() ? size : title + ", " + size;
    }

    private void drawLinks(Drawing drawing, LinkLayout layout) {
        drawing.stroke(Ink.BLUE, layout.isUpright() ? THIN : LINE_WIDTH).begin(" class=\"" + Drawing.HOVER + "\"");
        for (var link : links) {
            drawing.path(layout.line(link.source(), link.target()), link.opacity(), titleXml(link));
        }
        drawing.end().end();
    }

    private String titleXml(Link link) {
        var words = source.get(link.source()).isolatedXml() + " → "
                + target.get(link.target()).isolatedXml();
        return link.weight().isEmpty() ? words : words + ": " + link.weight();
    }
}
