package org.dragoman.cli;

import org.dragoman.corpora.format.TaggedSettings;
import picocli.CommandLine.Option;

/** The options that say what is to be known beside tagged text in a file. */
final class TaggedOptions {
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

    /** Settings of tagged text. */
    TaggedSettings settings() {
        return new TaggedSettings(tokenColumn, tagColumn, repairsTags, treebankTag);
    }
}
