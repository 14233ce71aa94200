"""Makes the fixtures of org.dragoman.nmt.pretrained with Hugging Face transformers and SentencePiece.

Run, from the folder of this module (nmt):

    python -m venv oracle
    oracle/bin/pip install torch==2.7.1 transformers==4.57.3 sentencepiece==0.2.1 safetensors==0.8.0 numpy==2.2.6
    oracle/bin/python src/test/python/marian_fixtures.py src/test/resources/pretrained

Everything is self-made: the text comes from a small grammar below, the weights from a random generator. For each form of a model
NAME is a directory as save_pretrained writes it, and NAME.json.gz says what the reference makes of it. Its keys:

    texts       text, pieces, ids, and the best at a beam of 4 as text without special tokens: translation, and cleaned with its spaces cleaned up
    encoder     states of the last layer for all texts in one padded batch, rows without their padding
    forced      targets (ids, behind the decoder's start token) and the logits at each position, the one behind the last included
    searches    the settings of a search, and for each text all returned sequences (without the start token) with their scores; greedy
                search has no scores

All weights begin as random numbers, biases and norms too, learn a little, and are rounded to few bits, so that they are the same numbers in
every file type: base/ is joined by base-files/, which holds the same weights in other ones. Output biases are tried until no search changes when
the logits are disturbed by up to 0.0001, so that no result hangs on the last bits of a number.
"""

import gzip
import io
import json
import random
import shutil
import sys
from importlib.metadata import version
from pathlib import Path

import sentencepiece
import torch
from safetensors.torch import save_file
from transformers import GenerationConfig, LogitsProcessor, LogitsProcessorList, MarianConfig, MarianMTModel, MarianTokenizer

SUBJECTS = {"We": "Wir", "They": "Sie", "You": "Ihr", "The children": "Die Kinder", "My neighbours": "Meine Nachbarn"}
VERBS = {"see": "sehen", "buy": "kaufen", "paint": "malen", "remember": "erinnern", "count": "zählen"}
COUNTS = {"two": "zwei", "three": "drei", "twenty-one": "einundzwanzig", "forty": "vierzig", "ninety-nine": "neunundneunzig"}
ADJECTIVES = {"": "", "old ": "alte ", "green ": "grüne ", "beautiful ": "schöne "}
NOUNS = {"houses": "Häuser", "trees": "Bäume", "rivers": "Flüsse", "books": "Bücher", "bridges": "Brücken"}
MARKS = [".", "!", " ?", ", again."]

TEXTS = ["We see two old houses.", "My neighbours paint ninety-nine green bridges!", "You buy  forty  ☃☃ books ?", "Trees"]
BEAMS = (1, 2, 4, 6)
MAXIMUM = 32


def sentences(count, seed):
    source = random.Random(seed)
    for _ in range(count):
        chosen = [source.choice(list(words)) for words in (SUBJECTS, VERBS, COUNTS, ADJECTIVES, NOUNS)]
        mark = source.choice(MARKS)
        subject, verb, number, adjective, noun = chosen
        yield (
            f"{subject} {verb} {number} {adjective}{noun}{mark}",
            f"{SUBJECTS[subject]} {VERBS[verb]} {COUNTS[number]} {ADJECTIVES[adjective]}{NOUNS[noun]}{mark}",
        )


def train_pieces(lines, size, file):
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_writer=model,
        vocab_size=size,
        hard_vocab_limit=False,
        character_coverage=1.0,
        normalization_rule_name="identity",
        num_threads=1,
        minloglevel=2,
    )
    file.write_bytes(model.getvalue())
    processor = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    return [processor.id_to_piece(i) for i in range(processor.get_piece_size()) if not processor.is_control(i) and not processor.is_unknown(i)]


def randomise(model, generator, config):
    """Gives random values to everything, norms and biases too, which would else begin as ones and zeros."""
    with torch.no_grad():
        for name, parameter in sorted(model.named_parameters()):
            if "embed_positions" not in name:
                spread = 0.5 if parameter.dim() > 1 else 0.3
                noise = (torch.rand(parameter.shape, generator=generator) * 2 - 1) * spread
                parameter.copy_(noise + 1 if "layer_norm.weight" in name else noise)
        for name, parameter in model.named_parameters():
            if name.endswith(("shared.weight", "embed_tokens.weight")):
                parameter[config.pad_token_id] = 0
        model.final_logits_bias.copy_((torch.rand(model.final_logits_bias.shape, generator=generator) * 2 - 1) * 0.5)
        model.final_logits_bias[0, config.pad_token_id] = 0


