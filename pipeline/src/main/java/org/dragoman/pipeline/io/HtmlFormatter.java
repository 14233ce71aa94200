package org.dragoman.pipeline.io;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Entity;
import org.dragoman.pipeline.Label;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Sentiment;
import org.dragoman.pipeline.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One document as an element of a page; {@link HtmlWriter} says what is shown. */
final class HtmlFormatter {
    private static final int SENTENCE = 0;
    private static final int ENTITY = 1;
    private static final int TOKEN = 2;

    /** Classes of parts of speech that share a colour; those not named here share grey. */
    private static final Map<String, String> TAG_CLASSES = Map.ofEntries(
            Map.entry("NOUN", "noun"),
            Map.entry("PROPN", "noun"),
            Map.entry("VERB", "verb"),
            Map.entry("AUX", "verb"),
            Map.entry("ADJ", "adj"),
            Map.entry("ADV", "adv"),
            Map.entry("PRON", "pron"),
            Map.entry("DET", "pron"),
            Map.entry("ADP", "link"),
            Map.entry("PART", "link"),
            Map.entry("CCONJ", "link"),
            Map.entry("SCONJ", "link"),
            Map.entry("NUM", "num"),
            Map.entry("INTJ", "intj"));

    /** Colours of the types that most models have; others get one by their name. */
    private static final Map<String, Integer> TYPE_COLOURS =
            Map.of("PER", 0, "PERSON", 0, "LOC", 1, "GPE", 1, "ORG", 2, "MISC", 3, "OTH", 3, "DATE", 4, "TIME", 4);

    private static final int OTHER_COLOUR = 5; // and those after it
    private static final int OTHER_COLOURS = 3;

    private final Document document;

    HtmlFormatter(Document document) {
        this.document = document;
    }

    String article() {
        var out = new StringBuilder("<article" + language() + ">\n");
        out.append("<h1 dir=\"auto\">").append(Html.text(document.id())).append("</h1>\n");
        facts(out);
        legend(out);
        out.append(text()).append('\n');
        document.find(Layers.TRANSLATION)
                .ifPresent(translations -> translations.forEach((tag, translation) -> {
                    out.append("<h2>").append(Html.text(tag)).append("</h2>\n");
                    out.append("<section lang=\"" + Html.text(tag) + "\">\n");
                    out.append(new HtmlFormatter(translation.target()).text()).append("\n</section>\n");
                }));
        return out.append("</article>\n").toString();
    }

    private String language() {
        return document.find(Layers.LANGUAGE)
                .filter(label -> !label.name().equals("und"))
                .map(label -> " lang=\"" + Html.text(label.name()) + "\"")
                .orElse("");
    }

    private void facts(StringBuilder out) {
        var facts = new ArrayList<String>();
        document.metadata().forEach((key, value) -> facts.add(fact(key, value)));
        document.find(Layers.LANGUAGE).ifPresent(label -> facts.add(fact("language", named(label))));
        document.find(Layers.DOCUMENT_SENTIMENT)
                .ifPresent(sentiment -> facts.add(
                        fact("sentiment", sign(sentiment) + " " + sentiment.label() + " " + score(sentiment))));
        labels(Layers.LABELS).ifPresent(labels -> facts.add(fact("labels", labels)));
        labels(Layers.KEYWORDS).ifPresent(words -> facts.add(fact("key words", words)));
        document.find(Layers.SUMMARY)
                .map(spans ->
                        spans.stream().map(span -> span.textIn(document.text())).collect(Collectors.joining(" … ")))
                .ifPresent(summary -> facts.add(fact("summary", summary)));
        if (!facts.isEmpty()) {
            out.append("<dl>\n");
            facts.forEach(out::append);
            out.append("</dl>\n");
        }
    }

    private static String fact(String name, String value) {
        return "<dt>" + Html.text(name) + "</dt><dd dir=\"auto\">" + Html.text(value) + "</dd>\n";
    }

    private Optional<String> labels(Layer<List<Label>> layer) {
        return document.find(layer)
                .filter(labels -> !labels.isEmpty())
                .map(labels -> labels.stream().map(HtmlFormatter::named).collect(Collectors.joining(", ")));
    }

    private static String named(Label label) {
        return String.format(Locale.ROOT, "%s (%.2f)", label.name(), label.score());
    }

    /** What the colours mean, as far as they occur, with how often. */
    private void legend(StringBuilder out) {
        var types = new TreeMap<String, Integer>();
        document.find(Layers.ENTITIES)
                .ifPresent(list -> list.forEach(entity -> types.merge(entity.type(), 1, Integer::sum)));
        var tags = new TreeMap<String, Integer>();
        document.find(Layers.POS).ifPresent(list -> list.forEach(tag -> tags.merge(tag.universal(), 1, Integer::sum)));
        if (types.isEmpty() && tags.isEmpty()) {
            return;
        }
        out.append("<p class=\"key\">");
        types.forEach((type, count) -> out.append(
                "<span><mark class=\"" + colour(type) + "\">" + Html.text(type) + "</mark> " + count + "</span>\n"));
        tags.forEach((tag, count) -> out.append(
                "<span><span class=\"t " + tagClass(tag) + "\">" + Html.text(tag) + "</span> " + count + "</span>\n"));
        out.append("</p>\n");
    }

