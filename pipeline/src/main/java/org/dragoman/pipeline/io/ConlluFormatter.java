package org.dragoman.pipeline.io;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Sentence;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One document as CoNLL-U. */
final class ConlluFormatter {
    private final Document document;
    private final List<Span> tokens;
    private final List<Word> words;
    private final List<Sentence> sentences;
    private final List<List<String>> comments; // of each sentence
    private final List<List<String>> emptyNodes; // of each sentence
    private final Optional<List<String>> lemmas;
    private final Optional<List<PosTag>> pos;
    private final Optional<List<String>> stems;
    private final Optional<List<ConlluFields>> fields;
    private final Optional<List<ConlluToken>> tokenFields;
    private final StringBuilder out = new StringBuilder();

    ConlluFormatter(Document document) {
        this.document = document;
        this.tokens = document.get(Layers.TOKENS);
        this.words = document.get(Layers.WORDS);
        this.lemmas = document.find(Layers.LEMMAS);
        this.pos = document.find(Layers.POS);
        this.stems = document.find(Layers.STEMS);
        this.fields = document.find(ConlluLayers.FIELDS);
        this.tokenFields = document.find(ConlluLayers.TOKENS);
        var all = Sentence.in(document);
        var written = IntStream.range(0, all.size())
                .filter(i -> all.get(i).firstToken() < all.get(i).endToken())
                .boxed()
                .toList();
        this.sentences = written.stream().map(all::get).toList();
        var kept = document.find(ConlluLayers.SENTENCES);
        this.comments = IntStream.range(0, sentences.size())
                .mapToObj(i -> kept.map(list -> keptComments(i, list.get(written.get(i))))
                        .orElseGet(() -> newComments(i)))
                .toList();
        this.emptyNodes = written.stream()
                .map(i -> kept.map(list -> list.get(i).emptyNodes()).orElse(List.of()))
                .toList();
    }

    String format() {
        for (var i = 0; i < sentences.size(); i++) {
            for (var comment : comments.get(i)) {
                out.append(ConlluComments.isText(comment) ? ConlluComments.text(text(i)) : comment)
                        .append('\n');
            }
            lines(i);
            out.append('\n');
        }
        return out.toString();
    }

    /** What was read, with the id that the document has now. */
    private List<String> keptComments(int index, ConlluSentence sentence) {
        var lines = new ArrayList<>(sentence.comments());
        if (index == 0) {
            lines.replaceAll(line -> ConlluComments.isNewDocument(line) ? newDocument() : line);
            if (!lines.contains(newDocument())) {
                lines.add(0, newDocument());
            }
        }
        return lines;
    }

    private List<String> newComments(int index) {
        var lines = new ArrayList<String>();
        if (index == 0) {
            lines.add(newDocument());
        } else if (gapAfter(sentences.get(index).firstToken() - 1).equals(ConlluComments.PARAGRAPH_GAP)) {
            lines.add(ConlluComments.NEW_PARAGRAPH);
        }
        lines.add("# sent_id = " + Columns.sentenceId(document.id()) + "-" + (index + 1));
        lines.add(ConlluComments.text(""));
        return lines;
    }

    private String newDocument() {
        return ConlluComments.newDocument(Columns.line(document.id()));
    }

    /** The forms of a sentence, with what stands between them as far as a comment can hold it. */
    private String text(int index) {
        var sentence = sentences.get(index);
        var text = new StringBuilder();
        for (var token = sentence.firstToken(); token < sentence.endToken(); token++) {
            text.append(Columns.form(textOf(token)));
            if (token + 1 < sentence.endToken()) {
                var gap = gapAfter(token);
                text.append(gap.isEmpty() || commentHolds(gap, token) ? gap : " ");
            }
        }
        return text.toString();
    }

    private void lines(int index) {
        var sentence = sentences.get(index);
        var word = sentence.firstWord();
        emptyNodes(index, 0);
        for (var token = sentence.firstToken(); token < sentence.endToken(); token++) {
            var end = word;
            while (end < sentence.endWord() && words.get(end).token() == token) {
                end++;
            }
            if (end - word > 1) {
                rangeLine(token, word - sentence.firstWord() + 1, end - sentence.firstWord(), index);
            }
            for (var single = end - word == 1; word < end; word++) {
                var id = word - sentence.firstWord() + 1;
                wordLine(id, word, single ? Optional.of(token) : Optional.empty(), index);
                emptyNodes(index, id);
            }
        }
    }

