package org.dragoman.nmt.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts processes for what holds from the start of a process; libgomp itself prints the settings that it has read. */
class TorchTest {

    @Test
    void refusesNoThreads() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Torch.threads(0))
                .withMessage("threads must be at least 1, got 0");
    }

    /** The way to a GPU itself is not tested: none is at hand. */
    @Test
    void devicesThatAreNotThereAreRefused() {
        Torch.device("cpu");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Torch.device("gpu"))
                .withMessage("the device must be cpu or cuda:0, cuda:1 and so on, got 'gpu'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Torch.device("cuda:99"))
                .withMessageMatching(
                        "there is no device cuda:99: PyTorch finds \\d+ GPUs; use cpu, or put PyTorch's library for"
                                + " CUDA on the class path");
    }

    @Test
    void theNumberOfThreadsIsSetBackAfterSingleThreadedWork() {
        var before = Torch.threads();
        try {
            Torch.threads(2);
            int inside = Torch.singleThreaded(Torch::threads);
            assertThat(inside).isEqualTo(1);
            assertThat(Torch.threads()).isEqualTo(2);
            assertThat(catchThrowable(() -> Torch.singleThreaded(() -> {
                        throw new IllegalStateException("expected");
                    })))
                    .hasMessage("expected");
            assertThat(Torch.threads()).isEqualTo(2);
        } finally {
            Torch.threads(before);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void openMpReadsOurSettings() throws IOException, InterruptedException {
        var output = run(List.of("-Ddragoman.threads=3"), Map.of("OMP_DISPLAY_ENV", "VERBOSE"));
        assertThat(output).contains("threads 3", "OMP_NUM_THREADS = '3'", "GOMP_SPINCOUNT = '20000'");
    }

    /** A wait policy that is passive means not to spin at all. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatTheUserHasSetStays() throws IOException, InterruptedException {
        var settings = Map.of("OMP_DISPLAY_ENV", "VERBOSE", "OMP_WAIT_POLICY", "PASSIVE", "OMP_NUM_THREADS", "5");
        assertThat(run(List.of(), settings))
                .contains("threads 5", "OMP_NUM_THREADS = '5'", "OMP_WAIT_POLICY = 'PASSIVE'", "GOMP_SPINCOUNT = '0'");
    }

    @Test
    void refusesANumberOfThreadsThatIsNone() throws IOException, InterruptedException {
        assertThat(run(List.of("-Ddragoman.threads=two"), Map.of()))
                .contains("refused: the system property dragoman.threads must be a whole number from 1, got 'two'");
    }

    private static String run(List<String> options, Map<String, String> environment)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add(TorchProbe.class.getName());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.matches("(G?OMP|JAVA|JDK)_.*"));
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output;
    }
}
