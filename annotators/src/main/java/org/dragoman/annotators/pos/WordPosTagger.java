package org.dragoman.annotators.pos;

import org.dragoman.annotators.sequences.SequenceTagger;
import org.dragoman.pipeline.PosTag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tags words, whichever tokens they are part of, with a model of our own. */
final class WordPosTagger implements PosTagger {
    static final String TASK = "pos";

    private static final char JOINT = '|'; // between the universal tag and the treebank's; neither has one

    private final SequenceTagger tagger;
    private final Map<String, PosTag> tags = new HashMap<>();

    WordPosTagger(SequenceTagger tagger) {
        this.tagger = tagger;
        tagger.tags().forEach(tag -> tags.put(tag, split(tag)));
    }

    /** Both tags as one, as the model knows them. */
    static String join(PosTag tag) {
        return tag.universal() + JOINT + tag.treebank();
    }

    static PosTag split(String tag) {
        var joint = tag.indexOf(JOINT);
        return new PosTag(tag.substring(0, joint), tag.substring(joint + 1));
    }

    @Override
    public List<PosTag> tag(List<String> tokens, List<List<String>> words) {
        return tag(words.stream().flatMap(Collection::stream).toList());
    }

    /** Tags the words of a sentence. */
    List<PosTag> tag(List<String> words) {
        var found = new ArrayList<PosTag>(words.size());
        for (var tag : tagger.tag(words)) {
            found.add(tags.get(tag));
        }
        return found;
    }
}
