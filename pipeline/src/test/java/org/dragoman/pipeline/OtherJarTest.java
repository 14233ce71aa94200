package org.dragoman.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import javax.tools.ToolProvider;

/** An annotator that someone else compiled and packed is found, used and named. */
class OtherJarTest {
    private static final String SOURCE = """
            package acme;

            import org.dragoman.pipeline.*;
            import org.dragoman.pipeline.settings.Settings;
            import java.util.*;

            public final class ShoutProvider implements AnnotatorProvider {
                private static final Layer<List<Span>> SHOUTS = Layer.segments("acme:shouts");

                @Override public String name() { return "acme-shouts"; }

                @Override public Set<Layer<?>> provides() { return Set.of(SHOUTS); }

                @Override public Annotator create(Settings settings) {
                    var sign = settings.text("sign").or("!");
                    return new Annotator() {
                        @Override public String name() { return "acme-shouts"; }
                        @Override public Set<Layer<?>> requires() { return Set.of(); }
                        @Override public Set<Layer<?>> provides() { return Set.of(SHOUTS); }
                        @Override public Document annotate(Document document) {
                            var spans = new ArrayList<Span>();
                            for (var at = document.text().indexOf(sign); at >= 0; at = document.text().indexOf(sign, at + 1)) {
                                spans.add(new Span(at, at + 1));
                            }
                            return document.with(SHOUTS, spans);
                        }
                    };
                }
            }
            """;

    @TempDir
    Path folder;

    private Path jar() throws IOException {
        var source = Files.createDirectories(folder.resolve("src/acme")).resolve("ShoutProvider.java");
        Files.writeString(source, SOURCE);
        var classes = Files.createDirectories(folder.resolve("classes"));
        var code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(code).isZero();
        var jar = folder.resolve("acme-shouts-1.2.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes).filter(Files::isRegularFile)) {
            for (var file : files.toList()) {
                put(out, classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            put(
                    out,
                    "META-INF/services/" + AnnotatorProvider.class.getName(),
                    "acme.ShoutProvider\n".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }

    @Test
    void anAnnotatorFromAnotherJarIsFoundByItsLayerOrItsName() throws IOException {
        var byLayer = Files.writeString(folder.resolve("layer.json"), "{\"layers\": [\"acme:shouts\"]}");
        var byName = Files.writeString(
                folder.resolve("name.json"), "{\"steps\": [{\"annotator\": \"acme-shouts\", \"sign\": \"?\"}]}");
        assertThatThrownBy(() -> Pipeline.read(byLayer)).hasMessageContaining("there is no \"acme:shouts\"");
        var urls = new URL[] {jar().toUri().toURL()};
        try (var loader = new URLClassLoader(urls, Pipeline.class.getClassLoader())) {
            var shouts = Layer.segments("acme:shouts");
            var pipeline = Pipeline.read(byLayer, loader);
            assertThat(pipeline.process("Oh! No!").get(shouts)).containsExactly(new Span(2, 3), new Span(6, 7));
            assertThat(pipeline.explain()).isEqualTo("""
                    acme-shouts: [] -> [acme:shouts]
                        by acme.ShoutProvider (acme-shouts-1.2.jar), settings {}""");
            assertThat(Pipeline.read(byName, loader).process("Oh! No?").get(shouts))
                    .containsExactly(new Span(6, 7));
        }
    }
}
