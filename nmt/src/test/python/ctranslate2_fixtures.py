"""Small random models in CTranslate2's format, and what CTranslate2 itself makes of them.

Run, from the folder of this module (nmt):

    python -m venv oracle && oracle/bin/pip install ctranslate2==4.8.5 numpy==2.4.6 sentencepiece==0.2.1
    oracle/bin/python src/test/python/ctranslate2_fixtures.py src/test/resources/ctranslate2

The files in the repository were made with Python 3.11, ctranslate2 4.8.5 (CPU, one thread), NumPy 2.4.6 and, for pieces, SentencePiece 0.2.1; a second
run writes the same bytes.

Three networks, all of whose parameters are random:

* marian: as the converter of Marian's models makes them: norms behind the sub-layers, swish, one vocabulary, embeddings tied by aliases, the positions
  stored, a decoder that starts from zeros, an end marker behind each source. In float32, float16, int8 and int16.
* onmt: as OpenNMT's are: norms before the sub-layers, relu, separate vocabularies, nothing tied, positions computed, a decoder that starts with <s>,
  no end marker behind the source. As binary versions 3 to 6; versions 3 to 5 are written by this script, as the library itself only writes 6.
* pieces: as onmt, but with one vocabulary, the pieces of ../sentencepiece/unigram.model, and everything tied, as packages of Argos Translate have it.

expected.json.gz has, for each model, n-best lists with their scores and the log-probabilities of given targets, all computed in float32; and for
onmt-v6 those with required prefixes, suppressed sequences and a greatest length. n-best lists whose scores lie closer together than 1e-4 are left out. For pieces
it has texts with what SentencePiece and the library's default search make of them: split, translated, joined.
"""

import gzip
import json
import struct
import sys
from pathlib import Path

import ctranslate2
import numpy
import sentencepiece
from ctranslate2.specs import common_spec, transformer_spec

SIZE, HEADS, WIDTH = 8, 2, 12
LETTERS = [chr(ord("a") + i) for i in range(14)]
QUANTIZATIONS = ["float32", "float16", "int8", "int16"]
TEXTS = ["We see two books and a tree.", "Trees!", "A lamp on the table, near the door"]


def fill(spec, random, scale):
    """Random values for all that a layer specification leaves open, in the order of its attributes."""

    def matrix(rows, columns):
        return (random.normal(size=(rows, columns)) * scale).astype(numpy.float32)

    def linear(part, rows, columns):
        part.weight = matrix(rows, columns)
        part.bias = matrix(1, rows)[0]

    def norm(part):
        part.gamma = 1 + matrix(1, SIZE)[0] / 2
        part.beta = matrix(1, SIZE)[0] / 2

    for side in (spec.encoder, spec.decoder):
        for layer in side.layer:
            linear(layer.self_attention.linear[0], 3 * SIZE, SIZE)
            linear(layer.self_attention.linear[1], SIZE, SIZE)
            norm(layer.self_attention.layer_norm)
            if side is spec.decoder:
                linear(layer.attention.linear[0], SIZE, SIZE)
                linear(layer.attention.linear[1], 2 * SIZE, SIZE)
                linear(layer.attention.linear[2], SIZE, SIZE)
                norm(layer.attention.layer_norm)
            linear(layer.ffn.linear_0, WIDTH, SIZE)
            linear(layer.ffn.linear_1, SIZE, WIDTH)
            norm(layer.ffn.layer_norm)
        if hasattr(side, "layer_norm"):
            norm(side.layer_norm)
    return matrix


