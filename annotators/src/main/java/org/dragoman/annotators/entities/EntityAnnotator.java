package org.dragoman.annotators.entities;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Entity;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Sentence;
import org.dragoman.pipeline.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Adds {@link Layers#ENTITIES}. An entity is made of words where a token is nothing but its words one behind the other, as <em>Smith's</em>
 * is, and of whole tokens elsewhere.
 */
public final class EntityAnnotator implements Annotator {
    private final EntityFinder finder;

    public EntityAnnotator(EntityFinder finder) {
        this.finder = finder;
    }

    @Override
    public String name() {
        return "entities";
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS);
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.ENTITIES);
    }

    @Override
    public Document annotate(Document document) {
        var entities = new ArrayList<Entity>();
        for (var sentence : Sentence.in(document)) {
            var units = units(document, sentence);
            for (var found : finder.find(
                    units.stream().map(unit -> unit.textIn(document.text())).toList())) {
                var span = new Span(
                        units.get(found.start()).start(),
                        units.get(found.end() - 1).end());
                entities.add(new Entity(span, found.type()));
            }
        }
        return document.with(Layers.ENTITIES, entities);
    }

    /** Where the words are, or the tokens where words have no place of their own. */
    private static List<Span> units(Document document, Sentence sentence) {
        var tokens = document.get(Layers.TOKENS);
        var words = document.get(Layers.WORDS);
        var units = new ArrayList<Span>();
        var first = sentence.firstWord();
        while (first < sentence.endWord()) {
            var end = first + 1;
            while (end < sentence.endWord()
                    && words.get(end).token() == words.get(first).token()) {
                end++;
            }
            var token = tokens.get(words.get(first).token());
            var parts = new ArrayList<Span>();
            var start = token.start();
            for (var word : words.subList(first, end)) {
                var form = word.form();
                if (start + form.length() <= token.end() && document.text().startsWith(form, start)) {
                    parts.add(new Span(start, start + form.length()));
                }
                start += form.length();
            }
            units.addAll(parts.size() == end - first && start == token.end() ? parts : List.of(token));
            first = end;
        }
        return units;
    }
}
