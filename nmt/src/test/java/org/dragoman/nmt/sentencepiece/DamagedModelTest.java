package org.dragoman.nmt.sentencepiece;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.testing.RandomText;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Models with bytes changed, cut off or put in at random: each is refused with a message, or works on every text. */
class DamagedModelTest {
    private static final int FILES = 2000; // of each model
    private static final List<String> TEXTS = List.of(
            "tokba no sen!", "日本<sep>さく  \t αλφά ﬁ Å e\u0301", "\uD83D x\u0000", RandomText.of(new Random(1), 200));

    @Timeout(120)
    @ParameterizedTest
    @ValueSource(strings = {"unigram", "unigram-bytes", "bpe-unused", "bpe-bytes", "unigram-denormalizer"})
    void isRefusedWithAMessageOrWorks(String name) throws IOException {
        byte[] original = Files.readAllBytes(Recording.resource(name + ".model"));
        int refused = 0;
        for (int seed = 0; seed < FILES; seed++) {
            byte[] damaged = damage(original, new Random(seed));
            try {
                use(SentencePieceModel.parse("damaged.spm", damaged));
            } catch (IllegalArgumentException e) {
                assertThat(e)
                        .as("seed %d", seed)
                        .hasMessageMatching("damaged\\.spm is no model of SentencePiece that can be used: (?s).{10,}");
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertThat(refused).isBetween(FILES / 10, FILES - FILES / 50);
    }

    private static void use(SentencePieceModel model) {
        for (var text : TEXTS) {
            var pieces = model.encode(text).stream().map(piece -> piece.text()).toList();
            model.decode(pieces);
        }
    }

    private static byte[] damage(byte[] original, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(original, random.nextInt(original.length));
            case 1 -> inserted(original, random);
            default -> changed(original, random);
        };
    }

    private static byte[] changed(byte[] original, Random random) {
        byte[] damaged = original.clone();
        for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        return damaged;
    }

    private static byte[] inserted(byte[] original, Random random) {
        int place = random.nextInt(original.length);
        byte[] damaged = Arrays.copyOf(original, original.length + 1 + random.nextInt(5));
        System.arraycopy(original, place, damaged, place + damaged.length - original.length, original.length - place);
        return damaged;
    }
}
