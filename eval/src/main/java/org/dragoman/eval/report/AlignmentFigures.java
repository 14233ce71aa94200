package org.dragoman.eval.report;

import org.dragoman.eval.alignment.LayeredAlignment;
import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.eval.picture.AlignmentConfig;
import org.dragoman.eval.picture.HeatMap;
import org.dragoman.eval.picture.LinkDiagram;

import java.util.List;

/** All pictures of one alignment, as markup of a {@link Page}: without its script one below the other, with it one at a time. */
final class AlignmentFigures {
    private static final int MOST_CELLS =
            50_000; // in all heat maps of heads together, up to which even invisible cells are drawn
    private static final int SHADES = 255;
    private static final String ALL = "average";

    private final LayeredAlignment alignment;
    private final StringBuilder html = new StringBuilder();

    AlignmentFigures(LayeredAlignment alignment) {
        this.alignment = alignment;
    }

    String html() {
        html.append("<div class=\"alignment\">\n");
        var layers = alignment.layers();
        if (layers.size() == 1 && layers.get(0).size() == 1) {
            figures(ALL, ALL, "", alignment.head(0, 0), AlignmentConfig.DEFAULT);
        } else {
            figures(ALL, ALL, "Average of all layers and heads", alignment.average(), AlignmentConfig.DEFAULT);
            html.append("<details>\n<summary>Each layer and head, counted from 0</summary>\n");
            layersAndHeads();
            html.append("</details>\n");
        }
        return html.append("</div>\n").toString();
    }

    private void layersAndHeads() {
        var ofHeads = configOfHeads();
        for (var layer = 0; layer < alignment.layers().size(); layer++) {
            var name = "Layer " + layer;
            figures(name, ALL, name + ", average of its heads", alignment.layer(layer), AlignmentConfig.DEFAULT);
            var heads = alignment.layers().get(layer);
            for (var head = 0; head < heads.size() && heads.size() > 1; head++) {
                figures(name, "Head " + head, name + ", head " + head, heads.get(head), ofHeads);
            }
        }
    }

    /** Heads have one scale. In a large page their cells that look like paper are left out, or the page would take a browser too long. */
    private AlignmentConfig configOfHeads() {
        var heads = alignment.layers().stream().flatMap(List::stream).toList();
        var config = AlignmentConfig.inOneScale(heads);
        var cells = (long) heads.size()
                * alignment.source().size()
                * alignment.target().size();
        return cells <= MOST_CELLS ? config : config.withFaintest(config.top().orElseThrow() / SHADES);
    }

    private void figures(String layer, String head, String caption, SoftAlignment weights, AlignmentConfig config) {
        figure(layer, head, "Heat map", caption, HeatMap.of(weights, config).svg());
        figure(layer, head, "Links", caption, LinkDiagram.of(weights, config).svg());
    }

    private void figure(String layer, String head, String kind, String caption, String svg) {
        html.append("<figure data-layer=\"").append(layer);
        html.append("\" data-head=\"").append(head);
        html.append("\" data-kind=\"").append(kind).append("\">\n<div class=\"scroll\">");
        html.append(svg).append("</div>\n");
        html.append(caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>\n")
                .append("</figure>\n");
    }
}
