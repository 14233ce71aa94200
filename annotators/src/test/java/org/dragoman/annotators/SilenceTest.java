package org.dragoman.annotators;

import static org.assertj.core.api.Assertions.assertThat;

import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;
import org.dragoman.annotators.opennlp.OpenNlpModel;
import org.dragoman.pipeline.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The logger on the test class path writes warnings to the standard error, so these show what a user would see. */
@ResourceLock(Resources.SYSTEM_ERR)
class SilenceTest {
    @Test
    void makingAndRunningThePipelineLogsNothing() {
        var logged = standardError(() -> English.pipeline().process(Document.of("Dogs don't fly. They bark.")));
        assertThat(logged).isEmpty();
    }

    @Test
    void theTestWouldSeeTheWarningOfOpenNlpsOwnTagger() {
        var logged = standardError(() -> new POSTaggerME(OpenNlpModel.GERMAN_POS.get(), POSTagFormat.CUSTOM));
        assertThat(logged).contains("WARN");
    }

    private static String standardError(Runnable action) {
        LoggerFactory.getLogger(SilenceTest.class); // the logging library itself is started before
        var before = System.err;
        var captured = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
            action.run();
        } finally {
            System.setErr(before);
        }
        return captured.toString(StandardCharsets.UTF_8);
    }
}
