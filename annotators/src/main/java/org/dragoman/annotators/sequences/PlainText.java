package org.dragoman.annotators.sequences;

import org.dragoman.corpora.Line;
import org.dragoman.corpora.Lines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text to learn word classes from: lines in UTF-8, may be packed with gzip. Of a line, what stands before the first tab is read. Words are
 * cut by a plain rule that suits treebanks of English; the joints of WikiText ({@code @-@}) are undone.
 */
final class PlainText {
    private static final Pattern JOINT = Pattern.compile(" @([-,.])@ ");
    private static final Pattern SPLIT_NOT = Pattern.compile("n ['’]t\\b");
    private static final Pattern WORD = Pattern.compile("<unk>"
            + "|[\\p{L}\\p{M}]+?(?=n['’]t\\b)|n['’]t\\b" // do n't
            + "|['’](?:s|S|m|re|ve|ll|d)\\b"
            + "|\\p{L}[\\p{L}\\p{M}]*"
            + "|\\p{N}+(?:[.,:]\\p{N}+)*"
            + "|([^\\s\\p{L}\\p{N}])\\1*");

    private PlainText() {}

    /** The words of each line, in lower case. */
    static List<List<String>> read(Path file) {
        try (var lines = Lines.open(file).stream()) {
            return lines.map(Line::text)
                    .map(PlainText::words)
                    .filter(words -> !words.isEmpty())
                    .toList();
        }
    }

    static List<String> words(String line) {
        var tab = line.indexOf('\t');
        var text = JOINT.matcher(tab < 0 ? line : line.substring(0, tab)).replaceAll("$1");
        var matcher = WORD.matcher(SPLIT_NOT.matcher(text).replaceAll("n't"));
        var words = new ArrayList<String>();
        while (matcher.find()) {
            words.add(WordForm.lowerOf(matcher.group()).intern());
        }
        return words;
    }
}
