package org.dragoman.corpora.format;

import org.dragoman.corpora.CorpusWriter;
import org.dragoman.corpora.Lines;
import org.dragoman.corpora.PairReader;
import org.dragoman.corpora.ParallelCorpus;
import org.dragoman.corpora.SentencePair;

import java.nio.file.Path;
import java.util.List;

/** Forms of parallel text. */
public enum ParallelFormat implements CorpusFormat<SentencePair, ParallelSettings> {
    /** Two files, a sentence a line. */
    ALIGNED("aligned", "two files, line by line translations of each other", List.of(), 2) {
        @Override
        PairReader read(List<Path> files, ParallelSettings settings) {
            return ParallelCorpus.aligned(files.get(0), files.get(1)).open();
        }

        @Override
        CorpusWriter<SentencePair> write(List<Path> files, ParallelSettings settings) {
            return new AlignedWriter(files.get(0), files.get(1));
        }
    },
    /** The same with names that differ in the language at their end: {@code corpus.de} and {@code corpus.en} are named {@code corpus}. */
    MOSES("moses", "aligned files PREFIX.LANGUAGE, named by their prefix", List.of(), 1) {
        @Override
        PairReader read(List<Path> files, ParallelSettings settings) {
            var moses = new MosesFiles(files.get(0), settings.languagesFor(this));
            return ParallelCorpus.aligned(moses.source(), moses.target()).open();
        }

        @Override
        CorpusWriter<SentencePair> write(List<Path> files, ParallelSettings settings) {
            var moses = new MosesFiles(files.get(0), settings.languagesFor(this));
            return new AlignedWriter(moses.newSource(), moses.newTarget());
        }

        @Override
        public List<Path> filesRead(List<Path> files, ParallelSettings settings) {
            var moses = new MosesFiles(files.get(0), settings.languagesFor(this));
            return List.of(moses.source(), moses.target());
        }

        @Override
        public List<Path> filesWritten(List<Path> files, ParallelSettings settings) {
            var moses = new MosesFiles(files.get(0), settings.languagesFor(this));
            return List.of(moses.newSource(), moses.newTarget());
        }
    },
    /** Source, TAB, target. */
    TSV("tsv", "source, TAB, target on a line", List.of("tsv"), 1) {
        @Override
        PairReader read(List<Path> files, ParallelSettings settings) {
            return ParallelCorpus.tabSeparated(files.get(0)).open();
        }

        @Override
        CorpusWriter<SentencePair> write(List<Path> files, ParallelSettings settings) {
            return new TextWriter<>(files.get(0), (pair, number) -> ParallelLines.tabSeparated(pair));
        }
    },
    /** Translation memory exchange. */
    TMX("tmx", "translation memory, TMX 1.4", List.of("tmx"), 1) {
        @Override
        PairReader read(List<Path> files, ParallelSettings settings) {
            var languages = settings.languagesFor(this);
            return new TmxReader(XmlReader.open(files.get(0)), languages, settings.codes());
        }

        @Override
        CorpusWriter<SentencePair> write(List<Path> files, ParallelSettings settings) {
            var languages = settings.languagesFor(this);
            return new TextWriter<>(
                    files.get(0),
                    XmlText.tmxStart(languages),
                    (pair, number) -> XmlText.tmxUnit(languages, pair),
                    XmlText.tmxEnd());
        }
    },
    /** XLIFF, read in any version and written as 1.2. */
    XLIFF("xliff", "XLIFF 1.2; read in versions 1.0 to 2.2", List.of("xlf", "xliff"), 1) {
        @Override
        PairReader read(List<Path> files, ParallelSettings settings) {
            return xliff(files.get(0), settings);
        }

        @Override
        CorpusWriter<SentencePair> write(List<Path> files, ParallelSettings settings) {
            var start = XmlText.xliff1Start(settings.languagesFor(this));
            return new TextWriter<>(
                    files.get(0), start, (pair, number) -> XmlText.xliff1Unit(number, pair), XmlText.xliff1End());
        }
    },
    /** XLIFF, read in any version and written as 2.0, which holds every character. */
    XLIFF_2("xliff2", "XLIFF 2.0; read in versions 1.0 to 2.2", List.of(), 1) {
        @Override
        PairReader read(List<Path> files, ParallelSettings settings) {
            return xliff(files.get(0), settings);
        }

        @Override
        CorpusWriter<SentencePair> write(List<Path> files, ParallelSettings settings) {
            var start = XmlText.xliff2Start(settings.languagesFor(this));
            return new TextWriter<>(
                    files.get(0), start, (pair, number) -> XmlText.xliff2Unit(number, pair), XmlText.xliff2End());
        }
    },
    /** An object a line. */
    JSON_LINES("jsonl", "JSON lines, an object with source and target a line", List.of("jsonl", "ndjson"), 1) {
        @Override
        PairReader read(List<Path> files, ParallelSettings settings) {
            return new PairReaderOf(new JsonLines<>(
                    Lines.open(files.get(0)), settings.sourceField(), settings.targetField(), SentencePair::new));
        }

        @Override
        CorpusWriter<SentencePair> write(List<Path> files, ParallelSettings settings) {
            return new TextWriter<>(
                    files.get(0),
                    (pair, number) -> JsonLines.line(
                            settings.sourceField(), pair.source(), settings.targetField(), pair.target()));
        }
    };

    private final String title;
    private final String description;
    private final List<String> extensions;
    private final int files;

    ParallelFormat(String title, String description, List<String> extensions, int files) {
        this.title = title;
        this.description = description;
        this.extensions = extensions;
        this.files = files;
    }

    /**
     * Finds a format by the name that commands know it by.
     *
     * @throws IllegalArgumentException naming those that there are, if there is none of that name
     */
    public static ParallelFormat of(String title) {
        return FormatNames.named(title, CorpusKind.PARALLEL.title(), List.of(values()));
    }

    @Override
    public CorpusKind kind() {
        return CorpusKind.PARALLEL;
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
        return files;
    }

    /** A corpus in this format, which may be read as often as needed; its readers are those of {@link #open}. */
    public ParallelCorpus corpus(List<Path> files, ParallelSettings settings) {
        FormatNames.checkFiles(this, files);
        return () -> read(files, settings);
    }

    @Override
    public PairReader open(List<Path> files, ParallelSettings settings) {
        FormatNames.checkFiles(this, files);
        return read(files, settings);
    }

    @Override
    public CorpusWriter<SentencePair> writer(List<Path> files, ParallelSettings settings) {
        FormatNames.checkFiles(this, files);
        return write(files, settings);
    }

    /** The files that {@link #open} reads: those given, or the two that a prefix stands for. */
    public List<Path> filesRead(List<Path> files, ParallelSettings settings) {
        return List.copyOf(files);
    }

    /** The files that {@link #writer} makes: those given, or the two that a prefix stands for. */
    public List<Path> filesWritten(List<Path> files, ParallelSettings settings) {
        return List.copyOf(files);
    }

    private static PairReader xliff(Path file, ParallelSettings settings) {
        var xml = XmlReader.open(file);
        return new XliffReader(xml, settings.languages(), settings.codes(), settings.untranslated());
    }

    abstract PairReader read(List<Path> files, ParallelSettings settings);

    abstract CorpusWriter<SentencePair> write(List<Path> files, ParallelSettings settings);
}
