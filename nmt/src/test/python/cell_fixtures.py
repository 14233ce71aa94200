"""Reference values for recurrent layers and for attention, computed by PyTorch.

Run as layer_fixtures.py, whose header describes the files:

    oracle/bin/python src/test/python/cell_fixtures.py src/test/resources/fixtures

Recurrent layers: nn.RNN, nn.LSTM and nn.GRU in two layers and both directions over packed sequences, from a given state, so that the
reference has no padding at all. PyTorch's two biases of RNN and LSTM are only ever added, so the first one is ours and the second one is 0.
Cells with layer norm are written out from Ba et al. 2016 with F.layer_norm. Attention: scores and windows are written out one query and one
source at a time, in loops and without any padding, from the equations in the papers.
"""

import math
import sys
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

import layer_fixtures
from layer_fixtures import Case

I, H, LAYERS, LENGTHS, S = 4, 3, 2, [3, 5, 2], 5
GATES = {"elman": 1, "lstm": 4, "gru": 3}


def names(cell):
    return ("weightInput", "weightHidden", "biasInput", "biasHidden") if cell == "gru" else ("weightInput", "weightHidden", "bias")


def shapes(cell, size, hidden, prefix=""):
    gates = GATES[cell]
    all_shapes = {"weightInput": (gates * hidden, size), "weightHidden": (gates * hidden, hidden)}
    return {f"{prefix}{name}": all_shapes.get(name, (gates * hidden,)) for name in names(cell)}


def theirs(p, cell, prefix, suffix):
    """PyTorch's parameters of a cell."""
    bias_input = p[f"{prefix}biasInput"] if cell == "gru" else p[f"{prefix}bias"]
    bias_hidden = p[f"{prefix}biasHidden"] if cell == "gru" else torch.zeros_like(bias_input)
    return {
        f"weight_ih{suffix}": p[f"{prefix}weightInput"],
        f"weight_hh{suffix}": p[f"{prefix}weightHidden"],
        f"bias_ih{suffix}": bias_input,
        f"bias_hh{suffix}": bias_hidden,
    }


def parts_side_by_side(state):
    """In (layers * 2, B, H) or a pair of them; out for each layer (B, 2H) or (B, 4H): outputs of both directions, then memories."""
    parts = state if isinstance(state, tuple) else (state,)
    return [torch.cat([part[2 * layer + way] for part in parts for way in (0, 1)], dim=-1) for layer in range(LAYERS)]


def stack(cell):
    case = Case(
        f"stack-{cell}",
        f"nn.{cell.upper() if cell != 'elman' else 'RNN'}, two layers, both directions, packed sequences, from a given state",
        inputSize=I, size=H, layers=LAYERS,
    )
    wanted = {}
    for layer in range(LAYERS):
        for way in ("forward", "backward"):
            wanted |= shapes(cell, 2 * H if layer else I, H, f"{layer}.{way}.")
    p = case.parameters_of(wanted)
    x = case.input("x", 3, S, I)
    mask = case.mask("mask", LENGTHS, S)
    memories = 2 if cell == "lstm" else 1
    starts = [case.input(f"start.{layer}", 3, 2 * H * memories) for layer in range(LAYERS)]
    chunks = [start.chunk(2 * memories, dim=1) for start in starts]
    parts = tuple(
        torch.stack([chunks[layer][2 * memory + way] for layer in range(LAYERS) for way in (0, 1)]) for memory in range(memories)
    )
    module = {"elman": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}[cell](I, H, num_layers=LAYERS, bidirectional=True, batch_first=True)
    weights = {}
    for layer in range(LAYERS):
        for way, suffix in (("forward", ""), ("backward", "_reverse")):
            weights |= theirs(p, cell, f"{layer}.{way}.", f"_l{layer}{suffix}")
    packed = pack_padded_sequence(x, torch.tensor(LENGTHS), batch_first=True, enforce_sorted=False)
    start = parts if cell == "lstm" else parts[0]
    output, last = torch.func.functional_call(module, weights, (packed, start))
    output, _ = pad_packed_sequence(output, batch_first=True, total_length=S)
    value = case.weigh("output", output, mask)
    for layer, state in enumerate(parts_side_by_side(last)):
        value = value + case.weigh(f"state.{layer}", state)
    case.differentiate(value, "sum(output * cotangent) + sums(state * cotangent)")
    return case


