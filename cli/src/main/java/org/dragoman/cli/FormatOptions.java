package org.dragoman.cli;

import org.dragoman.corpora.format.LabelledSettings;
import org.dragoman.corpora.format.ParallelSettings;
import org.dragoman.corpora.format.TaggedSettings;
import picocli.CommandLine.Mixin;

/** The options that say what is to be known beside a corpus in a file, for every command that reads one of any kind. */
final class FormatOptions {
    @Mixin
    private ParallelOptions parallel;

    @Mixin
    private TaggedOptions tagged;

    @Mixin
    private LabelledOptions labelled;

    /**
     * Settings of parallel text.
     *
     * @throws IllegalArgumentException if only one language is given, or something is wrong
     */
    ParallelSettings parallel() {
        return parallel.settings();
    }

    /** Settings of tagged text. */
    TaggedSettings tagged() {
        return tagged.settings();
    }

    /** Settings of labelled text. */
    LabelledSettings labelled() {
        return labelled.settings();
    }
}
