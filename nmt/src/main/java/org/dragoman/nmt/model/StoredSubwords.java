package org.dragoman.nmt.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.sentencepiece.SentencePieceSubwords;
import org.dragoman.nmt.text.BlankSubwords;
import org.dragoman.nmt.text.BpeSubwords;
import org.dragoman.nmt.text.Pretokenizer;
import org.dragoman.nmt.text.Subwords;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which subwords a model folder has: all that is needed to load them, apart from their files. */
public sealed interface StoredSubwords {

    /** The kinds by their name in JSON, for {@link Settings#kind}. */
    Map<String, Function<Settings, StoredSubwords>> KINDS = Map.of(
            "bpe", Bpe::from, "sentencepiece", settings -> new SentencePiece(), "blanks", settings -> new Blanks());

    /** Reads {@code subwords}, or {@code pretokenizer} alone, which stands for BPE in older folders. */
    static StoredSubwords from(Settings settings) {
        return settings.keys().contains("pretokenizer")
                ? Bpe.from(settings)
                : settings.kind("subwords", KINDS).required();
    }

    /** Names of the files in the folder. */
    List<String> files();

    /**
     * Loads the files, of which none is missing.
     *
     * @throws IllegalArgumentException if one is damaged or foreign
     * @throws java.io.UncheckedIOException if one can't be read
     */
    Subwords load(Path folder);

    /** Returns the settings as JSON that {@link #KINDS} reads. */
    ObjectNode toJson();

    /**
     * {@link BpeSubwords}.
     *
     * @param pretokenizer how sentences become the tokens that BPE splits
     */
    record Bpe(Pretokenizer pretokenizer) implements StoredSubwords {
        static Bpe from(Settings settings) {
            return new Bpe(settings.choice("pretokenizer", Pretokenizer.class).required());
        }

        @Override
        public List<String> files() {
            return List.of(BpeSubwords.FILE);
        }

        @Override
        public Subwords load(Path folder) {
            return BpeSubwords.load(folder, pretokenizer);
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("bpe", this);
        }
    }

    /** {@link SentencePieceSubwords}. */
    record SentencePiece() implements StoredSubwords {
        @Override
        public List<String> files() {
            return List.of(SentencePieceSubwords.SOURCE_FILE, SentencePieceSubwords.TARGET_FILE);
        }

        @Override
        public Subwords load(Path folder) {
            return SentencePieceSubwords.load(folder);
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("sentencepiece", this);
        }
    }

    /** {@link BlankSubwords}, which need no file. */
    record Blanks() implements StoredSubwords {
        @Override
        public List<String> files() {
            return List.of();
        }

        @Override
        public Subwords load(Path folder) {
            return new BlankSubwords();
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("blanks", this);
        }
    }
}
