package org.dragoman.annotators.stems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;
import org.dragoman.pipeline.settings.Settings;
import org.dragoman.testing.AnnotatorContract;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;

class StemAnnotatorTest extends AnnotatorContract {
    @Override
    protected Annotator annotator() {
        return new StemAnnotator(SnowballStemmer.ENGLISH);
    }

    @Test
    void addsAStemForEachWord() {
        assertThat(annotator().annotate(document("dogs", "running")).get(Layers.STEMS))
                .containsExactly("dog", "run");
    }

    @Test
    void theProviderTakesALanguage() {
        var german = Settings.parse("test", "{\"language\": \"de\"}").build(new StemProvider()::create);
        // from snowball-2.x/german.tsv
        assertThat(german.annotate(document("abgebildet")).get(Layers.STEMS)).containsExactly("abgebildet");
        var english = Settings.parse("test", "{}").build(new StemProvider()::create);
        assertThat(english.annotate(document("running")).get(Layers.STEMS)).containsExactly("run");
    }

    @Test
    void theProviderTakesLightStemmersToo() {
        var light = Settings.parse("test", "{\"language\": \"en-minimal\"}").build(new StemProvider()::create);
        assertThat(light.annotate(document("Queries")).get(Layers.STEMS)).containsExactly("query");
    }

    @Test
    void theProviderNamesTheNearestStemmer() {
        assertThatThrownBy(() ->
                        Settings.parse("test", "{\"language\": \"de-ligth\"}").build(new StemProvider()::create))
                .hasMessage("test: language names no stemmer: there is no \"de-ligth\"; did you mean 'de-light'?");
    }

    private static Document document(String... words) {
        var text = String.join(" ", words);
        var spans = new ArrayList<Span>();
        var forms = new ArrayList<Word>();
        for (var i = 0; i < words.length; i++) {
            var start = i == 0 ? 0 : spans.get(i - 1).end() + 1;
            spans.add(new Span(start, start + words[i].length()));
            forms.add(new Word(words[i], i));
        }
        return Document.of(text).with(Layers.TOKENS, spans).with(Layers.WORDS, forms);
    }
}
