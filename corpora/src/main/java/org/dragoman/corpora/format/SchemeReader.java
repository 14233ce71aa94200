package org.dragoman.corpora.format;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.CorpusReader;
import org.dragoman.corpora.TagScheme;
import org.dragoman.corpora.TagSchemeException;
import org.dragoman.corpora.TaggedSentence;
import org.dragoman.corpora.TaggedSentences;

import java.util.List;

/** Turns tags of a scheme into IOB2. */
record SchemeReader(TaggedSentences sentences, TagScheme scheme, boolean repairs)
        implements CorpusReader<TaggedSentence> {

    @Override
    public boolean hasNext() {
        return sentences.hasNext();
    }

    @Override
    public TaggedSentence next() {
        var sentence = sentences.next();
        var tags = sentence.tags();
        for (var i = 0; i < tags.size(); i++) {
            if (!scheme.knows(tags.get(i))) {
                throw error(
                        i,
                        "\"" + tags.get(i) + "\" is no tag of the scheme " + scheme + "; correct the file, or name"
                                + " another scheme or column");
            }
        }
        var spans = repairs ? scheme.repairedSpans(tags) : scheme.spans(tags);
        if (!repairs) {
            scheme.firstFault(tags).ifPresent(token -> {
                throw fault(tags, token);
            });
        }
        return new TaggedSentence(sentence.tokens(), TagScheme.IOB2.tags(spans, tags.size()));
    }

    private TagSchemeException fault(List<String> tags, int token) {
        var right = scheme.tags(scheme.repairedSpans(tags), tags.size()).get(token);
        var expected = right.equals(tags.get(token)) ? "" : ", where \"" + right + "\" was expected";
        return new TagSchemeException(
                sentences.name(),
                sentences.lineNumber(token),
                "the tag \"" + tags.get(token) + "\" doesn't follow the scheme " + scheme + expected
                        + "; correct the file, name another scheme, or let tags be repaired");
    }

    private CorpusFormatException error(int token, String problem) {
        return new CorpusFormatException(sentences.name(), sentences.lineNumber(token), problem);
    }

    @Override
    public long lineNumber() {
        return sentences.lineNumber();
    }

    @Override
    public void close() {
        sentences.close();
    }
}
