package org.dragoman.annotators.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import opennlp.tools.util.model.BaseModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class OpenNlpModelTest {
    private static final ModelFile A_FILE = new ModelFile(
            "org.apache.opennlp:opennlp-models-sentdetect-de:1.3.0",
            "opennlp-de-ud-gsd-sentence-1.3-2.5.4.bin",
            "b5553223d30a0422e80a28e2ae766a92dd7181e229f0d6c73087951e84142c43");

    static Stream<Arguments> models() {
        return Stream.of(
                arguments(OpenNlpModel.GERMAN_SENTENCES, "de"),
                arguments(OpenNlpModel.GERMAN_TOKENS, "de"),
                arguments(OpenNlpModel.GERMAN_POS, "de"),
                arguments(OpenNlpModel.GERMAN_LEMMAS, "de"),
                arguments(OpenNlpModel.FRENCH_SENTENCES, "fr"),
                arguments(OpenNlpModel.FRENCH_POS, "fr"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void theModelsOfTheClassPathAreOfTheirLanguage(OpenNlpModel<? extends BaseModel> model, String language) {
        assertThat(model.get().getLanguage()).isEqualTo(language);
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
                .hasMessage("the model opennlp-de-ud-gsd-sentence-1.3-2.5.4.bin cannot be read: no manifest");
        assertThat(model.get()).isEqualTo("read");
    }
}