def train(model, examples, generator, config, steps=400):
    """Lets the model learn a little of the toy language, so that its translations are various and end."""
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(steps):
        chosen = [examples[i] for i in torch.randint(len(examples), (16,), generator=generator)]
        source = padded([pair[0] for pair in chosen], config.pad_token_id)
        labels = padded([pair[1] for pair in chosen], -100)
        loss = model(input_ids=source, attention_mask=(source != config.pad_token_id).long(), labels=labels).loss
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "embed_positions" not in name:
                parameter.copy_(coarse(parameter))
        model.final_logits_bias.copy_(coarse(model.final_logits_bias))
    print("loss", loss.item(), flush=True)


def padded(rows, filler):
    width = max(map(len, rows))
    return torch.tensor([row + [filler] * (width - len(row)) for row in rows])


def coarse(tensor):
    """The nearest numbers that float16 and bfloat16 hold exactly."""
    return (torch.round(tensor * 1024) / 1024).bfloat16().float()


class Disturbance(LogitsProcessor):
    def __init__(self, seed):
        self.generator = torch.Generator().manual_seed(seed)

    def __call__(self, input_ids, scores):
        return scores + (torch.rand(scores.shape, generator=self.generator) * 2 - 1) * 1e-4


def settings(full):
    """The settings of the searches: beams, early stopping, length penalty, renormalisation, longest target, forced end."""
    limits = [(MAXIMUM, True), (7, True), (7, False)]
    for maximum, forced in limits if full else [limits[0], limits[2]]:
        for beams in BEAMS if full else (1, 4, 6):
            for renormalize in (True, False) if full or beams == 4 else (True,):
                yield dict(usual(beams), maximum=maximum, forced=forced, renormalize=renormalize)
    if full:
        for beams in BEAMS[1:]:
            for early in (True, False, "never"):
                for penalty in (0.6, 1.0, 1.4):
                    yield dict(usual(beams), early=early, penalty=penalty)
            for maximum, forced in limits[1:]:
                for early in (True, "never"):
                    yield dict(usual(beams), early=early, maximum=maximum, forced=forced)


def generation(config, setting):
    return GenerationConfig(
        num_beams=setting["beams"],
        num_return_sequences=setting["beams"],
        early_stopping=setting["early"],
        length_penalty=setting["penalty"],
        renormalize_logits=setting["renormalize"],
        max_length=setting["maximum"],
        forced_eos_token_id=config.eos_token_id if setting["forced"] else None,
        bad_words_ids=[[config.pad_token_id]],
        decoder_start_token_id=config.decoder_start_token_id,
        eos_token_id=config.eos_token_id,
        pad_token_id=config.pad_token_id,
        do_sample=False,
        return_dict_in_generate=True,
        output_scores=True,
    )


def search(model, config, ids, setting, processors=None):
    with torch.no_grad():
        result = model.generate(torch.tensor([ids]), generation_config=generation(config, setting), logits_processor=processors or LogitsProcessorList(), use_model_defaults=False)
    sequences = []
    for row in result.sequences.tolist():
        row = row[1:]
        while row and row[-1] == config.pad_token_id:
            row.pop()
        sequences.append(row)
    scores = result.sequences_scores.tolist() if setting["beams"] > 1 else []
    return sequences, scores


def numbers(tensor):
    return [float(f"{value:.9g}") for value in tensor.flatten().tolist()]


def usual(beams):
    return dict(beams=beams, early=False, penalty=1.0, renormalize=True, maximum=MAXIMUM, forced=True)


def is_telling(model, config, all_ids):
    """Whether some translations end by themselves and are various, and the beam finds others than greedy search."""
    greedy, beam = ([search(model, config, ids, usual(beams))[0][0] for ids in all_ids] for beams in (1, 4))
    return greedy != beam and sum(5 < len(ids) < MAXIMUM - 2 and len(set(ids)) > 3 for ids in beam) > 1


def is_steady(model, config, all_ids, full):
    for setting in settings(full):
        for ids in all_ids:
            plain = search(model, config, ids, setting)[0]
            if search(model, config, ids, setting, LogitsProcessorList([Disturbance(1)]))[0] != plain:
                return False
    return True


