package org.dragoman.nmt.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.nmt.text.Pretokenizer;
import org.dragoman.pipeline.settings.Settings;
import org.junit.jupiter.api.Test;

class StoredSubwordsTest {
    private static final StoredSubwords BPE = new StoredSubwords.Bpe(Pretokenizer.NONE);

    @Test
    void settingsComeBackFromJson() {
        assertThat(read("{\"subwords\": " + BPE.toJson() + "}")).isEqualTo(BPE);
    }

    @Test
    void aPretokenizerAloneStandsForBpe() {
        assertThat(read("{\"pretokenizer\": \"none\"}")).isEqualTo(BPE);
    }

    @Test
    void refusesAModelThatDoesNotSayHowItSplits() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("{}")).withMessageContaining("subwords");
    }

    private static StoredSubwords read(String json) {
        return Settings.parse("model.json", json).build(StoredSubwords::from);
    }
}
