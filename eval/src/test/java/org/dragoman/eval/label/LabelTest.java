package org.dragoman.eval.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.corpora.Lines;
import org.dragoman.corpora.TagScheme;
import org.dragoman.corpora.TagScheme.TagSpan;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class LabelTest {

    @Test
    void theWorstConfusionIsTheMostFrequent() {
        var matrix = ConfusionMatrix.of(List.of("a", "a", "b", "b"), List.of("b", "b", "a", "b"));
        assertThat(matrix.worstConfusion()).contains(Map.entry("a", "b"));
        assertThat(ConfusionMatrix.of(List.of("a"), List.of("a")).worstConfusion())
                .isEmpty();
        assertThat(ConfusionMatrix.of(List.of(), List.of()).accuracy()).isZero();
    }

    @Test
    void listsOfDifferentLengthsAreRefused() {
        assertThatThrownBy(() -> ConfusionMatrix.of(List.of("a"), List.of()))
                .hasMessage("there must be a predicted label for each of the 1 gold ones, got 0");
        assertThatThrownBy(() -> SpanScore.of(
                        List.of(List.of("O", "O")).iterator(),
                        List.of(List.of("O")).iterator(),
                        TagScheme.IOB2))
                .hasMessage("sentence 1 has 2 gold tags, but 1 predicted ones");
    }

    @Test
    void anInsideTagAloneIsAnEntityOnlyIfRead() {
        assertThat(TagScheme.LENIENT.spans(List.of("O", "I-PER"))).containsExactly(new TagSpan("PER", 1, 2));
        assertThat(TagScheme.IOB2.spans(List.of("O", "I-PER"))).isEmpty();
    }

    /** As the schemes are defined; the two entities of one type stand side by side. */
    @Test
    void schemesDivideNeighboursOfTheSameType() {
        var two = List.of(new TagSpan("PER", 0, 2), new TagSpan("PER", 2, 3));
        assertThat(TagScheme.IOB1.spans(List.of("I-PER", "I-PER", "B-PER", "O")))
                .isEqualTo(two);
        assertThat(TagScheme.IOB2.spans(List.of("B-PER", "I-PER", "B-PER", "O")))
                .isEqualTo(two);
        assertThat(TagScheme.IOE1.spans(List.of("I-PER", "E-PER", "I-PER", "O")))
                .isEqualTo(two);
        assertThat(TagScheme.IOE2.spans(List.of("I-PER", "E-PER", "E-PER", "O")))
                .isEqualTo(two);
        assertThat(TagScheme.IOBES.spans(List.of("B-PER", "E-PER", "S-PER", "O")))
                .isEqualTo(two);
        assertThat(TagScheme.BILOU.spans(List.of("B-PER", "L-PER", "U-PER", "O")))
                .isEqualTo(two);
    }

    @Test
    void aTagOfAnotherSchemeIsRefused() {
        assertThatThrownBy(() -> TagScheme.IOB2.spans(List.of("S-PER")))
                .hasMessage("a tag of the scheme IOB2 begins with one of B, I, O, got \"S-PER\"");
    }

    @Test
    void treebanksOfDifferentTextsAreRefused() {
        assertThatThrownBy(() -> TreebankScore.of(lines("ab"), lines("ac")))
                .hasMessage(
                        "the texts of memory and memory must be the same but for white space; after 1 characters there is"
                                + " \"b\" in one and \"c\" in the other");
    }

    @Test
    void aTreebankThatEndsEarlyIsRefused() {
        assertThatThrownBy(() -> TreebankScore.of(lines("ab"), lines("a")))
                .hasMessageContaining("after 1 characters there is \"b\" in one and \"\" in the other");
        assertThatThrownBy(() -> TreebankScore.of(lines("a"), lines("ab")))
                .hasMessageContaining("after 1 characters there is \"\" in one and \"b\" in the other");
    }

    @Test
    void aLineThatIsNoConlluIsNamed() {
        var lines = Lines.of(new ByteArrayInputStream("1\ta\n".getBytes(StandardCharsets.UTF_8)), "x.conllu");
        assertThatThrownBy(() -> TreebankScore.of(lines, lines("a")))
                .hasMessage("x.conllu:1: a token line needs 10 columns, got 2");
    }

    private static Lines lines(String form) {
        var text = "1\t" + form + "\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
        return Lines.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "memory");
    }
}
