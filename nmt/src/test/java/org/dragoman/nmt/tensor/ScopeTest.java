package org.dragoman.nmt.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.djl.pytorch.jni.JniUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

class ScopeTest {

    private static <T> T onNewThread(Supplier<T> work) {
        var executor = Executors.newSingleThreadExecutor();
        try {
            return CompletableFuture.supplyAsync(work, executor).join();
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void closingFreesWhatWasMadeInside() {
        try (var outer = Scope.open()) {
            var mine = Tensor.full(1, 2);
            Tensor inside;
            try (var inner = Scope.open()) {
                inside = mine.add(mine); // though both operands belong to the outer scope
                assertThat(inside.toFloats()).containsExactly(2, 2);
            }
            assertThat(mine.toFloats()).containsExactly(1, 1);
            assertThatIllegalStateException().isThrownBy(inside::toFloats).withMessageContaining("released");
        }
    }

    @Test
    void resultsOfParametersBelongToTheScope() {
        try (var parameters = new Parameters(1)) {
            var parameter = parameters.make("weight", Initializer.constant(2), 3);
            var before = NativeArrays.beside(parameter);
            try (var scope = Scope.open()) {
                parameter.add(parameter).sum().item();
                parameter.topK(2);
                parameter.reshape(3, 1).chunk(3, 0);
                parameter.norm();
            }
            assertThat(NativeArrays.beside(parameter)).isEqualTo(before);
        }
    }

    @Test
    void aKeptTensorOutlivesItsScopeByOne() {
        try (var outer = Scope.open()) {
            Tensor kept;
            try (var middle = Scope.open()) {
                try (var inner = Scope.open()) {
                    kept = inner.keep(Tensor.full(5, 1));
                }
                assertThat(kept.item()).isEqualTo(5);
            }
            assertThatIllegalStateException().isThrownBy(kept::item);
        }
    }

    @Test
    void keepingLeavesTheParametersOfAModelWhereTheyAre() {
        try (var parameters = new Parameters(1)) {
            var parameter = parameters.make("weight", Initializer.constant(2), 1);
            try (var outer = Scope.open();
                    var inner = Scope.open()) {
                inner.keep(parameter);
            }
            assertThat(parameter.toFloats()).containsExactly(2);
        }
    }

    @Test
    void keepingLeavesATensorOfAnOuterScopeWhereItIs() {
        try (var outer = Scope.open()) {
            var mine = Tensor.full(3, 1);
            try (var middle = Scope.open();
                    var inner = Scope.open()) {
                inner.keep(mine);
            }
            assertThat(mine.item()).isEqualTo(3);
        }
    }

    @Test
    void nothingIsKeptBeyondTheOutermostScope() {
        try (var only = Scope.open()) {
            var tensor = Tensor.full(3, 1);
            assertThatIllegalStateException()
                    .isThrownBy(() -> only.keep(tensor))
                    .withMessage("cannot keep a tensor beyond the outermost scope: open an enclosing scope first");
        }
    }

    @Test
    void scopesAreClosedInnermostFirst() {
        var outer = Scope.open();
        var inner = Scope.open();
        assertThatIllegalStateException()
                .isThrownBy(outer::close)
                .withMessage("a scope must be closed by the thread that opened it, innermost first");
        inner.close();
        outer.close();
        assertThatIllegalStateException().isThrownBy(outer::close); // a second time
    }

    @Test
    void aScopeIsClosedByItsOwnThread() {
        try (var scope = Scope.open()) {
            var failure = onNewThread(() -> catchThrowable(scope::close));
            assertThat(failure)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a scope must be closed by the thread that opened it, innermost first");
            assertThat(Tensor.full(1, 1).item()).isEqualTo(1); // still open
        }
    }

    @Test
    void workWithoutAScopeSaysWhatToDo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Tensor.of(new float[1], 1))
                .withMessage("no scope is open on this thread: work with tensors inside "
                        + "'try (var scope = Scope.open()) { ... }'");
        try (var scope = Scope.open()) { // which is another thread's
            assertThatThrownBy(() -> onNewThread(() -> Tensor.zeros(1)))
                    .isInstanceOf(CompletionException.class)
                    .hasMessageContaining("no scope is open on this thread");
        }
    }

    @Test
    void recordingIsAPropertyOfTheInnermostScope() {
        assertThat(Scope.isRecording()).isFalse();
        try (var recording = Scope.recording()) {
            assertThat(Scope.isRecording()).isTrue();
            try (var inherits = Scope.open()) {
                assertThat(Scope.isRecording()).isTrue();
            }
            try (var constant = Scope.constant()) {
                assertThat(Scope.isRecording()).isFalse();
                try (var inherits = Scope.open()) {
                    assertThat(Scope.isRecording()).isFalse();
                }
            }
            assertThat(Scope.isRecording()).isTrue();
        }
        assertThat(Scope.isRecording()).isFalse();
    }

    @Test
    void aFailureInsideAScopeLeavesTheRecordingOfTheOuterOne() {
        try (var recording = Scope.recording()) {
            assertThat(catchThrowable(() -> {
                        try (var constant = Scope.constant()) {
                            Tensor.zeros(2).add(Tensor.zeros(3));
                        }
                    }))
                    .isNotNull();
            assertThat(Scope.isRecording()).isTrue();
        }
    }

    @Test
    void workerThreadsRecordOnlyInARecordingScope() {
        try (var parameters = new Parameters(1);
                var recording = Scope.recording()) { // of this thread, which is no business of the worker's
            var weight = parameters.make("weight", Initializer.constant(2), 1).trainable();
            onNewThread(() -> {
                assertThat(JniUtils.isGradMode()).isTrue(); // the library's default on a new thread
                try (var scope = Scope.open()) {
                    assertThat(Scope.isRecording()).isFalse();
                    assertThatThrownBy(() -> weight.square().sum().backward())
                            .hasMessageContaining("does not require grad");
                }
                try (var scope = Scope.recording()) {
                    weight.square().sum().backward();
                }
                return Scope.isRecording();
            });
            assertThat(weight.gradient().orElseThrow().item()).isEqualTo(4);
        }
    }

    /** Leaked, these arrays would be 2 GB. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aThousandScopesTakeNoMoreMemoryThanOne() throws IOException {
        try (var parameters = new Parameters(1)) {
            var parameter =
                    parameters.make("weight", Initializer.constant(1), 512, 512).trainable();
            step(parameter);
            var arrays = NativeArrays.beside(parameter);
            var before = residentMegabytes();
            for (var i = 0; i < 1000; i++) {
                step(parameter);
            }
            assertThat(residentMegabytes() - before).isLessThan(400);
            assertThat(NativeArrays.beside(parameter)).isEqualTo(arrays);
        }
    }

    /** Makes two arrays of 1 MB. */
    private static void step(Tensor parameter) {
        try (var scope = Scope.recording()) {
            parameter.add(parameter).sum().backward();
            parameter.clearGradient();
        }
    }

    private static long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
