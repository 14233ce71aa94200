package org.dragoman.corpora.format;

import org.dragoman.corpora.SentencePair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The pairs of a translation memory, TMX 1.1 to 1.4b.
 *
 * <p>Of each unit, the variants count whose language is nearest to the one that is wanted: the same, or else one that says only more or
 * less (en finds en-US, and en-US finds en, but never en-GB). If there are several of one language, each source makes a pair with each
 * target. A unit that lacks a language is passed over and counted.
 */
final class TmxReader extends UnitReader {
    private static final int LANGUAGES_SHOWN = 20;

    private final Languages languages;
    private final InlineCodes codes;
    private final TreeSet<String> found = new TreeSet<>();
    private long units;
    private long pairs;
    private boolean isBegun;

    /** A variant of a unit. */
    private record Variant(String language, String text) {}

    TmxReader(XmlReader xml, Languages languages, InlineCodes codes) {
        super(xml);
        this.languages = languages;
        this.codes = codes;
    }

    @Override
    void element(XmlReader xml) {
        if (!isBegun && !xml.element().equals("tmx")) {
            throw xml.error("a translation memory begins with <tmx>, got <" + xml.element() + ">");
        }
        isBegun = true;
        switch (xml.element()) {
            case "tu" -> unit(xml);
            case "tuv", "seg" -> throw xml.error("a <" + xml.element() + "> must be inside a <tu>");
            case "header" -> xml.skip();
            default -> {
                // the elements around the units
            }
        }
    }

    private void unit(XmlReader xml) {
        var line = xml.lineNumber();
        var variants = new ArrayList<Variant>();
        while (isInside(xml, "tu")) {
            if (xml.isStart() && xml.element().equals("tuv")) {
                variants.add(variant(xml));
            } else if (xml.isStart()) {
                xml.skip(); // notes and properties
            }
        }
        units++;
        var sources = nearest(languages.source(), variants);
        var targets = nearest(languages.target(), variants);
        if (sources.isEmpty() || targets.isEmpty()) {
            drop();
        }
        for (var source : sources) {
            for (var target : targets) {
                pairs++;
                add(line, new SentencePair(source.text(), target.text()));
            }
        }
    }

    private Variant variant(XmlReader xml) {
        var language = xml.language()
                .or(() -> xml.attribute("lang"))
                .orElseThrow(() -> xml.error("a <tuv> needs its language, as in xml:lang=\"en\", got none"));
        var text = Optional.<String>empty();
        while (isInside(xml, "tuv")) {
            if (xml.isStart() && xml.element().equals("seg")) {
                if (text.isPresent()) {
                    throw xml.error("a <tuv> needs one <seg>, got a second");
                }
                text = Optional.of(InlineText.read(xml, codes));
            } else if (xml.isStart()) {
                xml.skip();
            }
        }
        if (found.size() < LANGUAGES_SHOWN) {
            found.add(language);
        }
        return new Variant(language, text.orElseThrow(() -> xml.error("a <tuv> needs a <seg>, got none")));
    }

    /** Goes one step on; false at the end of an element that holds none of its own name. */
    private static boolean isInside(XmlReader xml, String element) {
        xml.advance();
        return !(xml.isEnd() && xml.element().equals(element));
    }

    private static List<Variant> nearest(String wanted, List<Variant> variants) {
        var least = variants.stream()
                .mapToInt(variant -> LanguageTag.distance(wanted, variant.language()))
                .min()
                .orElse(LanguageTag.UNRELATED);
        return variants.stream()
                .filter(variant ->
                        least != LanguageTag.UNRELATED && LanguageTag.distance(wanted, variant.language()) == least)
                .toList();
    }

    @Override
    void end(XmlReader xml) {
        if (units > 0 && pairs == 0) {
            throw xml.error("none of the " + units + " units has both " + languages.source() + " and "
                    + languages.target() + "; the languages there are " + String.join(", ", found));
        }
    }
}
