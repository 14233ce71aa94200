package org.dragoman.corpora.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.corpora.CorpusReader;
import org.dragoman.corpora.SentencePair;
import org.dragoman.corpora.TaggedSentence;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** Published corpora go through every format of their kind and come back as they were. */
class PublishedCorporaTest {
    @TempDir
    Path folder;

    // Sentences and tokens as awk counts lines. The 39,152 of wikigold are its 39,007 tokens and 145 lines -DOCSTART-.
    @ParameterizedTest
    @CsvSource({
        "ner/wikigold/wikigold.conll.txt,              iob1, 1, 2, 1841, 39152",
        "ner/uner-english-ewt/en_ewt-ud-dev.iob2,      iob2, 2, 3, 2001, 25149",
        "ner/uner-english-ewt/en_ewt-ud-train.iob2.gz, iob2, 2, 3, 12543, 204579",
        "ner/wnut17/train.conll,                       iob2, 1, 2, 3394, 62730",
        "ner/wnut17/test.conll,                        iob2, 1, 2, 1287, 23394",
        "ner/btc/f.conll,                              iob2, 1, 2, 2000, 35427",
        "ner/wikiann/de/dev,                           iob2, 1, 2, 10000, 97805",
        "ner/crossner/science/test.txt,                iob2, 1, 2, 543, 19487",
        "ner/germeval2014/NER-de-dev.tsv,              iob2, 2, 3, 2200, 41653",
        "ner/europeana/enp_FR.bnf.bio,                 iob1, 1, 2, 1, 205916"
    })
    void entitiesSurviveEveryScheme(String name, String format, int token, int tag, int sentences, int tokens) {
        var settings = TaggedSettings.DEFAULT.withColumns(token, tag);
        var original = read(TaggedFormat.of(format), TestData.file(name), settings);
        assertThat(original).hasSize(sentences);
        assertThat(tokens(original)).isEqualTo(tokens);
        var file = TestData.file(name);
        var input = settings;
        for (var to : List.of(TaggedFormat.BILOU, TaggedFormat.IOB1, TaggedFormat.IOBES, TaggedFormat.IOB2)) {
            var from = TaggedFormat.of(format);
            var copy = folder.resolve("copy." + to.title() + ".gz");
            convert(from, file, input, to, copy, TaggedSettings.DEFAULT);
            assertThat(read(to, copy, TaggedSettings.DEFAULT)).isEqualTo(original);
            file = copy;
            format = to.title();
            input = TaggedSettings.DEFAULT;
        }
    }

    // Sentences and words as the page of the data sets says.
    @ParameterizedTest
    @CsvSource({
        "pos/ud-english-ewt/en_ewt-ud-dev.conllu, UPOS, 2001, 25147",
        "pos/ud-english-ewt/en_ewt-ud-train.conllu.gz, XPOS, 12544, 204577",
        "pos/ud-english-gum/en_gum-ud-test.conllu.gz, XPOS, 1464, 28397",
        "pos/ud-french-sequoia/fr_sequoia-ud-test.conllu, UPOS, 456, 10044"
    })
    void wordsOfTreebanksSurviveColumns(String name, TaggedSettings.TreebankTag tag, int sentences, int words) {
        var settings = TaggedSettings.DEFAULT.withTreebankTag(tag);
        var original = read(TaggedFormat.CONLLU, TestData.file(name), settings);
        assertThat(original).hasSize(sentences);
        assertThat(tokens(original)).isEqualTo(words);
        var columns = folder.resolve("columns");
        convert(TaggedFormat.CONLLU, TestData.file(name), settings, TaggedFormat.TAGS, columns, settings);
        assertThat(read(TaggedFormat.TAGS, columns, settings)).isEqualTo(original);
        var treebank = folder.resolve("treebank");
        convert(TaggedFormat.TAGS, columns, settings, TaggedFormat.CONLLU, treebank, settings);
        assertThat(read(TaggedFormat.CONLLU, treebank, settings)).isEqualTo(original);
    }

    @Test
    void pairsSurviveEveryFormat() {
        survive(ParallelFormat.TSV, List.of(TestData.file("mt/tatoeba/deu-eng/dev.tsv")), 3_269);
        survive(ParallelFormat.TSV, List.of(TestData.file("mt/tatoeba/vie-eng/dev.tsv")), 170);
        survive(
                ParallelFormat.ALIGNED,
                List.of(TestData.file("mt/multi30k/raw/val.en.gz"), TestData.file("mt/multi30k/raw/val.de.gz")),
                1_014);
        survive(ParallelFormat.MOSES, List.of(TestData.file("mt/multi30k/raw").resolve("val")), 1_014);
    }

    private void survive(ParallelFormat from, List<Path> files, int pairs) {
        var settings = ParallelSettings.DEFAULT.withLanguages("en", "de").withUntranslated(Untranslated.KEEP);
        var original = read(from, files, settings);
        assertThat(original).hasSize(pairs);
        for (var to : ParallelFormat.values()) {
            var copy = to == ParallelFormat.ALIGNED
                    ? List.of(folder.resolve("copy.source"), folder.resolve("copy.target"))
                    : List.of(folder.resolve("copy"));
            try (var reader = from.open(files, settings);
                    var writer = to.writer(copy, settings)) {
                reader.forEachRemaining(writer::write);
                writer.finish();
            }
            assertThat(read(to, copy, settings)).as(to.title()).isEqualTo(original);
        }
    }

    // Rows as wc counts lines.
    @ParameterizedTest
    @CsvSource({
        "classification/sms-spam/sms_80.tsv, 1, 2, 4411",
        "sentiment/movie-reviews/reviews_fold0-8.tsv.gz, 1, 4, 1800",
        "sentiment/uci-sentences/yelp_labelled.txt, 2, 1, 819"
    })
    void labelledTextsSurviveEveryFormat(String name, String label, String text, int rows) {
        var settings = LabelledSettings.DEFAULT.withColumns(label, text);
        var files = List.of(TestData.file(name));
        var original = list(LabelledFormat.TSV.open(files, settings));
        assertThat(original).hasSize(rows);
        for (var to : LabelledFormat.values()) {
            var copy = List.of(folder.resolve("copy"));
            try (var reader = LabelledFormat.TSV.open(files, settings);
                    var writer = to.writer(copy, LabelledSettings.DEFAULT)) {
                reader.forEachRemaining(writer::write);
                writer.finish();
            }
            assertThat(list(to.open(copy, LabelledSettings.DEFAULT)))
                    .as(to.title())
                    .isEqualTo(original);
        }
    }

    private static void convert(
            TaggedFormat from, Path in, TaggedSettings input, TaggedFormat to, Path out, TaggedSettings output) {
        try (var reader = from.open(List.of(in), input);
                var writer = to.writer(List.of(out), output)) {
            reader.forEachRemaining(writer::write);
            writer.finish();
        }
    }

    private static int tokens(List<TaggedSentence> sentences) {
        return sentences.stream().mapToInt(sentence -> sentence.tokens().size()).sum();
    }

    private static List<TaggedSentence> read(TaggedFormat format, Path file, TaggedSettings settings) {
        return list(format.open(List.of(file), settings));
    }

    private static List<SentencePair> read(ParallelFormat format, List<Path> files, ParallelSettings settings) {
        return list(format.open(files, settings));
    }

    private static <T> List<T> list(CorpusReader<T> reader) {
        try (reader) {
            Iterable<T> items = () -> reader;
            return StreamSupport.stream(items.spliterator(), false).toList();
        }
    }
}
