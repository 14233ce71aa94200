package org.dragoman.annotators.models;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ModelResourceTest {
    @Test
    void namesTheArtefactOfAMissingModel() {
        var model = new ModelResource<>("org.dragoman:dragoman-model-xx", "xx/pos/tagger.bin", (name, bytes) -> bytes);
        assertThatThrownBy(model::get)
                .hasMessage(
                        "the model dragoman-models/xx/pos/tagger.bin is not on the class path; add the Maven artefact"
                                + " org.dragoman:dragoman-model-xx");
    }
}
