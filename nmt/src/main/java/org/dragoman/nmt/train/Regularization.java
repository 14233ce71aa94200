package org.dragoman.nmt.train;

import static org.dragoman.nmt.train.Checks.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.pipeline.settings.Settings;

/**
 * What keeps a model from learning its corpus by heart, besides label smoothing and the dropout of the network.
 *
 * @param rDrop weight of the divergence between two passes with other dropout (Liang et al. 2021); 0 makes one pass
 * @param bpeDropout probability with which each possible merge of a word is left out (Provilkov et al. 2020), 0 to 1
 * @param sourceWordDropout probability with which a piece that the encoder reads becomes the unknown one, 0 to below 1
 * @param targetWordDropout the same for what the decoder reads (Bowman et al. 2016, section 3.3); what it should say stays
 */
public record Regularization(double rDrop, double bpeDropout, double sourceWordDropout, double targetWordDropout) {

    static final Regularization NONE = new Regularization(0, 0, 0, 0);

    public Regularization {
        check(rDrop >= 0, "rDrop", "0 or more", rDrop);
        check(bpeDropout >= 0 && bpeDropout <= 1, "bpeDropout", "0 to 1", bpeDropout);
        checkWords("sourceWordDropout", sourceWordDropout);
        checkWords("targetWordDropout", targetWordDropout);
    }

    private static void checkWords(String name, double probability) {
        check(probability >= 0 && probability < 1, name, "at least 0 and below 1", probability);
    }

    static Regularization from(Settings settings) {
        return new Regularization(
                settings.decimal("rDrop").atLeast(0.0).or(0.0),
                settings.decimal("bpeDropout").between(0.0, 1.0).or(0.0),
                settings.decimal("sourceWordDropout").atLeast(0.0).below(1.0).or(0.0),
                settings.decimal("targetWordDropout").atLeast(0.0).below(1.0).or(0.0));
    }

    ObjectNode toJson() {
        return SettingsJson.of(this);
    }
}