def tokenizer_files(folder, ids_of, separate=False):
    folder.mkdir(parents=True)
    pairs = list(sentences(400, 1))
    source = train_pieces([pair[0] for pair in pairs], 90, folder / "source.spm")
    target = train_pieces([pair[1] for pair in pairs], 90, folder / "target.spm")
    left_out = {source[7], source[40], target[11], target[50]}
    if separate:
        write_json(folder / "vocab.json", ids_of([piece for piece in source if piece not in left_out], []))
        write_json(folder / "target_vocab.json", ids_of([piece for piece in target if piece not in left_out], []))
    else:
        union = list(dict.fromkeys(source + target))
        write_json(folder / "vocab.json", ids_of([piece for piece in union if piece not in left_out], [">>fra<<", ">>deu<<"]))
    write_json(
        folder / "tokenizer_config.json",
        {"source_lang": "en", "target_lang": "de", "separate_vocabs": separate, "model_max_length": 512, "tokenizer_class": "MarianTokenizer"},
    )


def write_json(file, value):
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def base_ids(pieces, codes):
    return {token: i for i, token in enumerate(["</s>", "<unk>", *pieces, *codes, "<pad>"])}


def big_ids(pieces, codes):
    middle = len(pieces) // 2
    return {token: i for i, token in enumerate([*codes, *pieces[:middle], "</s>", "<s>", *pieces[middle:], "<unk>", "<pad>"])}


def make(folder, name, ids_of, activation, separate=False, tied=True, full=False):
    directory = folder / name
    shutil.rmtree(directory, ignore_errors=True)
    tokenizer_files(directory, ids_of, separate)
    vocabulary = json.loads((directory / "vocab.json").read_text(encoding="utf-8"))
    target = json.loads((directory / "target_vocab.json").read_text(encoding="utf-8")) if separate else vocabulary
    if separate:  # both need their special ids in the same places, as in published ones
        assert all(vocabulary[token] == target[token] for token in ("</s>", "<unk>"))
        size = max(len(vocabulary), len(target))
        for table in (vocabulary, target):
            table.pop("<pad>")
            for i in range(len(table), size - 1):
                table[f"<unused{i}>"] = i
            table["<pad>"] = size - 1
        write_json(directory / "vocab.json", vocabulary)
        write_json(directory / "target_vocab.json", target)
    config = MarianConfig(
        vocab_size=len(vocabulary),
        decoder_vocab_size=len(target),
        d_model=12,
        encoder_layers=3,
        decoder_layers=2,
        encoder_attention_heads=4,
        decoder_attention_heads=6,
        encoder_ffn_dim=20,
        decoder_ffn_dim=28,
        activation_function=activation,
        dropout=0.0,
        max_position_embeddings=64,
        scale_embedding=True,
        share_encoder_decoder_embeddings=not separate,
        tie_word_embeddings=tied,
        eos_token_id=target["</s>"],
        forced_eos_token_id=target["</s>"],
        pad_token_id=target["<pad>"],
        decoder_start_token_id=target["<pad>"],
        bos_token_id=0,
        attn_implementation="eager",
    )
    tokenizer = MarianTokenizer.from_pretrained(directory)
    texts = [text if separate else f">>{'fra' if i % 2 else 'deu'}<< {text}" for i, text in enumerate(TEXTS)]
    all_ids = [tokenizer(text).input_ids for text in texts]
    examples = []
    for i, (english, german) in enumerate(sentences(400, 1)):
        code = "" if separate else f">>{'fra' if i % 2 else 'deu'}<< "
        examples.append((tokenizer(code + english).input_ids, tokenizer(text_target=german).input_ids))
    generator = torch.Generator().manual_seed(0)
    model = MarianMTModel(config)
    randomise(model, generator, config)
    train(model.train(), examples, generator, config)
    model.eval()
    bias = model.final_logits_bias.clone()
    for attempt in range(500):
        if is_telling(model, config, all_ids) and is_steady(model, config, all_ids, full):
            break
        noise = (torch.rand(bias.shape, generator=generator) * 2 - 1) * 0.3
        model.final_logits_bias.copy_(coarse(bias + noise * (bias != 0)))
    else:
        raise SystemExit(f"{name}: no steady weights")
    model.generation_config = generation(config, usual(4))
    model.generation_config.num_return_sequences = 1
    model.generation_config.return_dict_in_generate = False
    model.generation_config.output_scores = False
    model.save_pretrained(directory)
    record = {"made with": versions(), "attempt": attempt, "vocabulary": len(vocabulary)}
    record["texts"] = [text_record(tokenizer, text) for text in texts]
    record["encoder"], record["forced"] = network(model, config, all_ids)
    record["searches"] = [search_record(model, config, all_ids, setting) for setting in settings(full)]
    for text, best in zip(record["texts"], (search(model, config, ids, usual(4))[0][0] for ids in all_ids)):
        text["translation"] = tokenizer.decode(best, skip_special_tokens=True)
        text["cleaned"] = tokenizer.decode(best, skip_special_tokens=True, clean_up_tokenization_spaces=True)
    with open(folder / f"{name}.json.gz", "wb") as out, gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as packed:
        packed.write(json.dumps(record, ensure_ascii=False).encode("utf-8"))
    print(name, "attempt", attempt, "parameters", sum(p.numel() for p in model.parameters()))
    return model


