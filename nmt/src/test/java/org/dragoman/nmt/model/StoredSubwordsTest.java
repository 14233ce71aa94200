package org.dragoman.nmt.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.nmt.text.Pretokenizer;
import org.dragoman.pipeline.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class StoredSubwordsTest {

    static List<StoredSubwords> kinds() {
        return List.of(new StoredSubwords.Bpe(Pretokenizer.NONE), new StoredSubwords.SentencePiece());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void settingsComeBackFromJson(StoredSubwords subwords) {
        assertThat(read("{\"subwords\": " + subwords.toJson() + "}")).isEqualTo(subwords);
    }

    @Test
    void aPretokenizerAloneStandsForBpe() {
        assertThat(read("{\"pretokenizer\": \"none\"}")).isEqualTo(new StoredSubwords.Bpe(Pretokenizer.NONE));
    }

    @Test
    void refusesAModelThatDoesNotSayHowItSplits() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("{}")).withMessageContaining("subwords");
    }

    private static StoredSubwords read(String json) {
        return Settings.parse("model.json", json).build(StoredSubwords::from);
    }
}
