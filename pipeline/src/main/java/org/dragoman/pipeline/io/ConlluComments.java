package org.dragoman.pipeline.io;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The comment lines of CoNLL-U that mean something here. */
final class ConlluComments {
    static final String NEW_PARAGRAPH = "# newpar";
    /** What stands before a paragraph, if nothing else is said. */
    static final String PARAGRAPH_GAP = "\n\n";

    private static final Pattern PARAGRAPH = Pattern.compile("#\\s*newpar(\\s+id\\s*=.*)?\\s*");
    private static final Pattern DOCUMENT = Pattern.compile("#\\s*newdoc(\\s+id\\s*=\\s*(.*?))?\\s*");
    private static final Pattern TEXT = Pattern.compile("#\\s*text\\s*= ?(.*)");

    private ConlluComments() {}

    static boolean isText(String line) {
        return TEXT.matcher(line).matches();
    }

    /** The text that a comment gives, or nothing if it is another comment. */
    static Optional<String> textIn(String line) {
        return Optional.of(TEXT.matcher(line)).filter(m -> m.matches()).map(m -> m.group(1));
    }

    static String text(String text) {
        return "# text = " + text;
    }

    static boolean isNewDocument(String line) {
        return DOCUMENT.matcher(line).matches();
    }

    /** The id that a comment gives a document, or nothing if it gives none. */
    static Optional<String> documentId(String line) {
        return Optional.of(DOCUMENT.matcher(line))
                .filter(m -> m.matches() && m.group(2) != null && !m.group(2).isBlank())
                .map(m -> m.group(2));
    }

    static String newDocument(String id) {
        return "# newdoc id = " + id;
    }

    /** What stands before a sentence with these comments, if nothing else is said. */
    static String gapBefore(List<String> comments) {
        return comments.stream().anyMatch(line -> PARAGRAPH.matcher(line).matches()) ? PARAGRAPH_GAP : " ";
    }
}
