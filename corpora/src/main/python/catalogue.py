"""Makes the catalogue of corpora from clones of the repositories that hold them.

    python catalogue.py CLONES > ../resources/org/dragoman/corpora/catalogue/catalogue.json

CLONES is a folder with a git directory OWNER+NAME/repo for each repository below, each at the commit named here. Checksums are computed
from the files themselves; where a clone lacks a large file, its git object id, which is a SHA-1 of its content, stands in. The MD5 sums of
the WMT test sets are those that sacreBLEU 2.6.0 publishes with their addresses.
"""

import hashlib
import json
import subprocess
import sys

CLONES = sys.argv[1]
PAIRS = ["de-en", "en-de", "en-fr", "fr-en"]


def git(repository, *arguments):
    folder = f"{CLONES}/{repository.replace('/', '+')}/repo"
    return subprocess.run(["git", "-C", folder, *arguments], capture_output=True)


def repository_file(repository, commit, path, name=None, unpack="none"):
    full = git(repository, "rev-parse", commit).stdout.decode().strip()
    assert len(full) == 40, (repository, commit)
    content = git(repository, "cat-file", "blob", f"{full}:{path}")
    if content.returncode == 0:
        checksum = "sha256:" + hashlib.sha256(content.stdout).hexdigest()
    else:
        listed = git(repository, "ls-tree", full, path).stdout.decode().split()
        checksum = "git-sha1:" + listed[2]
    return {
        "name": name or path.split("/")[-1],
        "url": f"https://raw.githubusercontent.com/{repository}/{full}/{path}",
        "checksum": checksum,
        "unpack": unpack,
    }


def corpus(name, title, task, languages, licence, source, files):
    return dict(name=name, title=title, task=task, languages=languages, licence=licence, source=source, files=files)


def multi30k():
    commit = "a3d2e0d26b56f3846f66a952536ffed4e401d05a"
    listed = git("multi30k/dataset", "ls-tree", "--name-only", commit, "data/task1/raw/").stdout.decode().split()
    return corpus(
        "multi30k", "Multi30k: captions in English, German, French and Czech, line by line parallel", "translation",
        ["en", "de", "fr", "cs"],
        "no licence is stated; the images' terms allow non-commercial research and education: ship no model trained on it",
        "https://github.com/multi30k/dataset",
        [repository_file("multi30k/dataset", commit, path) for path in listed if path.endswith(".gz")])


def tatoeba(language, repository, commit, path):
    return corpus(
        f"tatoeba-{language}-eng", f"Tatoeba sentence pairs, English and {language}, as packed by manythings.org",
        "translation", ["en", {"deu": "de", "fra": "fr"}[language]], "CC BY 2.0 FR", "https://tatoeba.org",
        [repository_file(repository, commit, path, unpack="zip")])


def iwslt17(pair):
    source, target = pair.split("-")
    return corpus(
        f"iwslt17-{pair}", f"IWSLT 2017 test sets of TED talks, {pair}", "translation", [source, target],
        "CC BY-NC-ND 4.0", "https://wit3.fbk.eu",
        [repository_file("hlt-mt/WIT3", "e43615b79232e9cc0fccc76d90fd1c658146d29d",
                         f"archive/2017-01-ted-test/texts/{source}/{target}/{pair}.tgz", unpack="tar-gz")])


def wmt(name, title, url, md5):
    return corpus(
        name, title, "translation", ["en", "de", "fr", "cs", "ru", "fi", "zh"], "free for research", "https://www.statmt.org",
        [{"name": url.split("/")[-1], "url": url, "checksum": "md5:" + md5, "unpack": "tar-gz"}])


def treebank(repository, commit, prefix, language, licence):
    short = repository.split("UD_")[1]
    return corpus(
        "ud-" + short.lower(), f"Universal Dependencies treebank {short}", "treebank", [language], licence,
        "https://universaldependencies.org",
        [repository_file(repository, commit, f"{prefix}-ud-{part}.conllu") for part in ("train", "dev", "test")])