def norm(x, gain):
    return F.layer_norm(x, x.shape[-1:], weight=gain, eps=1e-5)


def normed_elman(p, x, state):
    return torch.tanh(norm(x @ p["weightInput"].T + state @ p["weightHidden"].T, p["norm.gain"]) + p["bias"])


def normed_lstm(p, x, state):
    h, c = state.chunk(2, dim=1)
    shares = norm(x @ p["weightInput"].T, p["inputNorm.gain"]) + norm(h @ p["weightHidden"].T, p["hiddenNorm.gain"])
    i, f, g, o = (shares + p["bias"]).chunk(4, dim=1)
    c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    h = torch.sigmoid(o) * torch.tanh(F.layer_norm(c, c.shape[-1:], p["memoryNorm.weight"], p["memoryNorm.bias"], 1e-5))
    return torch.cat([h, c], dim=1)


def normed_gru(p, x, h):
    def shares(product, which):
        gates = norm(product[:, : 2 * H], p[f"{which}Norm.gates.gain"])
        candidate = norm(product[:, 2 * H :], p[f"{which}Norm.candidate.gain"])
        return torch.cat([gates, candidate], dim=1) + p["biasInput" if which == "input" else "biasHidden"]

    xr, xz, xn = shares(x @ p["weightInput"].T, "input").chunk(3, dim=1)
    hr, hz, hn = shares(h @ p["weightHidden"].T, "hidden").chunk(3, dim=1)
    r, z = torch.sigmoid(xr + hr), torch.sigmoid(xz + hz)
    return (1 - z) * torch.tanh(xn + r * hn) + z * h


NORMS = {
    "elman": {"norm.gain": (H,)},
    "lstm": {"inputNorm.gain": (4 * H,), "hiddenNorm.gain": (4 * H,), "memoryNorm.weight": (H,), "memoryNorm.bias": (H,)},
    "gru": {
        "inputNorm.gates.gain": (2 * H,),
        "inputNorm.candidate.gain": (H,),
        "hiddenNorm.gates.gain": (2 * H,),
        "hiddenNorm.candidate.gain": (H,),
    },
}


def normed_cell(cell):
    case = Case(f"cell-normed-{cell}", "three steps of a cell with layer norm, Ba et al. 2016", inputSize=I, size=H)
    p = case.parameters_of({**shapes(cell, I, H), **NORMS[cell]})
    x, state = case.input("x", 2, 3, I), case.input("state", 2, H * (2 if cell == "lstm" else 1))
    step = {"elman": normed_elman, "lstm": normed_lstm, "gru": normed_gru}[cell]
    states, reached = [], state
    for t in range(3):
        reached = step(p, x[:, t], reached)
        states.append(reached)
    case.differentiate(case.weigh("output", torch.stack(states, dim=1)), "sum(output * cotangent)")
    return case


# Attention

N, K, Q, M, A, REACH, LONGEST = 3, 2, 6, 6, 5, 1, 7
SOURCES = [4, 2, 3]
POSITIONS = [0, 3]  # of the two queries to each source


def additive(p, q, m, place, covered):
    return p["energy.weight"][0] @ torch.tanh(p["query.weight"] @ q + p["key.weight"] @ m)


def covering(p, q, m, place, covered):
    inner = p["query.weight"] @ q + p["key.weight"] @ m + p["coverage.weight"][:, 0] * covered
    return p["energy.weight"][0] @ torch.tanh(inner)


def concat(p, q, m, place, covered):
    return p["energy.weight"][0] @ torch.tanh(p["weight"] @ torch.cat([q, m]))


