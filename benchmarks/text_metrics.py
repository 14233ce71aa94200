"""Compares the CPU time of `dragoman score` with that of sacreBLEU: BLEU, chrF and TER of the WMT17 systems, on one core.

    python benchmarks/text_metrics.py DATA [ROUNDS]

DATA is a folder with newstest2017.ref.de and the systems' outputs (newstest2017.*.en-de.txt); sacrebleu is imported from the Python that runs
this. Each round runs both, one after the other, in whole processes from a cold start; user and system time of the process are added.
Scores are compared, too. The launcher must have been built (mvn package).
"""

import glob
import importlib.metadata
import json
import os
import platform
import resource
import statistics
import subprocess
import sys

DATA = sys.argv[1]
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
REFERENCE = os.path.join(DATA, "newstest2017.ref.de")
SYSTEMS = sorted(glob.glob(os.path.join(DATA, "newstest2017.*.en-de.txt")))


def timed(command, environment):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    out = subprocess.run(["taskset", "-c", "0", *command], env=environment, stdout=subprocess.PIPE, check=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, out


def peer():
    command = [sys.executable, "-m", "sacrebleu", REFERENCE, "-i", *SYSTEMS, "-m", "bleu", "chrf", "ter", "--format", "json", "-w", "8"]
    seconds, out = timed(command, dict(os.environ))
    scores = [[float(row[name]["score"] if isinstance(row[name], dict) else row[name]) for name in ("BLEU", "chrF2", "TER")]
              for row in json.loads(out)]
    return seconds, scores


def ours():
    first, *others = SYSTEMS
    command = [os.path.join(ROOT, "dragoman"), "score", first, "--reference", REFERENCE, "--metrics", "bleu,chrf,ter", "--test", "none", "--json"]
    for other in others:
        command += ["--compare", other]
    seconds, out = timed(command, dict(os.environ))
    return seconds, [[score["score"]["value"] for score in system["scores"]] for system in json.loads(out)["systems"]]


def main():
    times = {"sacreBLEU": [], "dragoman": []}
    for _ in range(ROUNDS):
        seconds, expected = peer()
        times["sacreBLEU"].append(seconds)
        seconds, scores = ours()
        times["dragoman"].append(seconds)
    java = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True).stderr.splitlines()[0]
    print(f"sacreBLEU {importlib.metadata.version('sacrebleu')} on Python {platform.python_version()}; {java};",
          f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, each run on one")
    print(len(SYSTEMS), "systems,", ROUNDS, "rounds, CPU seconds:")
    for name, seconds in times.items():
        print(f"  {name:10} median {statistics.median(seconds):7.2f}   all {' '.join(f'{s:.2f}' for s in seconds)}")
    print(f"  ratio of the medians {statistics.median(times['sacreBLEU']) / statistics.median(times['dragoman']):.1f}")
    difference = max(abs(a - b) for e, s in zip(expected, scores) for a, b in zip(e, s))
    print(f"  largest difference of a score {difference:.1e} (the peer prints 8 digits)")


main()
