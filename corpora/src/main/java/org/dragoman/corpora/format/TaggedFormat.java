package org.dragoman.corpora.format;

import org.dragoman.corpora.CorpusReader;
import org.dragoman.corpora.CorpusWriter;
import org.dragoman.corpora.Lines;
import org.dragoman.corpora.TagScheme;
import org.dragoman.corpora.TaggedSentence;
import org.dragoman.corpora.TaggedSentences;

import java.nio.file.Path;
import java.util.List;

/**
 * Forms of tagged text.
 *
 * <p>The tags of entities are {@link TagScheme#IOB2} in memory, whichever scheme a file has: its reader turns them into that and its writer
 * back, both without loss. Tags that don't follow their scheme are refused with their line, or repaired if the settings say so. {@link
 * #TAGS} leaves tags as they are.
 */
public enum TaggedFormat implements CorpusFormat<TaggedSentence, TaggedSettings> {
    /** Columns with tags of any kind, such as parts of speech. */
    TAGS("tags", "token and tag in columns, tags of any kind", List.of()) {
        @Override
        CorpusReader<TaggedSentence> read(Path file, TaggedSettings settings) {
            return columns(file, settings);
        }

        @Override
        CorpusWriter<TaggedSentence> write(Path file, TaggedSettings settings) {
            return new TextWriter<>(file, (sentence, number) -> TaggedColumns.text(sentence));
        }
    },
    /** Entities in {@link TagScheme#IOB1}. */
    IOB1("iob1", "token and tag in columns, entities in IOB1", List.of("iob1"), TagScheme.IOB1),
    /** Entities in {@link TagScheme#IOB2}, also called BIO. */
    IOB2("iob2", "token and tag in columns, entities in IOB2 (bio)", List.of("iob2", "bio"), TagScheme.IOB2),
    /** Entities in {@link TagScheme#IOBES}, also called BIOES. */
    IOBES("iobes", "token and tag in columns, entities in IOBES (bioes)", List.of("iobes", "bioes"), TagScheme.IOBES),
    /** Entities in {@link TagScheme#BILOU}. */
    BILOU("bilou", "token and tag in columns, entities in BILOU", List.of("bilou"), TagScheme.BILOU),
    /** The words of a treebank, multiword tokens taken apart, and one of their tags; the rest is not read, and written as {@code _}. */
    CONLLU("conllu", "words and their tags of a treebank, CoNLL-U", List.of("conllu")) {
        @Override
        CorpusReader<TaggedSentence> read(Path file, TaggedSettings settings) {
            return new TreebankSentences(Lines.open(file), settings.treebankTag());
        }

        @Override
        CorpusWriter<TaggedSentence> write(Path file, TaggedSettings settings) {
            return new TextWriter<>(
                    file, (sentence, number) -> TreebankText.of(sentence, number, settings.treebankTag()));
        }
    };

    private final String title;
    private final String description;
    private final List<String> extensions;
    private final TagScheme scheme;

    TaggedFormat(String title, String description, List<String> extensions) {
        this(title, description, extensions, TagScheme.IOB2);
    }

    TaggedFormat(String title, String description, List<String> extensions, TagScheme scheme) {
        this.title = title;
        this.description = description;
        this.extensions = extensions;
        this.scheme = scheme;
    }

    /**
     * Finds a format by the name that commands know it by; {@code bio} and {@code bioes} are names too.
     *
     * @throws IllegalArgumentException naming those that there are, if there is none of that name
     */
    public static TaggedFormat of(String title) {
        return FormatNames.named(title, CorpusKind.TAGGED.title(), List.of(values()));
    }

    @Override
    public CorpusKind kind() {
        return CorpusKind.TAGGED;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public List<String> extensions() {
        return extensions;
    }

    @Override
    public int files() {
        return 1;
    }

    @Override
    public CorpusReader<TaggedSentence> open(List<Path> files, TaggedSettings settings) {
        FormatNames.checkFiles(this, files);
        return read(files.get(0), settings);
    }

    @Override
    public CorpusWriter<TaggedSentence> writer(List<Path> files, TaggedSettings settings) {
        FormatNames.checkFiles(this, files);
        return write(files.get(0), settings);
    }

    CorpusReader<TaggedSentence> read(Path file, TaggedSettings settings) {
        return new SchemeReader(columns(file, settings), scheme, settings.repairsTags());
    }

    CorpusWriter<TaggedSentence> write(Path file, TaggedSettings settings) {
        return new TextWriter<>(file, (sentence, number) -> TaggedColumns.text(sentence, scheme));
    }

    private static TaggedSentences columns(Path file, TaggedSettings settings) {
        return new TaggedSentences(Lines.open(file), settings.tokenColumn(), settings.tagColumn());
    }
}
