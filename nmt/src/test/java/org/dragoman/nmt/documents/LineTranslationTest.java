package org.dragoman.nmt.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.dragoman.testing.RandomText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

class LineTranslationTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> problems = new ArrayList<>();
    private UnaryOperator<String> translator;

    @BeforeEach
    void upperCase() {
        translator = text -> text.toUpperCase(Locale.ROOT);
    }

    private LineReport run(byte[] in) {
        return new LineTranslation("de")
                .run(FakeTranslator.pipeline(translator), "input", new ByteArrayInputStream(in), out, problems::add);
    }

    private LineReport run(String in) {
        return run(in.getBytes(StandardCharsets.UTF_8));
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aLineInIsALineOut() {
        var report = run("\none\n\n two \r\n---\nthree");
        assertThat(written()).isEqualTo("\nONE\n\n TWO \r\n---\nTHREE");
        assertThat(report.lines()).isEqualTo(6);
        assertThat(report.sentences()).isEqualTo(3);
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void noInputGivesNoOutput() {
        assertThat(run("").lines()).isZero();
        assertThat(written()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyTextComesBackWhenTheTranslatorKeepsIt(long seed) {
        translator = text -> text;
        var text = RandomText.of(new Random(seed), 200_000);
        run(text);
        assertThat(written()).isEqualTo(text);
    }

    @Test
    void aLineThatFailsIsWrittenAsItCameAndTold() {
        translator = text -> {
            if (text.equals("bad")) {
                throw new IllegalStateException("too hot");
            }
            return "x";
        };
        var report = run("a\n bad\nb\n");
        assertThat(written()).isEqualTo("x\n bad\nx\n");
        assertThat(problems).containsExactly("input:2: 'fake' failed: too hot; the line is written as it came");
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.isComplete()).isFalse();
    }

    @Test
    void aLineThatIsNotUtf8EndsTheRunAfterTheLinesBefore() {
        var in = "a\n\nb\n\u00e9\nc\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> run(in))
                .withMessage(
                        "cannot read input: line 4 is not UTF-8: got 0xE9 at byte 1 of the line; convert it to UTF-8");
        assertThat(written()).isEqualTo("A\n\nB\n");
    }

    @Test
    void anOutputThatCannotBeWrittenEndsTheRun() {
        var full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new LineTranslation("de")
                        .run(
                                FakeTranslator.pipeline(translator),
                                "input",
                                new ByteArrayInputStream(new byte[] {'a', '\n'}),
                                full,
                                problems::add))
                .withMessage("cannot write the translation of input: No space left on device");
    }

    @Test
    @Timeout(20)
    void answersWhenTheInputPauses() throws Exception {
        try (var questions = new PipedOutputStream()) {
            var in = new PipedInputStream(questions, 1 << 16);
            var answers = new ArrayBlockingQueue<String>(10);
            var out = new ByteArrayOutputStream() {
                @Override
                public void flush() {
                    answers.add(toString(StandardCharsets.UTF_8));
                    reset();
                }
            };
            var end = CompletableFuture.supplyAsync(() -> new LineTranslation("de")
                    .run(FakeTranslator.pipeline(translator), "input", in, out, problems::add));
            questions.write("hello\nyou\n".getBytes(StandardCharsets.UTF_8));
            questions.flush();
            assertThat(answers.take()).isEqualTo("HELLO\nYOU\n");
            questions.write("bye\n".getBytes(StandardCharsets.UTF_8));
            questions.flush();
            assertThat(answers.take()).isEqualTo("BYE\n");
            questions.close();
            assertThat(end.get().lines()).isEqualTo(3);
        }
    }
}
