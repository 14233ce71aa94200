package org.dragoman.annotators.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.pipeline.Label;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

class LanguageIdentifierTest {
    /** The files of the Universal Declaration whose languages are told apart, with their tags; Serbian in Cyrillic letters only. */
    private static final Map<String, String> UDHR = Arrays.stream(
                    ("afr af,arb ar,azj_latn az,bel be,bul bg,ben bn,cat ca,ces cs,cym cy,"
                                    + "dan da,deu de,deu_1901 de,ell_monotonic el,ell_polytonic el,eng en,epo eo,spa es,est et,eus eu,pes_1 fa,pes_2 fa,"
                                    + "fin fi,fra fr,gle ga,guj gu,heb he,hin hi,hrv hr,hun hu,hye hy,ind id,isl is,ita it,jpn ja,kat ka,kaz kk,kor ko,"
                                    + "lat la,lat_1 la,lug lg,lit lt,lav lv,mri mi,mkd mk,khk mn,mar mr,nob nb,nld nl,nno nn,pan pa,pol pl,por_BR pt,"
                                    + "por_PT pt,ron ro,ron_1953 ro,ron_1993 ro,rus ru,slk sk,slv sl,sna sn,som so,als sq,srp_cyrl sr,sot st,swe sv,"
                                    + "swh sw,tam ta,tha th,tgl tl,tsn tn,tur tr,tso_MZ ts,ukr uk,urd ur,vie vi,xho xh,yor yo,cmn_hans zh,cmn_hant zh,"
                                    + "zul zu")
                            .split(","))
            .map(pair -> pair.split(" "))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

    private final LanguageIdentifier identifier = LanguageIdentifier.standard();

    @ParameterizedTest
    @CsvSource({
        "Where is the station?, en",
        "Où est la gare ?, fr",
        "¿Cómo estás?, es",
        "Jag heter Anna, sv",
        "GUTEN MORGEN, de",
        "ありがとうございます, ja",
        "谢谢你的帮助, zh",
        "Где находится вокзал?, ru",
        "Добрий ранок, uk",
        "สวัสดีครับ, th",
        "გამარჯობა, ka",
        "안녕하세요, ko",
        "Καλημέρα, el",
        "తెలుగు, te"
    })
    void tellsShortTexts(String text, String language) {
        assertThat(identifier.language(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12:30", "!?…", "👍🏽", "ᓄᓇᕗᑦ", "བོད་སྐད"})
    void isUndeterminedWhereNoLetterTells(String text) {
        assertThat(identifier.best(text)).isEqualTo(new Label("und", 0));
        assertThat(identifier.rank(text)).isEmpty();
    }

    @Test
    void scoresAddUpToOneTheBestFirst() {
        var ranked = identifier.rank("Das ist gut");
        assertThat(ranked).hasSize(73).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(ranked.stream().mapToDouble(Label::score).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void readsTheStartOfAVeryLongText() {
        var text = "The quick brown fox. ".repeat(1_000) + "Der schnelle braune Fuchs. ".repeat(100_000);
        assertThat(identifier.language(text)).isEqualTo("en");
    }

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        assertThat(identifier.best("cafe\u0301 cre\u0300me")).isEqualTo(identifier.best("caf\u00e9 cr\u00e8me"));
    }

    /** Bounds a little under what was measured. Nothing was chosen on these texts. */
    @ParameterizedTest
    @CsvSource({"20, 0.94", "60, 0.985", "120, 0.99"})
    void tellsTheLanguagesOfTheUniversalDeclaration(int length, double least) {
        var lines = TestData.lines("langid/udhr/udhr_70.tsv.gz").stream()
                .map(line -> line.split("\t", 2))
                .filter(columns -> UDHR.containsKey(columns[0]))
                .toList();
        assertThat(lines).hasSize(3421);
        assertThat(UDHR.values().stream().distinct()).hasSize(72).isSubsetOf(identifier.languages());
        var right = lines.stream()
                .filter(columns -> {
                    var text = columns[1].substring(0, Math.min(length, columns[1].length()));
                    return identifier.language(text).equals(UDHR.get(columns[0]));
                })
                .count();
        assertThat(right / (double) lines.size()).isGreaterThan(least);
    }
}
