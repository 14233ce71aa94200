package org.dragoman.eval.picture;

/** What a picture is looked at on. */
public enum Theme {
    /** Paper and light screens. */
    LIGHT,

    /** Dark screens. */
    DARK,

    /** An SVG that is dark where the reader prefers dark screens, and light elsewhere and on paper. */
    ADAPTIVE;

    static final String MEDIA = "@media screen and (prefers-color-scheme: dark)";
}