    private void emptyNodes(int index, int afterWord) {
        emptyNodes.get(index).stream()
                .filter(line -> line.startsWith(afterWord + "."))
                .forEach(line -> out.append(line).append('\n'));
    }

    private void rangeLine(int token, int first, int last, int index) {
        var own = tokenFields.map(list -> list.get(token)).orElse(ConlluToken.NONE);
        var misc = Misc.parse(own.misc());
        describeText(misc, token, index);
        var form = Columns.form(textOf(token));
        line(first + "-" + last, form, "_", "_", "_", own.feats(), "_", "_", "_", misc.toString());
    }

    private void wordLine(int id, int word, Optional<Integer> token, int index) {
        var own = fields.map(list -> list.get(word)).orElse(ConlluFields.NONE);
        var misc = Misc.parse(own.misc());
        token.ifPresent(single -> describeText(misc, single, index));
        var text = token.map(this::textOf).orElseGet(() -> words.get(word).form());
        var form = Columns.form(text);
        setOrRemove(misc, Misc.WORD_FORM, words.get(word).form(), token.isPresent() ? text : form);
        stems.ifPresent(list -> misc.set(Misc.STEM, list.get(word)));
        var tag = pos.map(list -> list.get(word)).orElse(PosTag.of(PosTag.NONE));
        line(
                Integer.toString(id),
                form,
                lemmas.map(list -> Columns.form(list.get(word))).orElse("_"),
                tag.isUniversal() ? tag.universal() : "X",
                Columns.tag(tag.treebank()),
                own.feats(),
                own.head(),
                own.deprel(),
                own.deps(),
                misc.toString());
    }

    private void line(String... columns) {
        out.append(String.join("\t", columns)).append('\n');
    }

    /** Says in the last column what the form column and the comment don't about a token and the text around it. */
    private void describeText(Misc misc, int token, int index) {
        setOrRemove(misc, Misc.SPACES_IN_TOKEN, textOf(token), Columns.form(textOf(token)));
        var before = token == 0 ? document.text().substring(0, tokens.get(0).start()) : "";
        setOrRemove(misc, Misc.SPACES_BEFORE, before, "");
        var gap = gapAfter(token);
        if (misc.get(Misc.SPACES_AFTER).filter(gap::equals).isPresent()) {
            return;
        }
        misc.remove(Misc.SPACES_AFTER);
        if (isPlainGap(gap, token, index)) {
            if (!gap.isEmpty()) {
                misc.remove(Misc.SPACE_AFTER);
            }
        } else if (gap.isEmpty()) {
            misc.set(Misc.SPACE_AFTER, "No");
        } else {
            misc.remove(Misc.SPACE_AFTER);
            misc.set(Misc.SPACES_AFTER, gap);
        }
    }

    /** Whether a reader supposes this gap if the last column says nothing. */
    private boolean isPlainGap(String gap, int token, int index) {
        if (token + 1 == tokens.size()) {
            return gap.isEmpty();
        }
        if (token + 1 == sentences.get(index).endToken()) {
            return gap.equals(ConlluComments.gapBefore(comments.get(index + 1)));
        }
        return gap.equals(" ")
                || commentHolds(gap, token) && comments.get(index).stream().anyMatch(ConlluComments::isText);
    }

    private boolean commentHolds(String gap, int token) {
        var next = Columns.form(textOf(token + 1));
        return !gap.isEmpty() && Columns.isSpaces(gap) && !Columns.isSpaces(next.substring(0, 1));
    }

    private static void setOrRemove(Misc misc, String key, String value, String usual) {
        if (value.equals(usual)) {
            misc.remove(key);
        } else {
            misc.set(key, value);
        }
    }

    private String textOf(int token) {
        return tokens.get(token).textIn(document.text());
    }

    private String gapAfter(int token) {
        var end = token + 1 < tokens.size()
                ? tokens.get(token + 1).start()
                : document.text().length();
        return document.text().substring(tokens.get(token).end(), end);
    }
}
