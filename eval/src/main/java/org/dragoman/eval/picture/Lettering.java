package org.dragoman.eval.picture;

/** How texts stand in an SVG. */
enum Lettering {
    /** As text, which can be searched and copied and which whoever shows the picture has fonts for. */
    TEXT,

    /** As outlines made by this machine's fonts, which look the same everywhere. */
    OUTLINES
}
