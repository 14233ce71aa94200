package org.dragoman.benchmarks;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.io.ConlluReader;

import java.nio.file.Path;
import java.util.List;

/** The texts of the development part of UD English EWT, which no model was trained on. */
final class EnglishText {
    private static final String FILE = "pos/ud-english-ewt/en_ewt-ud-dev.conllu";

    private final List<Document> gold;

    private EnglishText(List<Document> gold) {
        this.gold = gold;
    }

    /** Reads the texts below the folder that the system property {@code dragoman.data} names. */
    static EnglishText read() {
        var file = Path.of(System.getProperty("dragoman.data")).resolve(FILE);
        try (var documents = new ConlluReader().read(file)) {
            return new EnglishText(documents.toList());
        }
    }

    /** The texts alone. */
    List<Document> plain() {
        return gold.stream()
                .map(document -> Document.of(document.id(), document.text()))
                .toList();
    }

    /** How many tokens the treebank counts in them. */
    int tokens() {
        return gold.stream()
                .mapToInt(document -> document.get(Layers.TOKENS).size())
                .sum();
    }
}