def versions():
    return {name: version(name) for name in ("torch", "transformers", "sentencepiece", "safetensors", "numpy")}


def text_record(tokenizer, text):
    return {"text": text, "pieces": tokenizer.tokenize(text), "ids": tokenizer(text).input_ids}


def network(model, config, all_ids):
    width = max(map(len, all_ids))
    padded = torch.tensor([ids + [config.pad_token_id] * (width - len(ids)) for ids in all_ids])
    mask = torch.tensor([[1] * len(ids) + [0] * (width - len(ids)) for ids in all_ids])
    source = random.Random(3)
    targets = [[source.randrange(config.decoder_vocab_size - 1) for _ in range(6)] for _ in all_ids]
    inputs = torch.tensor([[config.decoder_start_token_id, *target] for target in targets])
    with torch.no_grad():
        output = model(input_ids=padded, attention_mask=mask, decoder_input_ids=inputs)
    states = [numbers(row[: len(ids)]) for row, ids in zip(output.encoder_last_hidden_state, all_ids)]
    return states, [{"target": target, "logits": numbers(row)} for target, row in zip(targets, output.logits)]


def search_record(model, config, all_ids, setting):
    results = [search(model, config, ids, setting) for ids in all_ids]
    return {
        **setting,
        "early": str(setting["early"]).lower(),
        "sequences": [sequences for sequences, _ in results],
        "scores": [[float(f"{score:.9g}") for score in scores] for _, scores in results],
    }


def other_files(model, folder):
    """The weights of base/ in the other file types; one has positions, as old files do, and one a wrong lm_head, which a tied model must not use."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    state = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    kept = {name: tensor for name, tensor in state.items() if "embed_tokens" not in name and "embed_positions" not in name and name != "lm_head.weight"}
    save_file({name: tensor.half() for name, tensor in kept.items()}, folder / "f16.safetensors", {"format": "pt"})
    save_file({name: tensor.bfloat16() for name, tensor in kept.items()}, folder / "bf16.safetensors", {"format": "pt"})
    positions = {name: tensor for name, tensor in state.items() if "embed_positions" in name}
    old = {name: tensor.bfloat16() for name, tensor in (kept | positions).items()}
    save_file(old, folder / "bf16-positions.safetensors", {"format": "pt"})
    wrong = kept | {"lm_head.weight": torch.randn(state["lm_head.weight"].shape, generator=torch.Generator().manual_seed(1))}
    save_file(wrong, folder / "wrong-lm-head.safetensors", {"format": "pt"})
    torch.save(model.state_dict(), folder / "zip.bin")
    torch.save(model.state_dict(), folder / "legacy.bin", _use_new_zipfile_serialization=False)


def main(folder, names):
    torch.set_num_threads(1)
    torch.manual_seed(0)
    folder.mkdir(parents=True, exist_ok=True)
    if "base" in names:
        other_files(make(folder, "base", base_ids, "swish", full=True), folder / "base-files")
    if "big" in names:
        make(folder, "big", big_ids, "relu")
    if "separate" in names:
        make(folder, "separate", base_ids, "gelu", separate=True)
    if "untied" in names:
        make(folder, "untied", base_ids, "swish", separate=True, tied=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or ["base", "big", "separate", "untied"])
