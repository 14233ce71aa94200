"""Models of SentencePiece in many settings, and what the C++ library makes of strange texts with them.

Versions: Python 3.11, sentencepiece 0.2.1, protobuf 7.35 (pip install sentencepiece==0.2.1 protobuf). Run in src/test:

    python python/sentencepiece_fixtures.py resources/sentencepiece /path/to/dragoman.data

It trains small models on words of made-up languages, alters some of them, and writes for each, and for the models of OPUS-MT among the data,
a recording NAME.jsonl.gz: a line that names the model ("data:" before the name of a file of the data), and a line a case with

    text        the text that was encoded; a surrogate without partner was given to the library as the byte 0xFF
    normalized  the text before it is cut
    pieces      its pieces
    spans       first and last UTF-16 unit of each piece in the text, white space at its ends left out
    decoded     the text of the pieces

or pieces and decoded alone, for pieces that no text gives. Same arguments, same files, but for the times of day within gzip, which are 0.
"""

import gzip
import json
import os
import random
import sys
import tempfile
import unicodedata

import sentencepiece as spm
from sentencepiece import sentencepiece_model_pb2 as model_pb2
from sentencepiece import sentencepiece_pb2 as text_pb2

OPUS_MODELS = [
    f"pretrained/{folder}/{side}.spm"
    for folder in ("opus-mt-en-mg", "opus-mt-tc-big-en-pt", "opus-toy-en-deu+fra")
    for side in ("source", "target")
]

# --- texts ---

SYLLABLES = {
    "latin": ["ba", "ri", "tok", "sen", "lü", "mé", "no", "ka", "st", "un", "ing", "er", "ß", "ço"],
    "greek": ["αλ", "φά", "ρος", "κι", "με", "τω", "ν"],
    "kana": ["さ", "く", "らん", "カ", "タナ", "でした", "日", "本", "語"],
    "arabic": ["سل", "ام", "كت", "ب", "ال"],
    "digits": ["1", "20", "345", "7"],
}
MARKS = [".", ",", "!", "?", "...", ":", "-", "(", ")", '"', "'", "@", "#"]
SPACES = [" ", " ", " ", "  ", "   ", "\t", "\n", "\r\n", "\u00a0", "\u3000", "\u2003", "\u200b", "\u2028", "\u0085", "\ufeff"]
ODD = [
    "", " ", "   ", "\t\n", "\u2581", "\u2581\u2581 \u2581", "a\u2581b", "a \u2581 b", "\u2581a", "a\u2581", "\u3000", "\u200b", "\u200b a", "a \u200b",
    "<unk>", "<s> a </s>", "</s>", "<0x41>", "<0xE2><0x96><0x81>", "<pad>", "<sep>", "a<sep>b", "<sep> <sep><sep>", " <sep>", "tokba", "batokba",
    ">>fra<< bari", "\x00", "a\x00b", "\x01\x02\x1f\x7f", "a\u0085b", "\ufffd", "a\ufffd b\ufffd", "\ufeffa", "\u00ad\u2060\u202e",
    ". ......", "...... .", ". . ...... .... .....", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "ababababababababab bababababab",
    "ﬁ ﬂ ﬃ ſt ǆ", "㍿ ㌀ ① Ⅷ ½ ª", "Ｆｕｌｌ　ｗｉｄｔｈ！", "ｶﾞｷﾞｸﾞﾊﾟ ﾊﾝｶｸ", "e\u0301 o\u0308 A\u030a q\u0307\u0323", "각 \u1112\u1161\u11ab 한", "ﷺ ﻻ ﺍ", "سلام كتاب",
    "👩\u200d👩\u200d👧 🇩🇪 👍🏽 ❤\ufe0f", "𝒜𝔅 𠀀𠮷", "\ud800", "a\udc00b", "\udfff\ud800", "x\ud83d", "\ud83d \ude00", "\U0010ffff\uffff\ufffe", "\u0301", "\u200d\u200d",
    "日本語です。", "日本 語", "1 2 33 444", "３４５", "don't e-mail U.S. 3.14%", "http://a.b/c?d=e&f", "İı ǅ ẞ", "\u0345\u0301\u0300", "a" + "\u0301" * 40,
]


def word(rng):
    syllables = SYLLABLES[rng.choice(["latin"] * 5 + ["greek", "kana", "arabic", "digits"])]
    made = "".join(rng.choice(syllables) for _ in range(rng.randint(1, 4)))
    return made.capitalize() if rng.random() < 0.1 else made