def sinusoids(count):
    """transformers' formula: the sines, then the cosines, of positions from 0."""
    angles = numpy.arange(count)[:, None] / 10000 ** (2 * numpy.arange(SIZE // 2) / SIZE)
    return numpy.concatenate([numpy.sin(angles), numpy.cos(angles)], 1).astype(numpy.float32)


def marian():
    random = numpy.random.default_rng(50)
    spec = transformer_spec.TransformerSpec.from_config(
        (2, 1), HEADS, pre_norm=False, activation=common_spec.Activation.SWISH
    )
    matrix = fill(spec, random, 0.7)
    vocabulary = ["</s>", "<unk>"] + LETTERS + ["<pad>"]
    embedding = matrix(len(vocabulary), SIZE)
    embedding[-1] = 0
    spec.encoder.embeddings[0].weight = embedding
    spec.decoder.embeddings.weight = embedding
    spec.decoder.projection.weight = embedding
    spec.decoder.projection.bias = matrix(1, len(vocabulary))[0]
    spec.decoder.projection.bias[0] = 2  # so that targets end somewhere
    spec.encoder.position_encodings.encodings = sinusoids(32)
    spec.decoder.position_encodings.encodings = sinusoids(32)
    spec.decoder.start_from_zero_embedding = True
    spec.config.add_source_eos = True
    spec.config.decoder_start_token = "</s>"
    spec.config.bos_token = "</s>"
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    return spec


def onmt():
    random = numpy.random.default_rng(41)
    spec = transformer_spec.TransformerSpec.from_config((1, 2), HEADS)
    matrix = fill(spec, random, 0.6)
    source = ["<unk>", "<s>", "</s>"] + LETTERS
    target = ["<unk>", "<s>", "</s>"] + LETTERS[::-1][:10]
    spec.encoder.embeddings[0].weight = matrix(len(source), SIZE)
    spec.decoder.embeddings.weight = matrix(len(target), SIZE)
    spec.decoder.projection.weight = matrix(len(target), SIZE)
    spec.decoder.projection.bias = matrix(1, len(target))[0]
    spec.decoder.projection.bias[2] = 3
    spec.register_source_vocabulary(source)
    spec.register_target_vocabulary(target)
    return spec


def pieces(vocabulary):
    random = numpy.random.default_rng(96)
    spec = transformer_spec.TransformerSpec.from_config((1, 1), HEADS)
    matrix = fill(spec, random, 0.6)
    embedding = matrix(len(vocabulary), SIZE)
    spec.encoder.embeddings[0].weight = embedding
    spec.decoder.embeddings.weight = embedding
    spec.decoder.projection.weight = embedding
    spec.decoder.projection.bias = matrix(1, len(vocabulary))[0]
    spec.decoder.projection.bias[vocabulary.index("</s>")] = 4
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    return spec


def save(spec, folder, quantization):
    folder.mkdir(parents=True, exist_ok=True)
    spec.validate()
    spec.optimize(quantization=quantization)
    spec.save(str(folder))


def texts(folder):
    """Vocabularies as versions before 6 had them: a token in each line."""
    for file in folder.glob("*vocabulary.json"):
        tokens = json.loads(file.read_text(encoding="utf-8"))
        file.with_suffix(".txt").write_text("\n".join(tokens) + "\n", encoding="utf-8")
        file.unlink()


def older(spec, folder, version):
    """Writes model.bin again as an older version of the library did."""

    def text(value):
        return struct.pack("<H", len(value) + 1) + value.encode() + b"\0"

    out = struct.pack("<I", version) + text(spec.name) + struct.pack("<I", spec.revision)
    variables = spec.variables(ordered=True)
    stored = [(name, value) for name, value in variables if not isinstance(value, str)]
    aliases = [(name, value) for name, value in variables if isinstance(value, str)]
    out += struct.pack("<I", len(stored))
    for name, value in stored:
        array = value.numpy()
        out += text(name) + struct.pack("<B", array.ndim) + struct.pack(f"<{array.ndim}I", *array.shape)
        if version < 4:
            out += struct.pack("<BI", array.itemsize, array.size)
        else:
            code = {"float32": 0, "int8": 1, "int16": 2, "int32": 3, "float16": 4}[str(array.dtype)]
            out += struct.pack("<BI", code, array.nbytes)
        out += array.tobytes()
    out += struct.pack("<I", len(aliases))
    for alias, name in aliases:
        out += text(alias) + text(name)
    (folder / "model.bin").write_bytes(out)
    texts(folder)


def lists(results):
    return [
        [{"tokens": tokens, "score": f"{score:.7f}"} for tokens, score in zip(result.hypotheses, result.scores)]
        for result in results
    ]


def distinct(result):
    scores = result.scores
    return all(abs(a - b) > 1e-4 for a, b in zip(scores, scores[1:]))


def recorded(folder, sources, targets, special):
    translator = ctranslate2.Translator(str(folder), device="cpu", compute_type="float32", intra_threads=1)
    found = {"sources": sources, "targets": targets, "searches": []}

    def search(**options):
        for source in sources:
            prefix = options.get("target_prefix")
            results = translator.translate_batch(
                [source],
                return_scores=True,
                **{**options, "target_prefix": [prefix] if prefix else None},
            )
            if distinct(results[0]):
                found["searches"].append({"source": source, "options": options, "found": lists(results)[0]})

    for beam in (1, 2, 4) if special else (3,):
        for penalty in (0, 1):
            search(beam_size=beam, num_hypotheses=beam, length_penalty=penalty, max_decoding_length=12)
    if special:
        search(beam_size=3, num_hypotheses=3, length_penalty=1, max_decoding_length=12, target_prefix=["h", "e"])
        search(beam_size=3, num_hypotheses=3, length_penalty=0, max_decoding_length=5)
        suppressed = [["m"], ["f", "e"], ["e", "h", "f"], ["<unk>"]]
        search(beam_size=3, num_hypotheses=3, length_penalty=1, max_decoding_length=12, suppress_sequences=suppressed)
    scored = translator.score_batch(sources, targets)
    found["logProbabilities"] = [[f"{value:.7f}" for value in result.log_probs] for result in scored]
    return found


def translated(folder, splitter):
    translator = ctranslate2.Translator(str(folder), device="cpu", compute_type="float32", intra_threads=1)
    found = []
    for text in TEXTS:
        split = splitter.encode(text, out_type=str)
        both = translator.translate_batch([split], num_hypotheses=2, return_scores=True)[0]
        assert distinct(both), text
        best = translator.translate_batch([split])[0].hypotheses[0]
        found.append({"text": text, "pieces": split, "translation": splitter.decode(best)})
    return found


def write(folder):
    sources = [list("abc"), list("nmlkjihg"), list("e"), list("aazzbn"), list("cgcgcgd")]
    targets = [list("nml"), list("kkj"), list("n"), list("mnmnz"), list("ij")]
    expected = {}
    for quantization in QUANTIZATIONS:
        name = "marian-" + quantization
        save(marian(), folder / name, quantization)
        expected[name] = recorded(folder / name, sources, targets, special=False)
    for version in (3, 4, 5, 6):
        name = f"onmt-v{version}"
        spec = onmt()
        save(spec, folder / name, "float32")
        if version < 6:
            older(spec, folder / name, version)
        expected[name] = recorded(folder / name, sources, targets, special=version == 6)
    splitter = sentencepiece.SentencePieceProcessor(model_file=str(folder.parent / "sentencepiece" / "unigram.model"))
    vocabulary = [splitter.id_to_piece(number) for number in range(splitter.get_piece_size())]
    save(pieces(vocabulary), folder / "pieces", "float32")
    expected["pieces"] = translated(folder / "pieces", splitter)
    text = json.dumps(expected, ensure_ascii=False, separators=(",", ":"))
    (folder / "expected.json.gz").write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))


if __name__ == "__main__":
    write(Path(sys.argv[1]))
