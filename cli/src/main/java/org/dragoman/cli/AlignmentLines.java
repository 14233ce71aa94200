package org.dragoman.cli;

import org.dragoman.eval.alignment.AlignmentJson;
import org.dragoman.eval.alignment.AlignmentTable;
import org.dragoman.eval.table.TableFormat;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Alignments as text that is written pair by pair. */
enum AlignmentLines {
    /** Links such as {@code 0-0 1-2}, as other tools read them. */
    PHARAOH {
        @Override
        void write(SentenceAligner.Aligned aligned, boolean isFirst, Writer out) throws IOException {
            out.write(aligned.links() + "\n");
        }
    },

    /** An object as {@link AlignmentJson} has it, with the number of the line and the links in addition. */
    JSON {
        @Override
        void write(SentenceAligner.Aligned aligned, boolean isFirst, Writer out) throws IOException {
            var node = AlignmentJson.node(aligned.heads()).put("line", aligned.line());
            var links = node.putArray("links");
            aligned.links().forEach(link -> links.addArray().add(link.source()).add(link.target()));
            out.write(node + "\n");
        }
    },

    /** Rows as {@link AlignmentTable} has them, below one header. */
    CSV {
        @Override
        void write(SentenceAligner.Aligned aligned, boolean isFirst, Writer out) throws IOException {
            var text = TableFormat.CSV.write(AlignmentTable.of(aligned.line(), aligned.heads()));
            out.write(isFirst ? text : text.substring(text.indexOf('\n') + 1));
        }
    };

    /** Writes a pair; the first brings what stands before all. */
    abstract void write(SentenceAligner.Aligned aligned, boolean isFirst, Writer out) throws IOException;

    /** Writes pairs. */
    void write(Iterable<List<SentenceAligner.Aligned>> chunks, Writer out) throws IOException {
        var isFirst = true;
        for (var chunk : chunks) {
            for (var aligned : chunk) {
                write(aligned, isFirst, out);
                isFirst = false;
            }
        }
    }
}
