package org.dragoman.annotators.stems;

import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.br.BrazilianStemFilter;
import org.apache.lucene.analysis.ckb.SoraniNormalizationFilter;
import org.apache.lucene.analysis.ckb.SoraniStemFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanMinimalStemFilter;
import org.apache.lucene.analysis.de.GermanStemFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.es.SpanishPluralStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.gl.GalicianMinimalStemFilter;
import org.apache.lucene.analysis.gl.GalicianStemFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.no.NorwegianMinimalStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseMinimalStemFilter;
import org.apache.lucene.analysis.pt.PortugueseStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.apache.lucene.analysis.sv.SwedishMinimalStemFilter;
import org.apache.lucene.analysis.te.TeluguNormalizationFilter;
import org.apache.lucene.analysis.te.TeluguStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.dragoman.annotators.opennlp.Pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The stemmers of Lucene 9.12 that are not Snowball's. Most are light or minimal: they take off fewer endings, and so mix up fewer words
 * (for French, Portuguese, German and Hungarian see Savoy 2006, Light Stemming Approaches).
 *
 * <p>A word is put into lower case first, and where Lucene's analyzers unite spellings of a letter before stemming, as for Arabic and Hindi,
 * that is done as well. A word of which nothing would be left is its own stem.
 */
public enum LuceneStemmer implements Stemmer {
    /** Light10 of Larkey et al. 2007. */
    ARABIC_LIGHT("ar-light", words -> new ArabicStemFilter(new ArabicNormalizationFilter(words))),
    BULGARIAN_LIGHT("bg-light", BulgarianStemFilter::new),
    BENGALI_LIGHT(
            "bn-light",
            words -> new BengaliStemFilter(new BengaliNormalizationFilter(new IndicNormalizationFilter(words)))),
    /** For Central Kurdish. */
    SORANI_LIGHT("ckb-light", words -> new SoraniStemFilter(new SoraniNormalizationFilter(words))),
    /** Of Dolamic and Savoy 2009. */
    CZECH_LIGHT("cs-light", CzechStemFilter::new),
    GERMAN_LIGHT("de-light", GermanLightStemFilter::new),
    GERMAN_MINIMAL("de-minimal", GermanMinimalStemFilter::new),
    /** Of Caumanns 1999. */
    GERMAN_CAUMANNS("de-caumanns", GermanStemFilter::new),
    /** Of Ntais 2006. */
    GREEK_NTAIS("el-ntais", words -> new GreekStemFilter(new GreekLowerCaseFilter(words))),
    /** Of Krovetz 1993; its stems are words. */
    ENGLISH_KSTEM("en-kstem", KStemFilter::new),
    /** Takes off plural endings only. */
    ENGLISH_MINIMAL("en-minimal", EnglishMinimalStemFilter::new),
    SPANISH_LIGHT("es-light", SpanishLightStemFilter::new),
    SPANISH_PLURAL("es-plural", SpanishPluralStemFilter::new),
    PERSIAN_LIGHT(
            "fa-light",
            words -> new PersianStemFilter(new PersianNormalizationFilter(new ArabicNormalizationFilter(words)))),
    FINNISH_LIGHT("fi-light", FinnishLightStemFilter::new),
    FRENCH_LIGHT("fr-light", FrenchLightStemFilter::new),
    FRENCH_MINIMAL("fr-minimal", FrenchMinimalStemFilter::new),
    /** After RSLP, as for Portuguese. */
    GALICIAN_RSLP("gl-rslp", GalicianStemFilter::new),
    GALICIAN_MINIMAL("gl-minimal", GalicianMinimalStemFilter::new),
    HINDI_LIGHT(
            "hi-light",
            words -> new HindiStemFilter(new HindiNormalizationFilter(new IndicNormalizationFilter(words)))),
    HUNGARIAN_LIGHT("hu-light", HungarianLightStemFilter::new),
    /** Of Tala 2003. */
    INDONESIAN_TALA("id-tala", IndonesianStemFilter::new),
    ITALIAN_LIGHT("it-light", ItalianLightStemFilter::new),
    LATVIAN_LIGHT("lv-light", LatvianStemFilter::new),
    NORWEGIAN_LIGHT("no-light", NorwegianLightStemFilter::new),
    NORWEGIAN_MINIMAL("no-minimal", NorwegianMinimalStemFilter::new),
    PORTUGUESE_LIGHT("pt-light", PortugueseLightStemFilter::new),
    PORTUGUESE_MINIMAL("pt-minimal", PortugueseMinimalStemFilter::new),
    /** Of Orengo and Huyck 2001. */
    PORTUGUESE_RSLP("pt-rslp", PortugueseStemFilter::new),
    /** For Brazilian Portuguese. */
    PORTUGUESE_BRAZIL("pt-brazil", BrazilianStemFilter::new),
    RUSSIAN_LIGHT("ru-light", RussianLightStemFilter::new),
    SWEDISH_LIGHT("sv-light", SwedishLightStemFilter::new),
    SWEDISH_MINIMAL("sv-minimal", SwedishMinimalStemFilter::new),
    TELUGU_LIGHT(
            "te-light",
            words -> new TeluguStemFilter(new TeluguNormalizationFilter(new IndicNormalizationFilter(words))));

    private final String code;
    private final Pool<Chain> chains;

    LuceneStemmer(String code, UnaryOperator<TokenStream> filters) {
        this.code = code;
        this.chains = new Pool<>(() -> new Chain(filters));
    }

    /** The stemmer with a {@linkplain #code() code}, or nothing if there is none. */
    public static Optional<LuceneStemmer> of(String code) {
        return Arrays.stream(values())
                .filter(stemmer -> stemmer.code.equals(code))
                .findFirst();
    }

    /** All codes. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(LuceneStemmer::code).toList();
    }

    /** The language after ISO 639 and the kind of stemmer, such as {@code de-light}. */
    public String code() {
        return code;
    }

    @Override
    public String stem(String word) {
        return chains.with(chain -> chain.stem(word));
    }

    /** Filters over a stream of one word, which only one thread at a time may use. */
    private static final class Chain {
        private final OneWord source = new OneWord();
        private final TokenStream stems;
        private final CharTermAttribute stem;

        Chain(UnaryOperator<TokenStream> filters) {
            this.stems = filters.apply(new LowerCaseFilter(source));
            this.stem = stems.addAttribute(CharTermAttribute.class);
        }

        String stem(String word) {
            try {
                source.word = word;
                stems.reset();
                stems.incrementToken();
                var found = stem.toString();
                stems.end();
                stems.close();
                return found.isEmpty() ? word : found;
            } catch (IOException e) {
                throw new UncheckedIOException("a stream in memory cannot fail", e);
            }
        }
    }

    private static final class OneWord extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private String word = "";
        private boolean isGiven;

        @Override
        public void reset() {
            isGiven = false;
        }

        @Override
        public boolean incrementToken() {
            if (isGiven) {
                return false;
            }
            clearAttributes();
            term.append(word);
            isGiven = true;
            return true;
        }
    }
}
