package org.dragoman.benchmarks;

import org.dragoman.nmt.sentencepiece.SentencePieceModel;
import org.dragoman.nmt.text.Piece;
import org.dragoman.pipeline.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Models of SentencePiece. An operation of {@link #encode} and {@link #decode} is all lines of {@link EnglishText}; words a second of CPU
 * time are its words, printed at the start, by the {@code cpu} of {@link CpuTime}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(2)
public class SentencePieceBenchmark {
    /** A model by its file below the folder of data, or anywhere. */
    @Param("pretrained/opus-mt-en-mg/source.spm")
    private String file;

    private Path path;
    private SentencePieceModel model;
    private List<String> lines;
    private List<List<String>> pieces;

    /** Loads the model and the text. */
    @Setup
    public void load() {
        path = Path.of(System.getProperty("dragoman.data")).resolve(file);
        model = SentencePieceModel.read(path);
        lines = EnglishText.read().plain().stream()
                .map(Document::text)
                .flatMap(String::lines)
                .toList();
        pieces = lines.stream()
                .map(line -> model.encode(line).stream().map(Piece::text).toList())
                .toList();
        System.out.println("words: "
                + lines.stream()
                        .mapToInt(line -> line.strip().split("\\s+").length)
                        .sum());
    }

    /** Reads the file. */
    @Benchmark
    public SentencePieceModel read() {
        return SentencePieceModel.read(path);
    }

    /** Text to pieces with their spans. */
    @Benchmark
    public void encode(Blackhole hole) {
        lines.forEach(line -> hole.consume(model.encode(line)));
    }

    /** Pieces to text. */
    @Benchmark
    public void decode(Blackhole hole) {
        pieces.forEach(line -> hole.consume(model.decode(line)));
    }
}
