package org.dragoman.annotators.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import opennlp.tools.util.model.BaseModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class OpenNlpModelTest {
    private static final ModelFile A_FILE = new ModelFile(
            "org.apache.opennlp:opennlp-models-sentdetect-en:1.3.0",
            "opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin",
            "4de58d12b09421003c8b1ba13e8b58ec533b28e1f22a65272119dc0993d333e8");

    static Stream<OpenNlpModel<? extends BaseModel>> english() {
        return Stream.of(OpenNlpModel.ENGLISH_SENTENCES, OpenNlpModel.ENGLISH_TOKENS, OpenNlpModel.ENGLISH_POS);
    }

    @ParameterizedTest
    @MethodSource("english")
    void theModelsOfTheClassPathAreEnglish(OpenNlpModel<? extends BaseModel> model) {
        assertThat(model.get().getLanguage()).isEqualTo("en");
    }

    @Test
    void isReadOnceForAllThreads() throws Exception {
        var reads = new AtomicInteger();
        var model = new OpenNlpModel<>(A_FILE, in -> "model " + reads.incrementAndGet());
        var pool = Executors.newFixedThreadPool(8);
        try {
            var tasks = Stream.<Callable<String>>generate(() -> model::get)
                    .limit(64)
                    .toList();
            for (var answer : pool.invokeAll(tasks)) {
                assertThat(answer.get()).isEqualTo("model 1");
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void isReadWhenItIsFirstAskedFor() {
        var reads = new AtomicInteger();
        var model = new OpenNlpModel<>(A_FILE, in -> reads.incrementAndGet());
        assertThat(reads).hasValue(0);
        model.get();
        assertThat(reads).hasValue(1);
    }

    @Test
    void saysWhichModelCannotBeReadAndTriesAgain() {
        var tries = new AtomicInteger();
        var model = new OpenNlpModel<>(A_FILE, in -> {
            if (tries.incrementAndGet() == 1) {
                throw new IOException("no manifest");
            }
            return "read";
        });
        assertThatThrownBy(model::get)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the model opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin cannot be read: no manifest");
        assertThat(model.get()).isEqualTo("read");
    }
}