CORPORA = [
    multi30k(),
    tatoeba("deu", "rioyshky/translation", "de48b7027f7318d77010a6e08ed928c10748c23d", "deu-eng.zip"),
    tatoeba("fra", "modelexlab/data", "adddaf33ac35572bcfeb421efec29435e7ea9332", "fra-eng.zip"),
    corpus("small-enja", "Small parallel corpus English and Japanese from the Tanaka corpus, tokenized", "translation",
           ["en", "ja"], "CC BY 2.0 FR", "https://github.com/odashi/small_parallel_enja",
           [repository_file("odashi/small_parallel_enja", "312408a11c5fbcbc09443bebb18121f7efdcd61e", f"{part}.{language}")
            for part in ("train", "dev", "test") for language in ("en", "ja")]),
    *[iwslt17(pair) for pair in PAIRS],
    wmt("wmt14", "WMT 2014 test sets, filtered", "https://statmt.org/wmt14/test-filtered.tgz", "84c597844c1542e29c2aff23aaee4310"),
    wmt("wmt14-full", "WMT 2014 test sets, full", "https://statmt.org/wmt14/test-full.tgz", "a8cd784e006feb32ac6f3d9ec7eb389a"),
    wmt("wmt16", "WMT 2016 test sets", "https://data.statmt.org/wmt16/translation-task/test.tgz", "3d809cd0c2c86adb2c67034d15c4e446"),
    wmt("wmt17", "WMT 2017 test sets", "https://data.statmt.org/wmt17/translation-task/test.tgz", "86a1724c276004aa25455ae2a04cef26"),
    wmt("wmt18", "WMT 2018 test sets", "https://data.statmt.org/wmt18/translation-task/test.tgz", "f996c245ecffea23d0006fa4c34e9064"),
    wmt("wmt19", "WMT 2019 test sets", "https://data.statmt.org/wmt19/translation-task/test.tgz", "84de7162d158e28403103b01aeefc39a"),
    treebank("UniversalDependencies/UD_English-EWT", "15d613d8447b3478787d4c278730a1e48a945efb", "en_ewt", "en", "CC BY-SA 4.0"),
    treebank("UniversalDependencies/UD_German-GSD", "297fcf350481058d0737a27f0f8fd03b2eadd67a", "de_gsd", "de", "CC BY-SA 4.0"),
    treebank("UniversalDependencies/UD_French-Sequoia", "f5b049600c89d2cf15ebbec860f75d703884d32b", "fr_sequoia", "fr", "LGPL-LR"),
    corpus("wnut17", "WNUT 2017: emerging entities in noisy text", "entities", ["en"], "CC BY 4.0",
           "https://github.com/leondz/emerging_entities_17",
           [repository_file("leondz/emerging_entities_17", "e52a2d2a71ac1a051ca2d532eef28653c5c02603", path, name)
            for path, name in (("wnut17train.conll", "train.conll"), ("emerging.dev.conll", "dev.conll"),
                               ("emerging.test.annotated", "test.conll"))]),
    corpus("uner-english-ewt", "Universal NER, English EWT: persons, places and organisations in IOB2", "entities", ["en"],
           "CC BY-SA 4.0", "https://www.universalner.org",
           [repository_file("UniversalNER/UNER_English-EWT", "8ed072de2fd24022cc62458997fe96a8fe191ea4", f"en_ewt-ud-{part}.iob2")
            for part in ("train", "dev", "test")]),
    corpus("tinyshakespeare", "Tiny Shakespeare: 40,000 lines for character models", "language-model", ["en"],
           "text in the public domain, repository MIT", "https://github.com/karpathy/char-rnn",
           [repository_file("karpathy/char-rnn", "6f9487a6fe5b420b7ca9afb0d7c078e37c1d1b4e", "data/tinyshakespeare/input.txt")]),
]

print(json.dumps({"corpora": CORPORA}, indent=2, ensure_ascii=False))
