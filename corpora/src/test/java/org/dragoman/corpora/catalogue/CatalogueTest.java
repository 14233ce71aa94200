package org.dragoman.corpora.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class CatalogueTest {

    @Test
    void theStandardCatalogueNamesSourceAndLicenceOfEachCorpus() {
        assertThat(Catalogue.standard().corpora()).hasSizeGreaterThan(15).allSatisfy(corpus -> {
            assertThat(corpus.licence()).isNotBlank();
            assertThat(URI.create(corpus.source())).hasScheme("https");
            assertThat(corpus.files()).allSatisfy(file -> assertThat(file.url()).hasScheme("https"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "multi30k, train.de.gz, mt/multi30k/raw/train.de.gz",
        "wnut17, test.conll, ner/wnut17/test.conll",
        "tinyshakespeare, input.txt, lm/tinyshakespeare/input.txt",
        "ud-english-ewt, en_ewt-ud-dev.conllu, pos/ud-english-ewt/en_ewt-ud-dev.conllu"
    })
    void itsChecksumsAreThoseOfTheRealFiles(String corpus, String name, String path) {
        var file = Catalogue.standard().named(corpus).files().stream()
                .filter(remote -> remote.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(file.checksum().matches(TestData.file(path))).isTrue();
    }

    @Test
    void aGitIdIsThatOfGit(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("a"), "test content\n");
        // Chacon and Straub, Pro Git, 2nd edition, section 10.2
        assertThat(Checksum.of(file, Checksum.Algorithm.GIT_SHA1))
                .hasToString("git-sha1:d670460b4b4aece5915caf5c68d12f560a9fe3e4");
    }

    @Test
    void anUnknownCorpusIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Catalogue.standard().named("multi30"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no corpus \"multi30\"; known are multi30k, tatoeba-deu-eng, ");
    }

    @Test
    void aCatalogueOfYourOwnIsReadStrictly(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("mine.json"), """
                {"corpora": [{"name": "mine", "title": "t", "task": "translation", "languages": ["en"], "licence": "CC0",
                  "source": "s", "files": [{"name": "a", "url": "https://example.org/a", "checksum": "sha1:00"}]}]}
                """);
        assertThatThrownBy(() -> Catalogue.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "a checksum must begin with one of sha256:, md5:, git-sha1: and go on in hexadecimal,"
                                + " got \"sha1:00\"");
    }

    @Test
    void aFileNameWithAFolderIsRefused() {
        var checksum = Checksum.parse("md5:" + "0".repeat(32));
        assertThatThrownBy(() ->
                        new RemoteFile("../a", URI.create("https://example.org/a"), checksum, RemoteFile.Unpack.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a file of a corpus needs a name without folders, got \"../a\"");
    }

    @Test
    void twoCorporaOfOneNameAreRefused() {
        var corpus = Catalogue.standard().named("wnut17");
        assertThatThrownBy(() -> new Catalogue(List.of(corpus, corpus)))
                .hasMessage("the catalogue has two corpora named \"wnut17\"");
    }
}
