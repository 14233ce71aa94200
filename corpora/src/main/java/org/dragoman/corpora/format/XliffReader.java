package org.dragoman.corpora.format;

import org.dragoman.corpora.SentencePair;

import java.util.Optional;

/**
 * The pairs of an XLIFF file, version 1.0 to 1.2 or 2.0 to 2.2: one for each {@code trans-unit} or each {@code segment}. Suggestions
 * ({@code alt-trans}, the module of matches), notes and what stands between segments ({@code ignorable}) are no pairs.
 */
final class XliffReader extends UnitReader {
    private final Optional<Languages> languages;
    private final InlineCodes codes;
    private final Untranslated untranslated;
    private Optional<Version> version = Optional.empty();

    /** Where the versions differ. */
    private enum Version {
        ONE("file", "source-language", "target-language", "trans-unit"),
        TWO("xliff", "srcLang", "trgLang", "segment");

        private final String languages; // the element that says which they are
        private final String source;
        private final String target;
        private final String unit;

        Version(String languages, String source, String target, String unit) {
            this.languages = languages;
            this.source = source;
            this.target = target;
            this.unit = unit;
        }
    }

    XliffReader(XmlReader xml, Optional<Languages> languages, InlineCodes codes, Untranslated untranslated) {
        super(xml);
        this.languages = languages;
        this.codes = codes;
        this.untranslated = untranslated;
    }

    @Override
    void element(XmlReader xml) {
        if (version.isEmpty()) {
            version = Optional.of(version(xml));
        }
        var known = version.orElseThrow();
        if (xml.element().equals(known.languages)) {
            languages.ifPresent(wanted -> checkLanguages(xml, wanted, known));
        }
        if (xml.element().equals(known.unit)) {
            unit(xml);
        } else if (xml.element().equals("source") || xml.element().equals("target")) {
            xml.skip(); // of an ignorable, a suggestion or a module
        }
    }

    private static Version version(XmlReader xml) {
        if (!xml.element().equals("xliff")) {
            throw xml.error("a file of XLIFF begins with <xliff>, got <" + xml.element() + ">");
        }
        var number = xml.attribute("version").orElse("none");
        if (number.startsWith("1.")) {
            return Version.ONE;
        }
        if (number.startsWith("2.")) {
            return Version.TWO;
        }
        throw xml.error("the version of XLIFF must be 1.0 to 1.2 or 2.0 to 2.2, got " + number);
    }

    private static void checkLanguages(XmlReader xml, Languages wanted, Version version) {
        check(xml, "source", wanted.source(), xml.attribute(version.source));
        check(xml, "target", wanted.target(), xml.attribute(version.target));
    }

    private static void check(XmlReader xml, String side, String wanted, Optional<String> found) {
        found.filter(language -> LanguageTag.distance(wanted, language) == LanguageTag.UNRELATED)
                .ifPresent(language -> {
                    throw xml.error("the " + side + " language is " + language + ", but " + wanted + " is wanted");
                });
    }

    private void unit(XmlReader xml) {
        var line = xml.lineNumber();
        var name = xml.element();
        var source = Optional.<String>empty();
        var target = Optional.<String>empty();
        for (xml.advance(); !(xml.isEnd() && xml.element().equals(name)); xml.advance()) {
            if (!xml.isStart()) {
                continue; // white space, comments
            }
            switch (xml.element()) {
                case "source" -> source = only(xml, source);
                case "target" -> target = only(xml, target);
                default -> xml.skip();
            }
        }
        add(
                line,
                source.orElseThrow(() -> xml.error("a <" + name + "> needs a <source>, got none")),
                target.orElse(""));
    }

    private Optional<String> only(XmlReader xml, Optional<String> before) {
        if (before.isPresent()) {
            throw xml.error("a unit needs one <" + xml.element() + ">, got a second");
        }
        return Optional.of(InlineText.read(xml, codes));
    }

    private void add(long line, String source, String target) {
        if (target.isEmpty() && !source.isEmpty() && untranslated == Untranslated.DROP) {
            drop();
        } else {
            add(line, new SentencePair(source, target));
        }
    }

    @Override
    void end(XmlReader xml) {
        // a file without units is a corpus without pairs
    }
}
