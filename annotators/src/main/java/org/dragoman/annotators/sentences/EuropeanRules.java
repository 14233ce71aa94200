package org.dragoman.annotators.sentences;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rules that hold for languages with capitals and full stops, with the abbreviations of one of them.
 *
 * @param abbreviations in lower case, without their last full stop, after which a sentence goes on
 * @param months names of months in lower case, which follow the number of a day; empty where it has no full stop
 */
record EuropeanRules(Set<String> abbreviations, Set<String> months) implements BoundaryRules {
    static final EuropeanRules ANY = new EuropeanRules(Set.of(), Set.of());

    static final EuropeanRules GERMAN = new EuropeanRules(words("""
                    abb abk abs abt allg art aufl ausg bd bearb bes betr bez bspw bzgl bzw ca d.h dgl dipl dir dr entspr erg evtl exkl fr frl fa \
                    geb gegr gem ggf hg hl hr hrn hrsg i.d.r inkl insb ing inh jh jhd kap kath lat lt max med mind mio mrd nr o.g orig \
                    phil prof rd red resp röm s.a s.o s.u sog st staatl stellv str tel u.a u.u urspr v.a v.chr verf vgl vs wg z.b z.t z.zt \
                    zb ziff zit zt zzgl
                    """), words("""
                    januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert jahrhunderts \
                    klasse mal platz stock etage tag liga
                    """));

    static final EuropeanRules FRENCH = new EuropeanRules(words("""
                    m mm mme mmes mlle mlles dr me mgr pr st ste av bd boul art chap cf env ex fig ibid n° no op p pp c.-à-d p.ex réf tél \
                    vol vs etc j.-c
                    """), Set.of());

    private static final String MARKS = ".!?…";
    private static final Pattern OPENERS = Pattern.compile("^[\"'“„‚‘«‹(\\[{*_–-]+");
    private static final Pattern CONTINUATION = Pattern.compile("[,;.!?…)\\]}%»”’].*");
    private static final Pattern FULL_STOP = Pattern.compile("^[^\\p{L}\\p{N}]*+(?<word>\\S*[\\p{L}\\p{N}°])\\.$");
    private static final Pattern INITIAL = Pattern.compile("\\p{Lu}(?:\\.?-?\\p{Lu})*");
    private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}");

    @Override
    public Verdict verdict(Gap gap) {
        var left = gap.leftChunk();
        var right = gap.rightChunk();
        if (left.chars().noneMatch(c -> MARKS.indexOf(c) >= 0)) {
            return Verdict.UNMARKED;
        }
        if (CONTINUATION.matcher(right).matches()) {
            return Verdict.GOES_ON;
        }
        var start = OPENERS.matcher(right).replaceFirst("");
        var word = FULL_STOP.matcher(left);
        return word.find() ? afterFullStop(word.group("word"), start) : Verdict.OPEN;
    }

    private Verdict afterFullStop(String word, String start) {
        if (!start.isEmpty() && Character.isLowerCase(start.codePointAt(0))) {
            return Verdict.GOES_ON;
        }
        var lower = word.toLowerCase(Locale.ROOT);
        if (abbreviations.contains(lower) || isDay(word, start)) {
            return Verdict.GOES_ON;
        }
        return !abbreviations.isEmpty() && INITIAL.matcher(word).matches() ? Verdict.GOES_ON : Verdict.OPEN;
    }

    private boolean isDay(String word, String start) {
        return ORDINAL.matcher(word).matches()
                && months.contains(start.toLowerCase(Locale.ROOT).replaceFirst("[.,;:!?]+$", ""));
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }
}
