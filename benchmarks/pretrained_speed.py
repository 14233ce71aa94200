"""Compares `dragoman` with Hugging Face transformers and CTranslate2 on one model of the OPUS-MT base shape: loading, memory and speed of the search.

    python benchmarks/pretrained_speed.py TOKENIZER LINES [ROUNDS]

TOKENIZER is a directory of such a model with config.json, vocab.json and the .spm files; its weights are not needed: random ones are drawn here, with the
end marker made impossible, so that every program writes exactly TOKENS tokens for each line. LINES is a text of one sentence a line, of which a few are taken.
All read the same batches, in which lengths are similar, search greedily and with a beam of 4, after a batch for each thread that isn't timed; splitting into pieces is
not timed either. Each round runs the three one after the other, on one thread and on two, in a process of its own. Two threads are two batches at once for ours and
CTranslate2, and two threads an operation for transformers, as each of them recommends or does by default.

The benchmarks must have been built (benchmarks/jmh -l does it). Needs torch, transformers, sentencepiece and ctranslate2.
"""

import importlib.metadata
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

BATCH = 16
BATCHES = 2
TOKENS = 32
WIDTHS = (1, 4)
THREADS = (1, 2)
HERE = os.path.dirname(os.path.abspath(__file__))


def make(tokenizer, folder):
    """A model with random weights; its end marker has no probability."""
    import torch
    from transformers import MarianConfig, MarianMTModel

    for name in os.listdir(tokenizer):
        shutil.copyfile(os.path.join(tokenizer, name), os.path.join(folder, name))
    config = MarianConfig.from_pretrained(tokenizer)
    model = MarianMTModel(config)
    generator = torch.Generator().manual_seed(2)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "embed_positions" in name:
                continue
            deviation = 0.06 if parameter.dim() > 1 else 0.1
            mean = 1 if "norm.weight" in name else 0
            parameter.copy_(mean + torch.randn(parameter.shape, generator=generator) * deviation)
        model.model.shared.weight[config.pad_token_id] = 0
        model.final_logits_bias[0, config.eos_token_id] = -1e9
    model.save_pretrained(folder)
    os.remove(os.path.join(folder, "generation_config.json"))
    shutil.copyfile(os.path.join(tokenizer, "config.json"), os.path.join(folder, "config.json"))
    return sum(parameter.numel() for name, parameter in model.named_parameters() if "embed_positions" not in name)


def memory(key):
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) * 1.024 / 1000 for line in status if line.startswith(key + ":"))


def timed(work):
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return result, time.perf_counter() - wall, time.process_time() - cpu


def measure(load, search, batches, threads):
    """Prints what was measured of a peer as PretrainedSpeed does of ours; search(model, batches, width) returns ids."""
    before = memory("VmRSS")
    model, load_wall, load_cpu = timed(load)
    peak = memory("VmHWM")
    runs = []
    search(model, batches[:threads], 1)
    for width in WIDTHS:
        ids, wall, cpu = timed(lambda: search(model, batches, width))
        runs.append({"beam": width, "wall": wall, "cpu": cpu, "ids": ids})
    print(json.dumps({"load": load_wall, "loadCpu": load_cpu, "before": before, "peak": peak, "peakOfAll": memory("VmHWM"), "runs": runs}))


def read_batches(path):
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    return [lines[start:start + BATCH] for start in range(0, len(lines), BATCH)]


def transformers_worker(folder, lines, threads):
    import torch
    from transformers import MarianMTModel, MarianTokenizer

    torch.set_num_threads(threads)
    tokenizer = MarianTokenizer.from_pretrained(folder)
    batches = [tokenizer(batch, return_tensors="pt", padding=True) for batch in read_batches(lines)]

    def search(model, batches, width):
        ids = []
        with torch.inference_mode():
            for batch in batches:
                found = model.generate(**batch, num_beams=width, do_sample=False, max_new_tokens=TOKENS)
                ids += [row[1:] for row in found.tolist()]
        return ids

    measure(lambda: MarianMTModel.from_pretrained(folder).eval(), search, batches, 1)


def ctranslate2_worker(folder, lines, threads):
    import ctranslate2
    from transformers import MarianTokenizer

    tokenizer = MarianTokenizer.from_pretrained(folder)
    batches = [[tokenizer.convert_ids_to_tokens(tokenizer.encode(line)) for line in batch] for batch in read_batches(lines)]

    def search(model, batches, width):
        pieces = [line for batch in batches for line in batch]
        found = model.translate_batch(pieces, max_batch_size=BATCH, beam_size=width, max_decoding_length=TOKENS)
        return [tokenizer.convert_tokens_to_ids(result.hypotheses[0]) for result in found]

    def load():
        return ctranslate2.Translator(folder + "-ct2", compute_type="float32", inter_threads=threads, intra_threads=1)

    measure(load, search, batches, threads)


