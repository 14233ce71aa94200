package org.dragoman.nmt.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.tensor.Safetensors;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.tensor.Weights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a Hugging Face directory asks for in vain is refused by name. */
class HuggingFaceRefusalsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void copyModel() throws IOException {
        try (var files = Files.list(MarianFixture.read("base").folder())) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private void put(String file, String key, String value) throws IOException {
        var path = folder.resolve(file).toFile();
        var mapper = new ObjectMapper();
        var object = (ObjectNode) mapper.readTree(path);
        object.set(key, mapper.readTree(value));
        mapper.writeValue(path, object);
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> PretrainedModels.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "normalize_before|true|normalize_before must be false; true is not supported, got true",
                "add_final_layer_norm|true|add_final_layer_norm must be false; true is not supported, got true",
                "normalize_embedding|true|normalize_embedding must be false; true is not supported, got true",
                "static_position_embeddings|false|static_position_embeddings must be true; learned positions are not supported, got false",
                "activation_function|\"gelu_new\"|activation_function must be one of [gelu, relu, silu, swish], got \"gelu_new\"",
                "tie_word_embeddings|false|tie_word_embeddings must be true where share_encoder_decoder_embeddings is",
                "decoder_attention_heads|5|decoderHeads must be at least 1 and divide size, got size 12 and decoderHeads 5",
                "quantization_config|{}|quantization_config must be absent; quantized weights are not supported, got {}",
            })
    void configurationsThatMarianModelsDoNotHave(String key, String value, String message) throws IOException {
        put("config.json", key, value);

        assertRefused(message);
    }

    @Test
    void everythingWrongWithAConfigurationIsNamedAtOnce() throws IOException {
        put("config.json", "normalize_before", "true");
        put("config.json", "d_model", "\"wide\"");

        assertRefused("normalize_before must be false");
        assertRefused("d_model must be a whole number, got \"wide\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no_repeat_ngram_size|3|no_repeat_ngram_size must be 0; others are not supported, got 3",
                "repetition_penalty|1.2|repetition_penalty must be 1; others are not supported, got 1.2",
                "num_beam_groups|2|num_beam_groups must be 1; others are not supported, got 2",
                "do_sample|true|do_sample must be false; sampling is not supported, got true",
                "length_penalty|-1.0|length_penalty must be at least 0.0, got -1.0",
                "bad_words_ids|[[5]]|bad_words_ids must be [[",
                "forced_bos_token_id|4|forced_bos_token_id is not supported",
                "early_stopping|\"soon\"|early_stopping must be true, false or \"never\", got \"soon\"",
                "eos_token_id|3|eos_token_id must be 0 as in config.json, got 3",
            })
    void searchesThatAreNotSupported(String key, String value, String message) throws IOException {
        put("generation_config.json", key, value);

        assertRefused(message);
    }

    @Test
    void aVocabularyOfAnotherSize() throws IOException {
        var vocabulary = folder.resolve("vocab.json");
        Files.writeString(vocabulary, Files.readString(vocabulary).replaceFirst("\"<unk>\": 1,", ""));

        assertRefused(vocabulary + ": there are 103 pieces, but the vocabulary has 104 entries by config.json");
    }

    @Test
    void anEndMarkerWithAnotherNumber() throws IOException {
        put("config.json", "eos_token_id", "7");
        Files.delete(folder.resolve("generation_config.json"));
        put("config.json", "forced_eos_token_id", "7");

        assertRefused(folder.resolve("vocab.json") + ": </s> has the number 0, but eos_token_id of config.json is 7");
    }

    @Test
    void aFolderWithoutWeights() throws IOException {
        Files.delete(folder.resolve("model.safetensors"));

        assertRefused(
                "the model folder " + folder + " has no weights: it needs model.safetensors or pytorch_model.bin");
    }

    @Test
    void weightsOfAnotherModel() throws IOException {
        put("config.json", "decoder_layers", "3");

        assertRefused("does not fit the model's configuration: ");
        assertRefused("'model.decoder.layers.2.self_attn.q_proj.weight' is missing");
    }

    /** The first position's first sine, which is 0, becomes 0x3f80: 1 as a bfloat16. */
    @Test
    void learnedPositions() throws IOException {
        var weights = Files.readAllBytes(MarianFixture.resource("base-files/bf16-positions.safetensors"));
        var bytes = ByteBuffer.wrap(weights).order(ByteOrder.LITTLE_ENDIAN);
        var headerSize = Math.toIntExact(bytes.getLong());
        var place = new ObjectMapper()
                .readTree(weights, Long.BYTES, headerSize)
                .at("/model.decoder.embed_positions.weight/data_offsets/0")
                .intValue();
        bytes.putShort(Long.BYTES + headerSize + place, (short) 0x3f80);
        Files.write(folder.resolve("model.safetensors"), weights);

        assertRefused("'model.decoder.embed_positions.weight' does not hold the sinusoids of a Marian model;"
                + " learned positions are not supported");
    }

    @Test
    void embeddingsOfAnotherVocabulary() throws IOException {
        var vocabulary = folder.resolve("vocab.json");
        Files.writeString(vocabulary, Files.readString(vocabulary).replaceFirst("\\{", "{ \"more\": 104,"));
        put("config.json", "vocab_size", "105");
        assertRefused(
                "decoder_vocab_size must be vocab_size (105) where share_encoder_decoder_embeddings is true, got 104");
        put("config.json", "decoder_vocab_size", "105");

        assertRefused("'model.shared.weight' should have 105 rows, has shape [104, 12]");
    }

    /** One row more than the target's vocabulary has entries. */
    @Test
    void anOutputOfAnotherVocabulary() throws IOException {
        var untied = Files.createDirectory(folder.resolve("untied"));
        try (var files = Files.list(MarianFixture.read("untied").folder())) {
            for (var file : files.toList()) {
                Files.copy(file, untied.resolve(file.getFileName()));
            }
        }
        var file = untied.resolve("model.safetensors");
        var weights = new LinkedHashMap<>(Safetensors.decode(Files.readAllBytes(file), file.toString()));
        var output = weights.get("lm_head.weight");
        var rows = output.shape()[0];
        var columns = (int) output.shape()[1];
        var longer = Arrays.copyOf(output.values(), output.values().length + columns);
        weights.put("lm_head.weight", new Weights(new long[] {rows + 1, columns}, longer));
        write(file, weights);

        assertThatThrownBy(() -> PretrainedModels.load(untied))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "%s does not fit the model's configuration: 'lm_head.weight' should have %d rows, has shape [%d, %d]"
                                .formatted(file, rows, rows + 1, columns));
    }

    private static void write(Path file, Map<String, Weights> weights) throws IOException {
        try (var scope = Scope.open();
                var out = Files.newOutputStream(file)) {
            var tensors = new LinkedHashMap<String, Tensor>();
            weights.forEach((name, numbers) -> tensors.put(name, Tensor.of(numbers.values(), numbers.shape())));
            Safetensors.write(tensors, Safetensors.Precision.F32, out);
        }
    }

    @Test
    void aVocabularyWithoutEndMarker() throws IOException {
        var vocabulary = folder.resolve("vocab.json");
        Files.writeString(vocabulary, Files.readString(vocabulary).replace("\"</s>\"", "\"end\""));

        assertRefused(vocabulary + ": the piece </s> is missing");
    }

    @Test
    void aFolderOfNoKnownForm() throws IOException {
        Files.delete(folder.resolve("config.json"));

        assertIsOfNoForm("there is no config.json");
    }

    private void assertIsOfNoForm(String why) {
        assertThatThrownBy(() -> PretrainedModels.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        %s is no model that can be read, since it is none of these:
                          a folder that Dragoman wrote: there is no model.json
                          a folder of CTranslate2: there is no model.bin
                          a Hugging Face directory of a Marian model: %s
                          a release of OPUS-MT as Marian wrote it: there is no decoder.yml""".formatted(folder, why));
        assertThat(PretrainedModels.summary(folder)).isEmpty();
    }

    @Test
    void aDirectoryOfAnotherArchitecture() throws IOException {
        put("config.json", "model_type", "\"bart\"");
        assertIsOfNoForm("config.json has the model_type \"bart\", not \"marian\"");

        Files.writeString(folder.resolve("config.json"), "{\"name\": \"x\"}");
        assertIsOfNoForm("config.json has no model_type");
    }

    @Test
    void aFolderOfAModelForAnotherTask() throws IOException {
        Files.delete(folder.resolve("config.json"));
        Files.writeString(folder.resolve("model.json"), "{\"task\": \"pos\", \"seed\": 1}");
        Files.writeString(folder.resolve("model.bin"), "\7\0\0\0");

        assertRefused(
                "a folder that Dragoman wrote: model.json has no architecture, so it is that of no translation model\n"
                        + "  a folder of CTranslate2: model.bin does not begin with a binary version from 2 to 6\n");
        assertThat(PretrainedModels.summary(folder)).isEmpty();
    }

    @Test
    void aDamagedConfiguration() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": ");

        assertRefused(folder.resolve("config.json") + ": not valid JSON: ");
    }

    @Test
    void aFileThatIsNoZip() throws IOException {
        var file = Files.writeString(folder.resolve("model.txt"), "text");

        assertThatThrownBy(() -> PretrainedModels.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + " is neither a model folder nor a zip file of a release: ");
    }
}
