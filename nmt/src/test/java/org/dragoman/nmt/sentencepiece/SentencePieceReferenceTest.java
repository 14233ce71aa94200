package org.dragoman.nmt.sentencepiece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Normalised text, pieces, spans and decoded text as the C++ library gives them (sentencepiece 0.2.1). */
class SentencePieceReferenceTest {
    private static final String FOLDER = "dragoman.sentencepiece";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unigram",
                "unigram-identity",
                "unigram-bytes",
                "unigram-suffix",
                "unigram-plain",
                "unigram-unescaped",
                "unigram-denormalizer",
                "unigram-unused",
                "unigram-ties",
                "bpe",
                "bpe-bytes",
                "bpe-suffix",
                "bpe-unused",
                "bpe-ties"
            })
    void strangeTextsAreAsInTheLibrary(String name) {
        assertThat(differences(Recording.resource(name + ".jsonl.gz"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"opus-mt-en-mg", "opus-mt-tc-big-en-pt", "opus-toy-en-deu+fra"})
    void modelsOfOpusMtSplitStrangeTextsAsInTheLibrary(String name) {
        assertThat(differences(Recording.resource(name + "-source.jsonl.gz"))).isEmpty();
        assertThat(differences(Recording.resource(name + "-target.jsonl.gz"))).isEmpty();
    }

    /** For large recordings: {@code mvn test -Dtest=SentencePieceReferenceTest -Ddragoman.sentencepiece=FOLDER}. */
    @Test
    void recordingsOfAFolderAreAsInTheLibrary() throws IOException {
        var folder = System.getProperty(FOLDER, "");
        assumeTrue(!folder.isEmpty(), "no folder of recordings: the system property " + FOLDER + " is not set");
        try (var files = Files.list(Path.of(folder))) {
            var recordings = files.filter(file -> file.toString().endsWith(".jsonl.gz"))
                    .sorted()
                    .toList();
            assertThat(recordings).isNotEmpty();
            assertThat(recordings)
                    .allSatisfy(file -> assertThat(differences(file)).isEmpty());
        }
    }

    private static List<String> differences(Path file) {
        var differences = new ArrayList<String>();
        try (var recording = Recording.open(file)) {
            int count = recording.compareTo(SentencePieceModel.read(recording.model()), differences);
            assertThat(count).as("cases of %s", file).isGreaterThan(100);
        }
        return differences.subList(0, Math.min(5, differences.size()));
    }
}