def ours_command(folder, lines, threads):
    with open(os.path.join(HERE, "target", "classpath.txt"), encoding="utf-8") as file:
        classpath = os.path.join(HERE, "target", "classes") + ":" + file.read().strip()
    return ["java", "-Xmx1g", "-XX:+UseSerialGC", "-Ddragoman.threads=1", "-cp", classpath, "org.dragoman.benchmarks.PretrainedSpeed",
            folder, lines, str(BATCH), str(TOKENS), str(threads)]


def peer_command(name):
    return lambda folder, lines, threads: [sys.executable, os.path.abspath(__file__), "--peer", name, folder, lines, str(threads)]


PEERS = {"transformers": transformers_worker, "ctranslate2": ctranslate2_worker}
PROGRAMS = {"dragoman": ours_command, "transformers": peer_command("transformers"), "ctranslate2": peer_command("ctranslate2")}


def run(command, threads):
    environment = dict(os.environ, OMP_NUM_THREADS="1" if "java" in command[0] else str(threads), GOMP_SPINCOUNT="20000", HF_HUB_OFFLINE="1")
    out = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True, text=True).stdout
    return json.loads(out.splitlines()[-1])


def chosen_lines(path, tokenizer):
    """Lines of similar lengths together."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()[:BATCH * BATCHES]
    return sorted(lines, key=lambda line: -len(tokenizer.encode(line)))


def agreeing(ids, expected):
    """Lines that are equal but for the last token, which transformers and ours force to be the end marker, and ours doesn't return."""
    return sum(found[:TOKENS - 1] == wanted[:TOKENS - 1] for found, wanted in zip(ids, expected))


def print_table(results, parameters):
    weights = parameters * 4 / 1e6
    print(f"\nloading (medians; the weights are {weights:.0f} MB as floats)")
    print(f"  {'':14}{'seconds':>10}{'CPU s':>10}{'before, MB':>12}{'peak, MB':>10}{'(peak - before) / weights':>28}")
    for name in PROGRAMS:
        runs = results[name, 1]
        load, cpu, before, peak = (statistics.median(run[key] for run in runs) for key in ("load", "loadCpu", "before", "peak"))
        print(f"  {name:14}{load:10.2f}{cpu:10.2f}{before:12.0f}{peak:10.0f}{(peak - before) / weights:28.2f}")
    for threads in THREADS:
        for place, width in enumerate(WIDTHS):
            print(f"\nbeam {width}, {threads} thread{'s' * (threads > 1)}: tokens of the target a CPU second (all rounds), a second on the clock, memory's peak in MB")
            for name in PROGRAMS:
                runs = [run["runs"][place] for run in results[name, threads]]
                tokens = len(runs[0]["ids"]) * TOKENS
                rates = [tokens / run["cpu"] for run in runs]
                wall = statistics.median(tokens / run["wall"] for run in runs)
                same = agreeing(runs[0]["ids"], results["transformers", threads][0]["runs"][place]["ids"])
                peak = statistics.median(run["peakOfAll"] for run in results[name, threads])
                print(f"  {name:14}{statistics.median(rates):8.0f}   ({' '.join(f'{rate:.0f}' for rate in rates)}){wall:8.0f}{peak:8.0f}",
                      f"  {same} of {len(runs[0]['ids'])} lines as transformers")


def main():
    from ctranslate2.converters import TransformersConverter
    from transformers import MarianTokenizer

    source, text = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    with tempfile.TemporaryDirectory() as place:
        folder = os.path.join(place, "opus-mt-random")
        os.mkdir(folder)
        parameters = make(source, folder)
        TransformersConverter(folder).convert(folder + "-ct2")
        lines = os.path.join(place, "lines")
        with open(lines, "w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in chosen_lines(text, MarianTokenizer.from_pretrained(folder)))
        results = {}
        for _ in range(rounds):
            for threads in THREADS:
                for name, command in PROGRAMS.items():
                    measured = run(command(folder, lines, threads), threads)
                    results.setdefault((name, threads), []).append(measured)
                    print(name, threads, [(one["beam"], round(one["cpu"], 2)) for one in measured["runs"]], file=sys.stderr)
    java = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True).stderr.splitlines()[0]
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("torch", "transformers", "ctranslate2"))
    print(f"{versions} on Python {platform.python_version()}; {java}; {platform.system()} {platform.machine()}, {os.cpu_count()} processors,",
          f"load average {os.getloadavg()[0]:.1f} at the end")
    print(f"{parameters:,} parameters, {BATCH * BATCHES} lines in batches of {BATCH}, {TOKENS} tokens each, {rounds} rounds")
    print_table(results, parameters)


if sys.argv[1:2] == ["--peer"]:
    PEERS[sys.argv[2]](sys.argv[3], sys.argv[4], int(sys.argv[5]))
else:
    main()
