package org.dragoman.nmt.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class LanguageChoiceTest {

    @TempDir
    private Path folder;

    /** Reads English and writes {@code deu} and {@code fra}. */
    private static PretrainedModel ofTwo() {
        return PretrainedModels.load(MarianFixture.read("base").folder());
    }

    private static LanguageChoice choice(String from, String to) {
        return new LanguageChoice(Optional.ofNullable(from), Optional.ofNullable(to), "--from", "--to");
    }

    private static String firstPiece(PretrainedModel model) {
        return model.model().codec().subwords().split("Trees").get(0).text();
    }

    @ParameterizedTest
    @CsvSource({"en, fra, >>fra<<", "eng, fr, >>fra<<", ", de, >>deu<<"})
    void oneOfSeveralIsChosen(String from, String to, String code) {
        try (var model = ofTwo()) {
            var chosen = model.choosing(choice(from, to));
            assertThat(firstPiece(chosen)).isEqualTo(code);
            assertThat(chosen.model().settings().source()).isEqualTo(from == null ? "en" : from);
            assertThat(chosen.model().settings().target()).isEqualTo(to);
        }
    }

    @Test
    void oneOfSeveralMustBeChosen() {
        try (var model = ofTwo()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.choosing(choice(null, null)))
                    .withMessage("the model base writes several languages: choose one by --to, of deu, fra");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.choosing(choice(null, "it")))
                    .withMessage("the model base doesn't write 'it', only deu, fra");
        }
    }

    @Test
    void theSourceIsCheckedWhereTheTargetIsChosen() {
        try (var model = ofTwo()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.choosing(choice("de", "fra")))
                    .withMessage("the model base translates from 'en', but --from is 'de'");
        }
    }

    /** The vocabulary loses one of its two codes. */
    @Test
    void theOnlyCodeNeedsNoChoice() throws IOException {
        try (var files = Files.list(MarianFixture.read("base").folder())) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        var vocabulary = folder.resolve("vocab.json");
        Files.writeString(vocabulary, Files.readString(vocabulary).replace(">>deu<<", "other"));
        try (var model = PretrainedModels.load(folder)) {
            var chosen = model.choosing(choice(null, null));
            assertThat(firstPiece(chosen)).isEqualTo(">>fra<<");
            assertThat(chosen.model().settings().target()).isEqualTo("fra");
        }
    }

    @Test
    void languagesThatAModelDoesNotNameAreTakenAsGiven() {
        try (var model = PretrainedModels.load(TestData.file("pretrained/aren-transliteration"))) {
            var settings = model.choosing(choice("ar", "en")).model().settings();
            assertThat(settings.source()).isEqualTo("ar");
            assertThat(settings.target()).isEqualTo("en");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aBlankLanguageIsNone(String blank) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice("en", blank))
                .withMessage("--to must be a language such as de, got '" + blank + "'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice(blank, "de"))
                .withMessage("--from must be a language such as de, got '" + blank + "'");
    }
}
