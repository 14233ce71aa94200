package org.dragoman.annotators.stems;

import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.German2Stemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HindiStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.KpStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.LovinsStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PorterStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;
import org.tartarus.snowball.ext.YiddishStemmer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The Snowball stemmers (<a href="https://snowballstem.org">snowballstem.org</a>) of Lucene 9.12, which are those of Snowball 2: later
 * versions of Snowball stem some words of English, German and Dutch in another way.
 *
 * <p>A word is put into lower case first, and a curly apostrophe made straight, which is what the algorithms expect.
 */
public enum SnowballStemmer implements Stemmer {
    ARABIC("ar", ArabicStemmer::new),
    ARMENIAN("hy", ArmenianStemmer::new),
    BASQUE("eu", BasqueStemmer::new),
    CATALAN("ca", CatalanStemmer::new),
    DANISH("da", DanishStemmer::new),
    DUTCH("nl", DutchStemmer::new),
    /** Porter's second stemmer for English. */
    ENGLISH("en", EnglishStemmer::new),
    ESTONIAN("et", EstonianStemmer::new),
    FINNISH("fi", FinnishStemmer::new),
    FRENCH("fr", FrenchStemmer::new),
    GERMAN("de", GermanStemmer::new),
    /** The variant that takes <em>ae</em>, <em>oe</em>, <em>ue</em> for umlauts. */
    GERMAN2("german2", German2Stemmer::new),
    GREEK("el", GreekStemmer::new),
    HINDI("hi", HindiStemmer::new),
    HUNGARIAN("hu", HungarianStemmer::new),
    INDONESIAN("id", IndonesianStemmer::new),
    IRISH("ga", IrishStemmer::new),
    ITALIAN("it", ItalianStemmer::new),
    /** Kraaij and Pohlmann's stemmer for Dutch. */
    KP("kp", KpStemmer::new),
    LITHUANIAN("lt", LithuanianStemmer::new),
    /** Lovins' stemmer of 1968 for English. */
    LOVINS("lovins", LovinsStemmer::new),
    NEPALI("ne", NepaliStemmer::new),
    NORWEGIAN("no", NorwegianStemmer::new),
    /** Porter's stemmer of 1980 for English, for comparison with older work. */
    PORTER("porter", PorterStemmer::new),
    PORTUGUESE("pt", PortugueseStemmer::new),
    ROMANIAN("ro", RomanianStemmer::new),
    RUSSIAN("ru", RussianStemmer::new),
    SERBIAN("sr", SerbianStemmer::new),
    SPANISH("es", SpanishStemmer::new),
    SWEDISH("sv", SwedishStemmer::new),
    TAMIL("ta", TamilStemmer::new),
    /** Lower-cases as Turkish does: I becomes ı. */
    TURKISH("tr", TurkishStemmer::new),
    YIDDISH("yi", YiddishStemmer::new);

    private final String code;
    private final Supplier<? extends org.tartarus.snowball.SnowballStemmer> maker;

    SnowballStemmer(String code, Supplier<? extends org.tartarus.snowball.SnowballStemmer> maker) {
        this.code = code;
        this.maker = maker;
    }

    /** The stemmer with a {@linkplain #code() code}, or nothing if there is none. */
    public static Optional<SnowballStemmer> of(String code) {
        return Arrays.stream(values())
                .filter(stemmer -> stemmer.code.equals(code))
                .findFirst();
    }

    /** All codes. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(SnowballStemmer::code).toList();
    }

    /** The language in two letters after ISO 639-1; for a second stemmer of a language, its own name. */
    public String code() {
        return code;
    }

    @Override
    public String stem(String word) {
        var stemmer = maker.get(); // keeps its word in fields, and is cheap to make
        stemmer.setCurrent(word.toLowerCase(locale()).replace('\u2019', '\''));
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private Locale locale() {
        return this == TURKISH ? Locale.forLanguageTag(code) : Locale.ROOT;
    }
}
