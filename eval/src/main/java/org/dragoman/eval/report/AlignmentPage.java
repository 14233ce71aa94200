package org.dragoman.eval.report;

import org.dragoman.eval.alignment.LayeredAlignment;
import org.dragoman.eval.alignment.WordAlignment;

import java.util.List;

/** A page with the alignments of some sentences. */
public final class AlignmentPage {
    private static final int HEADING = 60; // characters of a sentence that its heading has

    private AlignmentPage() {}

    /**
     * Makes a page with a section for each sentence: its words, its strongest links in Pharaoh's form, and its pictures.
     *
     * @param title heading of the page
     * @param lead a sentence or two below it, such as what the model is
     * @param alignments one a sentence
     */
    public static Page of(String title, String lead, List<LayeredAlignment> alignments) {
        var links = alignments.stream()
                .map(alignment -> WordAlignment.strongest(alignment.average()))
                .toList();
        return of(title, lead, alignments, "Strongest link of each target word", links);
    }

    /**
     * The same with links of another kind.
     *
     * @param linksAre what they are, such as {@code Links of weight 0.2 or more}
     * @param links of each sentence
     */
    public static Page of(
            String title, String lead, List<LayeredAlignment> alignments, String linksAre, List<WordAlignment> links) {
        var page = new Page(title, lead);
        for (var i = 0; i < alignments.size(); i++) {
            var alignment = alignments.get(i);
            var ofSentence = links.get(i).toString();
            var words = String.join(" ", alignment.source());
            page.section(
                    (i + 1) + ". " + shortened(words),
                    section -> section.words(words)
                            .words(String.join(" ", alignment.target()))
                            .alignment(alignment)
                            .note(linksAre + ", words counted from 0:")
                            .preformatted(ofSentence));
        }
        return page;
    }

    private static String shortened(String words) {
        var characters = words.codePointCount(0, words.length());
        return characters <= HEADING ? words : words.substring(0, words.offsetByCodePoints(0, HEADING)) + "…";
    }
}
