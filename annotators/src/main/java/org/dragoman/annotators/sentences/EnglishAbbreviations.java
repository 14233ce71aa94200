package org.dragoman.annotators.sentences;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** English abbreviations that are written with a full stop, by what may follow, and words that often begin a sentence. */
final class EnglishAbbreviations {
    private static final Set<String> BEFORE_NAME = words("""
            adm amb asst assoc atty brig capt cf cmdr col comdr cpl dr drs e.g eg gen gov hon i.e ie lieut lt maj messrs mr mrs ms mt \
            mts prof rep reps rev sen sens sgt supt viz vs
            """);
    private static final Set<String> BEFORE_NUMBER = words("""
            apr app approx art aug c ca ch chap circ dec eq est ext feb fig figs jan jul jun lib mar n° no nos nov oct op p par pg pp sec \
            sect sep sept vol vols
            """);
    private static final Set<String> PART_OF_NAME = words("ft st"); // Ft. Worth, St. Louis, and the streets
    private static final Set<String> ANYWHERE = words("""
            a.m abbr acad al ave bldg blvd bros co corp dept dist div ed eds edn esp etc est govt hq hrs hwy in inc inst intl jr \
            lbs ltd max mfg min misc oz p.m ph.d pl plc pres prev pt pvt rd repr resp sq sr tel temp univ
            """);
    private static final Set<String> NAMES_WITH_MARK = words("yahoo! jeopardy! ahoy! e!");
    private static final Set<String> STARTERS = words("""
            A After All Also Although Am An And Any Are As At Because Before But By Can Could Did Do Does During Each Even Every For From \
            Had Has Have He Her Here His How However I If In Is It It's Its Just Let Many Maybe More Most My Neither No Nobody Not Nothing \
            Now On Once One Only Or Our Perhaps Please She Should Since So Some Such Than Thank Thanks That That's The Their Then There \
            There's These They This Those Though Thus To Today Unfortunately Until Was We Were What When Where Whether Which While Who \
            Whose Why Will With Would Yes Yesterday Yet You Your
            """);
    private static final Pattern INITIAL = Pattern.compile("\\p{Lu}(?:-\\p{Lu})?");
    private static final Pattern ACRONYM = Pattern.compile("(?:\\p{L}\\.)+\\p{L}");
    private static final Pattern END_OF_WORD = Pattern.compile("[,;:.!?\"”)]*$|['’](?:m|re|ve|ll|d)\\b.*$");

    private EnglishAbbreviations() {}

    /** What may follow an abbreviation in the same sentence. */
    enum Kind {
        /** Not an abbreviation that is known here. */
        NONE,
        /** Never the last word of a sentence, such as <em>Dr.</em> */
        BEFORE_NAME,
        /** Not the last word before a number, such as <em>p. 5</em>; otherwise it may be a word, such as <em>no.</em> */
        BEFORE_NUMBER,
        /** One capital letter or <em>St.</em>, in most cases part of a name. */
        INITIAL,
        /** May stand inside a sentence and at its end, such as <em>Inc.</em> or <em>U.S.</em> */
        ANYWHERE
    }

    /** The kind of a word whose full stop has been taken off. */
    static Kind kindOf(String word) {
        if (INITIAL.matcher(word).matches()) {
            return Kind.INITIAL;
        }
        var lower = word.toLowerCase(Locale.ROOT);
        if (PART_OF_NAME.contains(lower)) {
            return Kind.INITIAL;
        }
        if (BEFORE_NAME.contains(lower)) {
            return Kind.BEFORE_NAME;
        }
        if (BEFORE_NUMBER.contains(lower)) {
            return Kind.BEFORE_NUMBER;
        }
        return ANYWHERE.contains(lower) || ACRONYM.matcher(word).matches() ? Kind.ANYWHERE : Kind.NONE;
    }

    /** Whether a chunk is the end of a name that is written with an exclamation mark, such as <em>Yahoo!</em> */
    static boolean isNameWithMark(String chunk) {
        return chunk.endsWith("!") && NAMES_WITH_MARK.contains(chunk.toLowerCase(Locale.ROOT));
    }

    /** Whether a chunk is a capitalised word that is rarely capitalised inside a sentence. */
    static boolean isSentenceStarter(String chunk) {
        return STARTERS.contains(END_OF_WORD.matcher(chunk).replaceFirst(""));
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }
}
