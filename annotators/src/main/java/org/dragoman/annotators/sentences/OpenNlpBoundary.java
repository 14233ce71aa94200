package org.dragoman.annotators.sentences;

import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.sentdetect.SDContextGenerator;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import org.dragoman.annotators.opennlp.Pool;

import java.util.Set;

/**
 * Asks a sentence model of OpenNLP about the last full stop, question mark or exclamation mark of the chunk before the gap. Without
 * any of them the sentence goes on.
 *
 * <p>The model sees the chunks around the gap, which are all that its features look at.
 */
final class OpenNlpBoundary implements Boundary {
    private final MaxentModel model;
    private final Pool<SDContextGenerator> contexts;
    private final Set<Character> enders;

    OpenNlpBoundary(SentenceModel model) {
        this.model = model.getMaxentModel();
        var factory = model.getFactory();
        this.contexts = new Pool<>(factory::getSDContextGenerator);
        this.enders = factory.getEndOfSentenceScanner().getEOSCharacters();
    }

    @Override
    public boolean isAt(Gap gap) {
        var left = gap.leftChunk();
        var ender = lastEnder(left);
        return ender >= 0 && isSplit(gap.previousChunk() + " ", left, ender, " " + gap.rightChunk());
    }

    private boolean isSplit(String before, String chunk, int ender, String after) {
        var text = before + chunk + after;
        String[] context = contexts.with(generator -> generator.getContext(text, before.length() + ender));
        return SentenceDetectorME.SPLIT.equals(model.getBestOutcome(model.eval(context)));
    }

    private int lastEnder(String chunk) {
        var i = chunk.length() - 1;
        while (i >= 0 && !enders.contains(chunk.charAt(i))) {
            i--;
        }
        return i;
    }
}