def sentence(rng, words):
    length = rng.randint(1, 12)
    chosen = [words[min(int(rng.expovariate(0.02)), len(words) - 1)] for _ in range(length)]
    return " ".join(w + rng.choice(MARKS) if rng.random() < 0.15 else w for w in chosen)


def any_character(rng):
    code = rng.choice([rng.randrange(0x250), rng.randrange(0x3100), rng.randrange(0x10000), rng.randrange(0x110000)])
    return chr(code)  # sometimes a surrogate


def mixture(rng, words):
    """Words, odd characters and every kind of space, mixed."""
    kinds = [lambda: rng.choice(words), lambda: rng.choice(SPACES), lambda: any_character(rng), lambda: rng.choice(ODD), lambda: rng.choice(MARKS)]
    return "".join(rng.choice(kinds)() for _ in range(rng.randint(1, 25)))


def texts(seed, count):
    rng = random.Random(seed)
    words = [word(rng) for _ in range(300)]
    made = [whole(text) for text in ODD]
    made += [sentence(rng, words) for _ in range(count)]
    made += [whole(mixture(rng, words)) for _ in range(2 * count)]
    return made


def whole(text):
    """Surrogates side by side are one character to Java; this makes them one to Python as well."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


# --- models ---

def rules():
    """A map of characters: compatibility forms, lower case for Greek, removals, white space, sequences."""
    made = {}
    for code in [*range(0xA0, 0x250), *range(0xFB00, 0xFB07), *range(0xFF01, 0xFFA0), *range(0x2460, 0x2470), *range(0x1100, 0x1113), 0x337F, 0xFDFA]:
        made[chr(code)] = unicodedata.normalize("NFKC", chr(code))
    for code in range(0x391, 0x3AA):
        made[chr(code)] = chr(code).lower()
    for base in "aeiouAEIOU":
        for mark in "\u0300\u0301\u0302\u0308":
            made[base + mark] = unicodedata.normalize("NFC", base + mark)
    made.update({"\u200b": "", "\ufeff": "", "\u00ad": "", "\x01": "", "\t": " ", "\n": " ", "\r": " ", "\u3000": " ", "\ufffd": " "})
    return made


def write_rules(path, made):
    with open(path, "w", encoding="utf-8") as out:
        for source, target in sorted(made.items()):
            if source != target:
                codes = [" ".join(f"{ord(c):04X}" for c in text) for text in (source, target)]
                out.write("\t".join(codes) + "\n")


def train_all(folder):
    with tempfile.TemporaryDirectory() as work:
        corpus = os.path.join(work, "corpus.txt")
        rng = random.Random(1)
        words = [word(rng) for _ in range(300)]
        with open(corpus, "w", encoding="utf-8") as out:
            out.writelines(sentence(rng, words) + "\n" for _ in range(3000))
        normalization = os.path.join(work, "rules.tsv")
        write_rules(normalization, rules())
        denormalization = os.path.join(work, "denormalization.tsv")
        write_rules(denormalization, {"a": "A", "k": "", "no": "yes", "\ufb01": "fi"})

        def train(name, **settings):
            defaults = {"vocab_size": 250, "num_threads": 1, "character_coverage": 0.999, "minloglevel": 2, "normalization_rule_name": "identity"}
            if "normalization_rule_tsv" in settings:
                del defaults["normalization_rule_name"]
            spm.SentencePieceTrainer.train(input=corpus, model_prefix=os.path.join(folder, name), **{**defaults, **settings})
            os.remove(os.path.join(folder, name + ".vocab"))
            alter(folder, name, name, forget_paths)

        symbols = ["<sep>", "tokba", "@", "日本"]
        train("unigram", normalization_rule_tsv=normalization)
        train("unigram-identity")
        train("unigram-bytes", vocab_size=500, byte_fallback=True, user_defined_symbols=symbols, normalization_rule_tsv=normalization)
        train("unigram-suffix", treat_whitespace_as_suffix=True, user_defined_symbols=symbols)
        train("unigram-plain", add_dummy_prefix=False, remove_extra_whitespaces=False, split_by_whitespace=False, allow_whitespace_only_pieces=True)
        train("unigram-denormalizer", denormalization_rule_tsv=denormalization, unk_surface="?!")
        train("bpe", model_type="bpe", normalization_rule_tsv=normalization)
        train("bpe-bytes", model_type="bpe", vocab_size=500, byte_fallback=True, user_defined_symbols=symbols, remove_extra_whitespaces=False,
              allow_whitespace_only_pieces=True, split_digits=True)
        train("bpe-suffix", model_type="bpe", treat_whitespace_as_suffix=True, control_symbols=["<ctrl>"], pad_id=3)
    alter_all(folder)


def alter(folder, name, new_name, change):
    model = model_pb2.ModelProto()
    with open(os.path.join(folder, name + ".model"), "rb") as source:
        model.ParseFromString(source.read())
    change(model)
    with open(os.path.join(folder, new_name + ".model"), "wb") as out:
        out.write(model.SerializeToString(deterministic=True))


def forget_paths(model):
    model.trainer_spec.ClearField("input")
    model.trainer_spec.ClearField("model_prefix")
    model.normalizer_spec.ClearField("normalization_rule_tsv")
    model.denormalizer_spec.ClearField("normalization_rule_tsv")


def alter_all(folder):
    def unuse(model):
        """Every third piece of several characters is not to be used."""
        for piece in [p for p in model.pieces if p.type == 1 and len(p.piece) > 1][::3]:
            piece.type = 5

    def tie(model):
        """Scores with few bits, so that many ways of cutting are equally probable or nearly so."""
        for piece in model.pieces:
            if piece.type == 1:
                piece.score = round(piece.score * 2) / 2 + 0.1

    def unescape(model):
        model.normalizer_spec.escape_whitespaces = False

    alter(folder, "unigram", "unigram-unused", unuse)
    alter(folder, "bpe", "bpe-unused", unuse)
    alter(folder, "unigram", "unigram-ties", tie)
    alter(folder, "bpe", "bpe-ties", tie)
    alter(folder, "unigram-plain", "unigram-unescaped", unescape)


# --- recordings ---

def to_bytes(text):
    """The bytes of a text, and the UTF-16 unit of each and of the end."""
    made, places, place = bytearray(), [], 0
    for character in text:
        encoded = b"\xff" if 0xD800 <= ord(character) < 0xE000 else character.encode("utf-8")
        made += encoded
        places += [place] * len(encoded)
        place += 2 if ord(character) > 0xFFFF else 1
    return bytes(made), places + [place]


def trimmed(units, start, end):
    while start < end and units[start].isspace():
        start += 1
    while start < end and units[end - 1].isspace():
        end -= 1
    return [start, end]


def encoding(processor, text):
    given, places = to_bytes(text)
    units = [text16.decode("utf-16-le", "surrogatepass") for text16 in utf16(text)]
    encoded = text_pb2.SentencePieceText()
    encoded.ParseFromString(processor.encode(given, out_type="serialized_proto"))
    pieces = [piece.piece for piece in encoded.pieces]
    return {
        "text": text,
        "normalized": processor.normalize(given).decode("utf-8") if given else "",
        "pieces": pieces,
        "spans": [trimmed(units, places[piece.begin], places[piece.end]) for piece in encoded.pieces],
        "decoded": processor.decode(pieces) if pieces else "",
    }


def utf16(text):
    encoded = text.encode("utf-16-le", "surrogatepass")
    return [encoded[i : i + 2] for i in range(0, len(encoded), 2)]


def decodings(processor, seed, count):
    rng = random.Random(seed)
    others = ["\u2581", "", "\u2581zzz", "q\u2581q", "<unk>", "</s>", "<0xE3>", "<0x81>", "<0x82>", "<0xFF>", "<0x41>", "é", "\u2047"]
    for _ in range(count):
        pieces = [
            rng.choice(others) if rng.random() < 0.3 else processor.id_to_piece(rng.randrange(len(processor)))
            for _ in range(rng.randint(1, 12))
        ]
        pieces = [piece for piece in pieces if piece]
        yield {"pieces": pieces, "decoded": processor.decode(pieces) if pieces else ""}


def record(model, name, lines, path, decoded):
    """Writes the recording of a model over texts, and of some pieces that no text gives."""
    processor = spm.SentencePieceProcessor(model_file=model)
    with open(path, "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
        def write(case):
            out.write((json.dumps(case, separators=(",", ":")) + "\n").encode("ascii"))

        write({"model": name, "sentencepiece": spm.__version__})
        for line in lines:
            write(encoding(processor, line))
        for case in decodings(processor, 5, decoded):
            write(case)


def main(folder, data):
    os.makedirs(folder, exist_ok=True)
    train_all(folder)
    lines = texts(3, 40)
    for file in sorted(os.listdir(folder)):
        if file.endswith(".model"):
            record(os.path.join(folder, file), file, lines, os.path.join(folder, file[:-6] + ".jsonl.gz"), 40)
    for name in OPUS_MODELS:
        short = name.split("/")[1] + "-" + name.split("/")[2][:-4]
        record(os.path.join(data, name), "data:" + name, lines, os.path.join(folder, short + ".jsonl.gz"), 40)


if __name__ == "__main__":
    main(*sys.argv[1:])
