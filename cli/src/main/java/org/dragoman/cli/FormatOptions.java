package org.dragoman.cli;

import org.dragoman.corpora.format.InlineCodes;
import org.dragoman.corpora.format.LabelledSettings;
import org.dragoman.corpora.format.Languages;
import org.dragoman.corpora.format.ParallelSettings;
import org.dragoman.corpora.format.TaggedSettings;
import org.dragoman.corpora.format.Untranslated;
import picocli.CommandLine.Option;

import java.util.Optional;

/** The options that say what is to be known beside a corpus in a file, for every command that reads one. */
final class FormatOptions {
    @Option(
            names = "--source-language",
            paramLabel = "LANG",
            description = "Language of the sources, as en or pt-BR; needed by TMX, Moses and to write XLIFF.")
    private Optional<String> sourceLanguage = Optional.empty();

    @Option(
            names = "--target-language",
            paramLabel = "LANG",
            description = "Language of the targets; needed by the same.")
    private Optional<String> targetLanguage = Optional.empty();

    @Option(
            names = "--inline-codes",
            paramLabel = "WHAT",
            defaultValue = "DROP",
            description = "drop or keep: what becomes of markup inside segments of TMX and XLIFF. Default: drop.")
    private InlineCodes codes;

    @Option(
            names = "--untranslated",
            paramLabel = "WHAT",
            defaultValue = "DROP",
            description = "drop or keep (with an empty target): units of XLIFF without a target. Default: drop.")
    private Untranslated untranslated;

    @Option(
            names = "--source-field",
            paramLabel = "NAME",
            defaultValue = "source",
            description = "Field of the sources in JSON lines. Default: source.")
    private String sourceField;

    @Option(
            names = "--target-field",
            paramLabel = "NAME",
            defaultValue = "target",
            description = "Field of the targets in JSON lines. Default: target.")
    private String targetField;

    @Option(
            names = "--token-column",
            paramLabel = "N",
            defaultValue = "1",
            description = "Column of the tokens in tagged text, from 1. Default: 1.")
    private int tokenColumn;

    @Option(
            names = "--tag-column",
            paramLabel = "N",
            defaultValue = "0",
            description = "Column of the tags, from 1; 0 for the last. Default: 0.")
    private int tagColumn;

    @Option(
            names = "--repair-tags",
            description =
                    "Read tags of entities that don't follow their scheme as conlleval does; else they are an error.")
    private boolean repairsTags;

    @Option(
            names = "--treebank-tag",
            paramLabel = "TAG",
            defaultValue = "UPOS",
            description = "upos or xpos: which tag of CoNLL-U is meant. Default: upos.")
    private TaggedSettings.TreebankTag treebankTag;

    @Option(
            names = "--label-column",
            paramLabel = "COLUMN",
            description =
                    "Column of the labels by number or name, or their field in JSON lines. Default: the first; label.")
    private Optional<String> labelColumn = Optional.empty();

    @Option(
            names = "--text-column",
            paramLabel = "COLUMN",
            description = "Column of the texts, likewise. Default: the second; text.")
    private Optional<String> textColumn = Optional.empty();

    @Option(names = "--header", description = "The first row of labelled TSV or CSV names the columns.")
    private boolean hasHeader;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            defaultValue = ",",
            description = "What divides the columns of CSV; tab for a TAB. Default: a comma.")
    private String delimiter;

    /**
     * Settings of parallel text.
     *
     * @throws IllegalArgumentException if only one language is given, or something is wrong
     */
    ParallelSettings parallel() {
        if (sourceLanguage.isPresent() != targetLanguage.isPresent()) {
            throw new IllegalArgumentException("--source-language and --target-language are needed both or not at all");
        }
        var languages = sourceLanguage.map(source -> new Languages(source, targetLanguage.orElseThrow()));
        return new ParallelSettings(languages, codes, untranslated, sourceField, targetField);
    }

    /** Settings of tagged text. */
    TaggedSettings tagged() {
        return new TaggedSettings(tokenColumn, tagColumn, repairsTags, treebankTag);
    }

    /** Settings of labelled text. */
    LabelledSettings labelled() {
        return new LabelledSettings(labelColumn, textColumn, hasHeader, delimiter());
    }

    private char delimiter() {
        if (delimiter.equalsIgnoreCase("tab")) {
            return '\t';
        }
        if (delimiter.length() != 1) {
            throw new IllegalArgumentException("--delimiter must be one character, or tab, got \"" + delimiter + "\"");
        }
        return delimiter.charAt(0);
    }
}
