package org.dragoman.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.commons.csv.CSVFormat;
import org.dragoman.eval.alignment.LayeredAlignment;
import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.eval.alignment.WordAlignment;
import org.dragoman.eval.alignment.WordLink;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.IntStream;

/** Alignments as text, a line or more for each pair. */
enum AlignmentLines {
    /** Links such as {@code 0-0 1-2}, as other tools read them. */
    PHARAOH {
        @Override
        void write(long line, SentenceAligner.Aligned aligned, boolean allHeads, Writer out) throws IOException {
            out.write(aligned.links() + "\n");
        }
    },

    /** An object with the words, the weights and the links. */
    JSON {
        @Override
        void write(long line, SentenceAligner.Aligned aligned, boolean allHeads, Writer out) throws IOException {
            var node = MAPPER.createObjectNode().put("line", line);
            node.set("source", MAPPER.valueToTree(aligned.chosen().source()));
            node.set("target", MAPPER.valueToTree(aligned.chosen().target()));
            node.set("weights", MAPPER.valueToTree(weights(aligned.chosen())));
            var links = node.putArray("links");
            aligned.links().forEach(link -> links.addArray().add(link.source()).add(link.target()));
            if (allHeads) {
                addHeads(node, aligned.heads());
            }
            out.write(node + "\n");
        }
    },

    /** A row for each two words with their weight, layer and head being empty for the attention that was chosen. */
    CSV {
        @Override
        void begin(Writer out) throws IOException {
            CSV_FORMAT.printRecord(
                    out, "line", "layer", "head", "source", "target", "sourceWord", "targetWord", "weight", "linked");
        }

        @Override
        void write(long line, SentenceAligner.Aligned aligned, boolean allHeads, Writer out) throws IOException {
            writeRows(line, "", "", aligned.chosen(), aligned.links(), out);
            var layers = aligned.heads().layers();
            for (var layer = 0; allHeads && layer < layers.size(); layer++) {
                for (var head = 0; head < layers.get(layer).size(); head++) {
                    writeRows(line, layer, head, layers.get(layer).get(head), aligned.links(), out);
                }
            }
        }
    };

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final CSVFormat CSV_FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    /** Writes what stands before all pairs. */
    void begin(Writer out) throws IOException {}

    /**
     * Writes a pair.
     *
     * @param line its number, from 1
     * @param allHeads whether to write each head of each layer too, where the form has weights
     */
    abstract void write(long line, SentenceAligner.Aligned aligned, boolean allHeads, Writer out) throws IOException;

    /** For each target word a row with the weight of each source word. */
    private static double[][] weights(SoftAlignment alignment) {
        return IntStream.range(0, alignment.target().size())
                .mapToObj(target -> IntStream.range(0, alignment.source().size())
                        .mapToDouble(source -> alignment.weight(source, target))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static void addHeads(ObjectNode node, LayeredAlignment heads) {
        var layers = node.putArray("layers");
        for (var layer : heads.layers()) {
            var ofLayer = layers.addArray();
            layer.forEach(head -> ofLayer.add(MAPPER.<JsonNode>valueToTree(weights(head))));
        }
    }

    private static void writeRows(
            long line, Object layer, Object head, SoftAlignment alignment, WordAlignment links, Writer out)
            throws IOException {
        for (var target = 0; target < alignment.target().size(); target++) {
            for (var source = 0; source < alignment.source().size(); source++) {
                CSV_FORMAT.printRecord(
                        out,
                        line,
                        layer,
                        head,
                        source,
                        target,
                        alignment.source().get(source),
                        alignment.target().get(target),
                        alignment.weight(source, target),
                        links.contains(new WordLink(source, target)));
            }
        }
    }
}