def general(p, q, m, place, covered):
    return q @ p["weight"] @ m


def dot(p, q, m, place, covered):
    return q @ m


def scaled_dot(p, q, m, place, covered):
    return q @ m / math.sqrt(len(m))


def cosine(p, q, m, place, covered):
    return F.softplus(p["strength.weight"][0] @ q + p["strength.bias"][0]) * F.cosine_similarity(p["key.weight"] @ q, m, dim=0)


def location(p, q, m, place, covered):
    return p["weight"][place] @ q


SCORES = {
    "additive": (additive, {"query.weight": (A, Q), "key.weight": (A, M), "energy.weight": (1, A)}),
    "additive-coverage": (
        covering,
        {"query.weight": (A, Q), "key.weight": (A, M), "energy.weight": (1, A), "coverage.weight": (A, 1)},
    ),
    "concat": (concat, {"weight": (A, Q + M), "energy.weight": (1, A)}),
    "general": (general, {"weight": (Q, M)}),
    "dot": (dot, {}),
    "scaled-dot": (scaled_dot, {}),
    "cosine": (cosine, {"key.weight": (M, Q), "strength.weight": (1, Q), "strength.bias": (1,)}),
    "location": (location, {"weight": (LONGEST, Q)}),
}


def local_p_centre(p, q, length):
    return length * torch.sigmoid(p["window.energy.weight"][0] @ torch.tanh(p["window.weight"] @ q))


def weights(window, p, q, position, scores):
    """In the scores of a source's real positions, out their weights."""
    length = len(scores)
    if window == "global":
        return torch.softmax(scores, dim=0)
    centre = min(position, length - 1) if window == "local-m" else local_p_centre(p, q, length)
    seen = [s for s in range(length) if abs(s - float(centre)) <= REACH]
    result = torch.zeros(length)
    result[seen] = torch.softmax(scores[seen], dim=0)
    if window == "local-p":
        places = torch.arange(length)
        result = result * torch.exp(-((places - centre) ** 2) / (2 * (REACH / 2) ** 2))
    return result


def attention(name, window):
    score, wanted = SCORES[name]
    if window == "local-p":
        wanted = {**wanted, "window.weight": (Q, Q), "window.energy.weight": (1, Q)}
    case = Case(f"attention-{name}-{window}", "one query and one source at a time", querySize=Q, stateSize=M, size=A, reach=REACH)
    p = case.parameters_of(wanted)
    query, memory = case.input("query", N, K, Q), case.input("memory", N, max(SOURCES), M)
    mask = case.mask("memoryMask", SOURCES, max(SOURCES))
    covered = case.input("coverage", N, K, max(SOURCES)) if name == "additive-coverage" else torch.zeros(N, K, max(SOURCES))
    contexts, rows = [], []
    for n, length in enumerate(SOURCES):
        for k, position in enumerate(POSITIONS):
            q = query[n, k]
            scores = torch.stack([score(p, q, memory[n, s], s, covered[n, k, s]) for s in range(length)])
            w = weights(window, p, q, position, scores)
            contexts.append(w @ memory[n, :length])
            rows.append(F.pad(w, (0, max(SOURCES) - length)))
    case.outputs["weights"] = torch.stack(rows).reshape(N, K, -1)
    case.differentiate(case.weigh("context", torch.stack(contexts).reshape(N, K, M)), "sum(context * cotangent)")
    return case


def all_cases():
    for cell in GATES:
        yield stack(cell)
        yield normed_cell(cell)
    for name in SCORES:
        for window in ("global", "local-m", "local-p"):
            yield attention(name, window)


if __name__ == "__main__":
    torch.set_default_dtype(torch.float64)
    made_by_layers = layer_fixtures.versions
    layer_fixtures.versions = lambda: {**made_by_layers(), "script": "nmt/src/test/python/cell_fixtures.py"}
    for made in all_cases():
        made.write(Path(sys.argv[1]))
