package org.dragoman.eval.picture;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;

import java.awt.Component;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import javax.imageio.ImageIO;

/** Paints an SVG of ours. */
final class Png {
    private static final double LARGEST = 1e8; // pixels: 300 MB while it is painted

    private static final int MOST_ELEMENTS = 10_000_000; // jsvg's own limit of 2,000 guards against foreign files
    private static final LoaderContext CONTEXT = LoaderContext.builder()
            .documentLimits(new DocumentLimits(
                    DocumentLimits.DEFAULT_MAX_NESTING_DEPTH,
                    DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH,
                    MOST_ELEMENTS))
            .build();

    private Png() {}

    static byte[] of(String svg, double scale) {
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("the scale of a PNG must be above 0, got " + scale);
        }
        var document = document(svg);
        var width = Math.ceil(document.size().getWidth() * scale);
        var height = Math.ceil(document.size().getHeight() * scale);
        if (width * height > LARGEST) {
            throw new IllegalArgumentException(String.format(
                    "a PNG of %.0f x %.0f pixels is too large, at most 100 million are painted; choose a scale below %s",
                    width, height, scale));
        }
        return encoded(painted(document, (int) width, (int) height, scale));
    }

    private static SVGDocument document(String svg) {
        var bytes = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
        var document = new SVGLoader().load(bytes, null, CONTEXT);
        if (document == null) {
            throw new IllegalStateException("jsvg can't read a picture of " + svg.length() + " characters");
        }
        return document;
    }

    private static BufferedImage painted(SVGDocument document, int width, int height, double scale) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB); // pictures paint their paper
        var graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(scale, scale);
            var size = document.size();
            document.render((Component) null, graphics, new ViewBox(0, 0, size.width, size.height));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static byte[] encoded(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a PNG: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }
}
