package org.dragoman.nmt.pretrained;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.Codec;
import org.dragoman.nmt.pretrained.ModelCard.Languages;
import org.dragoman.nmt.sentencepiece.SentencePieceSubwords;
import org.dragoman.nmt.text.CodedSubwords;
import org.dragoman.nmt.text.Subwords;
import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The tokenizer of a Marian directory: {@code source.spm} and {@code target.spm} make pieces, {@code vocab.json} numbers them (and {@code
 * target_vocab.json} those of the target, if they are separate). The numbers within the {@code .spm} files mean nothing here.
 *
 * @param codec ours, with the numbers in our order
 * @param source the reference's numbers of the source
 * @param target the reference's numbers of the target
 * @param languages of source and target as {@code tokenizer_config.json} has them
 * @param longest longest source, its end marker counted
 * @param cleansUp whether spaces are cleaned up in translations
 */
record HuggingFaceTokenizer(
        Codec codec, ReferenceIds source, ReferenceIds target, Languages languages, int longest, boolean cleansUp) {

    private static final String SETTINGS = "tokenizer_config.json";
    private static final String VOCABULARY = "vocab.json";
    private static final String TARGET_VOCABULARY = "target_vocab.json";
    private static final String PADDING = "<pad>";
    private static final String UNKNOWN = "<unk>";
    private static final String END = "</s>";

    private record Choices(Languages languages, boolean separate, boolean cleansUp, int longest) {}

    /** @throws IllegalArgumentException if a file is missing or damaged, or doesn't fit the configuration */
    static HuggingFaceTokenizer read(Path folder, HuggingFaceConfig config) {
        var choices = choices(folder);
        var sourceFile = folder.resolve(VOCABULARY);
        var targetFile = folder.resolve(choices.separate ? TARGET_VOCABULARY : VOCABULARY);
        if (choices.separate == config.sharesVocabulary()) {
            throw new IllegalArgumentException(folder.resolve(SETTINGS) + ": separate_vocabs is " + choices.separate
                    + ", but in config.json share_encoder_decoder_embeddings is " + config.sharesVocabulary());
        }
        var sourcePieces = pieces(sourceFile, config.sourceSize());
        var targetPieces = choices.separate ? pieces(targetFile, config.targetSize()) : sourcePieces;
        requireEnd(targetPieces, targetFile, config);
        var target = config.targetIds(ReferenceIds.idOf(targetPieces, UNKNOWN, targetFile));
        var source = choices.separate ? sourceIds(sourcePieces, sourceFile) : target;
        var sourceVocabulary = source.vocabulary(sourcePieces);
        var targetVocabulary = choices.separate ? target.vocabulary(targetPieces) : sourceVocabulary;
        var subwords = subwords(folder, sourceVocabulary, choices.cleansUp);
        return new HuggingFaceTokenizer(
                new Codec(subwords, sourceVocabulary, targetVocabulary),
                source,
                target,
                choices.languages,
                choices.longest,
                choices.cleansUp);
    }

    /**
     * Reads only the languages.
     *
     * @throws IllegalArgumentException if {@code tokenizer_config.json} is damaged or asks for what isn't supported
     */
    static Languages languages(Path folder) {
        return choices(folder).languages;
    }

    private static Choices choices(Path folder) {
        var file = folder.resolve(SETTINGS);
        if (!Files.isRegularFile(file)) {
            return new Choices(Languages.UNKNOWN, false, false, 512);
        }
        var node = JsonFiles.withoutNulls(JsonFiles.object(file));
        return Settings.of(file.toString(), node).build(settings -> {
            special(settings, node, "unk_token", UNKNOWN);
            special(settings, node, "eos_token", END);
            special(settings, node, "pad_token", PADDING);
            var choices = new Choices(
                    new Languages(
                            settings.text("source_lang").optional(),
                            settings.text("target_lang").optional()),
                    settings.flag("separate_vocabs").or(false),
                    settings.flag("clean_up_tokenization_spaces").or(false),
                    (int) Math.min(
                            512,
                            settings.decimal("model_max_length").atLeast(16.0).or(512.0)));
            settings.passRest();
            return choices;
        });
    }

    /** A special token, which is written as a string or as an object with its content. */
    private static void special(Settings settings, ObjectNode node, String key, String expected) {
        var value = node.path(key);
        var found = value.isObject() ? value.path("content").asText() : value.asText(expected);
        if (!found.equals(expected)) {
            settings.problem(key, "must be \"" + expected + "\", got \"" + found + "\"");
        }
    }

    /** The pieces in the order of their numbers. */
    private static List<String> pieces(Path file, int size) {
        var node = JsonFiles.object(file);
        if (node.size() != size) {
            throw new IllegalArgumentException(file + ": there are " + node.size() + " pieces, but the vocabulary has "
                    + size + " entries by config.json");
        }
        var pieces = new String[size];
        node.properties().forEach(entry -> {
            var id = entry.getValue();
            if (!id.isInt() || id.intValue() < 0 || id.intValue() >= size || pieces[id.intValue()] != null) {
                throw new IllegalArgumentException(file + ": \"" + entry.getKey()
                        + "\" must have a number of its own from 0 to " + (size - 1) + ", got " + id);
            }
            pieces[id.intValue()] = entry.getKey();
        });
        return List.of(pieces);
    }

    private static void requireEnd(List<String> pieces, Path file, HuggingFaceConfig config) {
        var id = ReferenceIds.idOf(pieces, END, file);
        if (id != config.end()) {
            throw new IllegalArgumentException(file + ": " + END + " has the number " + id
                    + ", but eos_token_id of config.json is " + config.end());
        }
    }

    private static ReferenceIds sourceIds(List<String> pieces, Path file) {
        return new ReferenceIds(
                pieces.size(),
                ReferenceIds.idOf(pieces, PADDING, file),
                ReferenceIds.idOf(pieces, UNKNOWN, file),
                ReferenceIds.NONE,
                ReferenceIds.idOf(pieces, END, file));
    }

    private static Subwords subwords(Path folder, Vocabulary source, boolean cleansUp) {
        var pieces = SentencePieceSubwords.load(folder);
        return CodedSubwords.around(cleansUp ? new CleanedUpSubwords(pieces) : pieces, source);
    }
}
