package org.dragoman.eval.picture;

import org.dragoman.corpora.AtomicFile;

import java.nio.file.Path;
import java.util.Locale;

/** A picture that is written as SVG or PNG. Immutable, may be used by many threads. */
public abstract class Picture {
    private static final double SCALE = 2; // pixels a unit of length, as high-resolution screens have them

    Picture() {}

    /** Draws the picture. */
    abstract String svg(Theme theme, Lettering lettering);

    /** An SVG file that adapts itself to light screens, dark screens and paper. */
    public String svg() {
        return svg(Theme.ADAPTIVE);
    }

    /** An SVG file in given colours. Its texts are text, and in the language's own order. */
    public String svg(Theme theme) {
        return svg(theme, Lettering.TEXT);
    }

    /** A PNG file in light colours. */
    public byte[] png(double scale) {
        return png(Theme.LIGHT, scale);
    }

    /**
     * A PNG file.
     *
     * @param theme light or dark; a PNG can't adapt itself
     * @param scale pixels for each unit of the SVG, above 0; 2 suits most screens, 4 print
     * @throws IllegalArgumentException if the image would have more than 100 million pixels
     */
    public byte[] png(Theme theme, double scale) {
        if (theme == Theme.ADAPTIVE) {
            throw new IllegalArgumentException("a PNG can't adapt itself to the screen; choose LIGHT or DARK");
        }
        return Png.of(svg(theme, Lettering.OUTLINES), scale);
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @param file its name ends with {@code .svg} or {@code .png}
     * @throws IllegalArgumentException for another ending
     * @throws java.io.UncheckedIOException if the file can't be written
     */
    public void write(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".svg")) {
            AtomicFile.writeText(file, out -> out.write(svg()));
        } else if (name.endsWith(".png")) {
            AtomicFile.write(file, out -> out.write(png(SCALE)));
        } else {
            throw new IllegalArgumentException(
                    "a picture is written to a file that ends with .svg or .png, got " + file);
        }
    }
}