    private String text() {
        var markup = new Markup(document.text());
        sentences(markup);
        document.find(Layers.ENTITIES).ifPresent(entities -> entities.forEach(entity -> entity(entity, markup)));
        tokens(markup);
        return "<div class=\"text\">" + markup.write() + "</div>";
    }

    private void sentences(Markup markup) {
        var sentences = document.find(Layers.SENTENCES).orElse(List.of());
        var sentiments = document.find(Layers.SENTIMENT);
        for (var i = 0; i < sentences.size(); i++) {
            var index = i;
            var sentiment = sentiments.map(list -> list.get(index));
            var kind = sentiment.map(value -> "s " + kind(value)).orElse("s");
            var number = "<i dir=\"ltr\" class=\"n\">" + (i + 1)
                    + sentiment
                            .map(value -> " " + sign(value) + " " + Html.text(value.label()) + " " + score(value))
                            .orElse("")
                    + "</i>";
            var begin = "<span class=\"" + kind + "\">";
            markup.add(sentences.get(i), SENTENCE, begin + number, begin, "</span>", "</span>");
        }
    }

    private void entity(Entity entity, Markup markup) {
        var kind = colour(entity.type()) + endDirection(entity.span().textIn(document.text()));
        var begin = "<mark class=\"" + kind + "\">";
        var again = "<mark class=\"" + kind + " again\">";
        var end = "<i dir=\"ltr\" class=\"type\">" + Html.text(entity.type()) + "</i></mark>";
        markup.add(entity.span(), ENTITY, begin, again, end, "</mark>");
    }

    /** The class for which way the end of a text runs. The label behind it follows, whatever the direction of the paragraph. */
    private static String endDirection(String text) {
        for (var end = text.length(); end > 0; end -= Character.charCount(text.codePointBefore(end))) {
            switch (Character.getDirectionality(text.codePointBefore(end))) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT:
                    return " ltr";
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC:
                    return " rtl";
                default: // a digit or sign, which has none of its own
            }
        }
        return "";
    }

    private void tokens(Markup markup) {
        var tokens = document.find(Layers.TOKENS).orElse(List.of());
        var descriptions = new ArrayList<List<String>>();
        tokens.forEach(token -> descriptions.add(new ArrayList<>()));
        var classes = new String[tokens.size()];
        var words = document.find(Layers.WORDS).orElse(List.of());
        var tags = document.find(Layers.POS);
        for (var i = 0; i < words.size(); i++) {
            var token = words.get(i).token();
            descriptions.get(token).add(describe(i));
            var index = i;
            if (classes[token] == null) {
                classes[token] = tags.map(list -> " " + tagClass(list.get(index).universal()))
                        .orElse("");
            }
        }
        for (var i = 0; i < tokens.size(); i++) {
            if (!descriptions.get(i).isEmpty()) {
                token(tokens.get(i), classes[i], String.join(" + ", descriptions.get(i)), markup);
            }
        }
    }

    private static void token(Span span, String kind, String description, Markup markup) {
        var begin = "<span class=\"t" + kind + "\" title=\"" + Html.text(description) + "\">";
        markup.add(span, TOKEN, begin, begin, "</span>", "</span>");
    }

    /** A word with what is known about it. */
    private String describe(int word) {
        var description = new StringBuilder(document.get(Layers.WORDS).get(word).form());
        document.find(Layers.POS).ifPresent(tags -> description.append(" · ").append(name(tags.get(word))));
        document.find(Layers.LEMMAS)
                .ifPresent(lemmas -> description.append(" · lemma ").append(lemmas.get(word)));
        document.find(Layers.STEMS)
                .ifPresent(stems -> description.append(" · stem ").append(stems.get(word)));
        return description.toString();
    }

    private static String name(PosTag tag) {
        return tag.treebank().equals(PosTag.NONE) ? tag.universal() : tag.universal() + " " + tag.treebank();
    }

    private static String tagClass(String tag) {
        return TAG_CLASSES.getOrDefault(tag, "other");
    }

    private static String colour(String type) {
        return "c" + TYPE_COLOURS.getOrDefault(type, OTHER_COLOUR + Math.floorMod(type.hashCode(), OTHER_COLOURS));
    }

    /** A sign beside the colour, for those who see none and for paper. */
    private static String sign(Sentiment sentiment) {
        return sentiment.score() > 0 ? "▲" : sentiment.score() < 0 ? "▼" : "●";
    }

    private static String kind(Sentiment sentiment) {
        return sentiment.score() > 0 ? "up" : sentiment.score() < 0 ? "down" : "level";
    }

    private static String score(Sentiment sentiment) {
        return String.format(Locale.ROOT, "%+.2f", sentiment.score());
    }
}
