package org.dragoman.nmt.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.nmt.pretrained.MarianFixture;
import org.dragoman.pipeline.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslatorProviderTest {

    private static Translator translator(String fixture, String keys) {
        var json = "{\"model\": \"%s\"%s}".formatted(MarianFixture.read(fixture).folder(), keys);
        return (Translator) Settings.parse("step", json).build(new TranslatorProvider()::create);
    }

    @Test
    void choosesTheLanguageOfAModelThatWritesSeveral() {
        try (var translator = translator("base", ", \"to\": \"fr\"")) {
            assertThat(translator.target()).isEqualTo("fr");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base|''|the model base writes several languages: choose one by \"to\", of deu, fra",
                "base|, \"from\": \"fr\", \"to\": \"de\"|the model base translates from 'en', but \"from\" is 'fr'",
                "untied|, \"to\": \"it\"|translates from 'en' to 'de', but \"from\" is 'en' and \"to\" is 'it'",
                "base|, \"to\": \"\"|\"to\" must be a language such as de, got ''",
            })
    void refusesLanguagesThatTheModelDoesNotHave(String fixture, String keys, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> translator(fixture, keys))
                .withMessageContaining(message);
    }
}
