package org.dragoman.examples;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.settings.Settings;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

// guide begins
/** Marks hashtags; a tag shorter than {@code least} characters, its sign not counted, is none. */
public record HashtagAnnotator(int least) implements Annotator {
    public static final Layer<List<Span>> HASHTAGS = Layer.segments("example:hashtags");

    private static final Pattern TAG = Pattern.compile("#([\\p{L}\\p{M}\\p{N}_]+)");

    @Override
    public String name() {
        return "hashtags";
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of();
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(HASHTAGS);
    }

    @Override
    public Document annotate(Document document) {
        var tags = TAG.matcher(document.text())
                .results()
                .filter(tag -> tag.group(1).length() >= least)
                .map(tag -> new Span(tag.start(), tag.end()))
                .toList();
        return document.with(HASHTAGS, tags);
    }

    /** Makes the annotator that a pipeline file calls {@code hashtags}. */
    public static final class Provider implements AnnotatorProvider {
        @Override
        public String name() {
            return "hashtags";
        }

        @Override
        public Set<Layer<?>> provides() {
            return Set.of(HASHTAGS);
        }

        @Override
        public Annotator create(Settings settings) {
            return new HashtagAnnotator(settings.integer("least").atLeast(1).or(1));
        }
    }
}
// guide ends
