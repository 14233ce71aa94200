"""Reference values for the recurrent encoder-decoder, computed by PyTorch's own modules.

Run as layer_fixtures.py, whose header describes the files:

    oracle/bin/python src/test/python/recurrent_fixtures.py src/test/resources/fixtures

Each sentence is computed alone, without any padding: the reference knows neither masks nor batches. The inputs have ids at padding,
which must not matter.
"""

import sys
from pathlib import Path

import torch
from torch import nn

import layer_fixtures
from layer_fixtures import Case, gru_shapes

E, ENCODER, H, A, LAYERS, SOURCE, TARGET = 4, 3, 5, 6, 2, 7, 8
M = 2 * ENCODER
LENGTHS, S, T = [3, 5, 2], 5, 4


def model_shapes():
    shapes = {"targetEmbedding.weight": (TARGET, E), "sourceEmbedding.weight": (SOURCE, E), "output.weight": (TARGET, E)}
    for layer in range(LAYERS):
        for direction in ("forward", "backward"):
            shapes |= gru_shapes(M if layer else E, ENCODER, f"encoder.layers.{layer}.{direction}.")
    shapes |= {"decoder.bridge.weight": (H, ENCODER), "decoder.bridge.bias": (H,)}
    shapes |= {"decoder.attention.query.weight": (A, H), "decoder.attention.key.weight": (A, M)}
    shapes |= {"decoder.attention.energy.weight": (1, A)}
    shapes |= gru_shapes(E + M, H, "decoder.cell.")
    return shapes | {"decoder.readout.weight": (E, H + E + M), "decoder.readout.bias": (E,)}


def with_weights(module, names, parameters, **arguments):
    return torch.func.functional_call(module, {theirs: parameters[ours] for theirs, ours in names.items()}, **arguments)


def encode(p, ids):
    """In (length), out states (length, M) and the backward state of the top layer after it has read everything (ENCODER)."""
    theirs, ours = ("weight_ih", "weight_hh", "bias_ih", "bias_hh"), ("weightInput", "weightHidden", "biasInput", "biasHidden")
    names = {
        f"{their}_l{layer}{suffix}": f"encoder.layers.{layer}.{direction}.{our}"
        for layer in range(LAYERS)
        for direction, suffix in (("forward", ""), ("backward", "_reverse"))
        for their, our in zip(theirs, ours)
    }
    module = nn.GRU(E, ENCODER, num_layers=LAYERS, bidirectional=True)
    states, last = with_weights(module, names, p, args=(p["sourceEmbedding.weight"][ids],))
    return states, last[-1]


def cell(p, x, state):
    names = {
        "weight_ih": "decoder.cell.weightInput",
        "weight_hh": "decoder.cell.weightHidden",
        "bias_ih": "decoder.cell.biasInput",
        "bias_hh": "decoder.cell.biasHidden",
    }
    return with_weights(nn.GRUCell(E + M, H), names, p, args=(x, state))


def decode(p, states, last, ids):
    """Out logits (T, TARGET) and attention weights (T, length)."""
    state = torch.tanh(p["decoder.bridge.weight"] @ last + p["decoder.bridge.bias"])
    logits, attention = [], []
    for word in p["targetEmbedding.weight"][ids]:
        summed = p["decoder.attention.query.weight"] @ state + states @ p["decoder.attention.key.weight"].T
        weights = (torch.tanh(summed) @ p["decoder.attention.energy.weight"][0]).softmax(dim=0)
        context = weights @ states
        state = cell(p, torch.cat([word, context]), state)
        read = p["decoder.readout.weight"] @ torch.cat([state, word, context]) + p["decoder.readout.bias"]
        logits.append(p["output.weight"] @ torch.tanh(read))
        attention.append(weights)
    return torch.stack(logits), torch.stack(attention)


def recurrent():
    case = Case(
        "recurrent",
        "Bahdanau et al. 2015 with nn.GRU (two layers, both directions) and nn.GRUCell, one sentence at a time; attention (B, T, S)",
        embeddingSize=E, encoderSize=ENCODER, decoderSize=H, attentionSize=A, encoderLayers=LAYERS,
        sourceVocabulary=SOURCE, targetVocabulary=TARGET,
    )
    p = case.parameters_of(model_shapes())
    source = torch.tensor([[4, 6, 3, 5, 1], [5, 4, 2, 6, 3], [6, 3, 4, 4, 5]])
    target = torch.tensor([[2, 4, 7, 5], [2, 6, 1, 4], [2, 0, 3, 7]])
    case.inputs["source"], case.inputs["target"] = source, target
    case.mask("mask", LENGTHS, S)
    decoded = [decode(p, *encode(p, ids[:length]), wanted) for ids, length, wanted in zip(source, LENGTHS, target)]
    case.outputs["attention"] = torch.stack([nn.functional.pad(weights, (0, S - weights.shape[1])) for _, weights in decoded])
    case.differentiate(case.weigh("logits", torch.stack([logits for logits, _ in decoded])), "sum(logits * cotangent)")
    return case


if __name__ == "__main__":
    torch.set_default_dtype(torch.float64)
    made_by_layers = layer_fixtures.versions
    layer_fixtures.versions = lambda: {**made_by_layers(), "script": "nmt/src/test/python/recurrent_fixtures.py"}
    recurrent().write(Path(sys.argv[1]))
