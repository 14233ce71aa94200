package org.dragoman.cli;

import org.dragoman.corpora.TaggedSentence;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * The tags of two files of tagged sentences, which must have the same tokens; read in step, sentence by sentence.
 *
 * <p>A difference is a {@link Failure} that names both files, the sentence and the tokens.
 */
final class SentencePairs {
    private final Iterator<TaggedSentence> right;
    private final Iterator<TaggedSentence> found;
    private final Path gold;
    private final Path system;
    private final Queue<TaggedSentence> predicted =
            new ArrayDeque<>(); // read with the gold sentence, not asked for yet
    private long sentences;

    SentencePairs(Iterator<TaggedSentence> right, Iterator<TaggedSentence> found, Path gold, Path system) {
        this.right = right;
        this.found = found;
        this.gold = gold;
        this.system = system;
    }

    /** Tags of the gold file; each sentence must be asked for before its tags of the other file. */
    Iterator<List<String>> goldTags() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                if (right.hasNext() != found.hasNext()) {
                    var longer = right.hasNext() ? gold : system;
                    throw new Failure(longer + " has a sentence " + (sentences + 1) + ", but "
                            + (right.hasNext() ? system : gold) + " ends after " + sentences
                            + "; both must have the same sentences");
                }
                return right.hasNext();
            }

            @Override
            public List<String> next() {
                var sentence = right.next();
                var other = found.next();
                sentences++;
                check(sentence.tokens(), other.tokens());
                predicted.add(other);
                return sentence.tags();
            }
        };
    }

    /** Tags of the other file. */
    Iterator<List<String>> predictedTags() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !predicted.isEmpty() || found.hasNext();
            }

            @Override
            public List<String> next() {
                return predicted.remove().tags();
            }
        };
    }

    private void check(List<String> expected, List<String> tokens) {
        for (var i = 0; i < Math.max(expected.size(), tokens.size()); i++) {
            var one = i < expected.size() ? Optional.of(expected.get(i)) : Optional.<String>empty();
            var other = i < tokens.size() ? Optional.of(tokens.get(i)) : Optional.<String>empty();
            if (!one.equals(other)) {
                throw new Failure("sentence " + sentences + ": token " + (i + 1) + " is " + shown(one) + " in " + gold
                        + " and " + shown(other) + " in " + system + "; both must have the same tokens");
            }
        }
    }

    private static String shown(Optional<String> token) {
        return token.map(text -> "\"" + text + "\"").orElse("missing");
    }
}
