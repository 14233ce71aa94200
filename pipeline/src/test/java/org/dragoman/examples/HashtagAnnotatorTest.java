package org.dragoman.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.settings.Settings;
import org.dragoman.testing.AnnotatorContract;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The example of the guide to pipelines is this code, and it works. */
class HashtagAnnotatorTest extends AnnotatorContract {
    private static final Path SOURCE = Path.of("src/test/java/org/dragoman/examples/HashtagAnnotator.java");

    @Override
    protected Annotator annotator() {
        return new HashtagAnnotator(1);
    }

    @Test
    void marksHashtags() {
        var document = Pipeline.of(annotator()).process("👍 #one, two # #Überfluß");
        assertThat(document.get(HashtagAnnotator.HASHTAGS))
                .extracting(span -> span.textIn(document.text()))
                .containsExactly("#one", "#Überfluß");
    }

    @Test
    void theProviderTakesTheLeastLength() {
        var annotator = Settings.parse("test", "{\"least\": 4}").build(new HashtagAnnotator.Provider()::create);
        assertThat(annotator.annotate(Document.of("#one #four")).get(HashtagAnnotator.HASHTAGS))
                .hasSize(1);
    }

    @Test
    void theGuideShowsThisCode() throws IOException {
        var source = Files.readString(SOURCE);
        var begin = source.indexOf("// guide begins\n") + "// guide begins\n".length();
        var code = source.substring(begin, source.indexOf("// guide ends"));
        assertThat(Files.readString(Path.of("../docs/pipeline.md"))).contains("```java\n" + code + "```");
    }
}
