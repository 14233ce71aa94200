"""Reference values for the neural layers, computed by PyTorch's own modules.

Run, from the folder of this module (nmt):

    python -m venv oracle && oracle/bin/pip install torch==2.7.1 numpy==2.4.6
    oracle/bin/python src/test/python/layer_fixtures.py src/test/resources/fixtures

The files in the repository were made with Python 3.11, PyTorch 2.7.1 and NumPy 2.4.6, on the CPU; each file names its versions.
A second run writes the same bytes.

Every file is one case:

    name, about, objective      what it is, and the scalar whose gradients are given
    madeWith                    versions
    config                      sizes and settings
    parameters, inputs, cotangents, outputs, gradients
                                tensors by name, each {"shape": [...], "data": [...]}, row by row
    (the gradients of a large case are in a second file, <name>-gradients.json)

Parameters and inputs are float32 numbers with few decimals, none of them zero (and no weight of a norm is one); inputs have such
values at padding too, so that a leak shows. The arithmetic is done in float64 and rounded to float32 at the end: the reference has no
rounding errors that a float32 layer could be blamed for. Gradients below 1e-12 are written as zero. A mask is 1 at a token and 0 at
padding, which is at the end of a row. Cotangents are zero at the padding of the queries, so no gradient depends on what a layer puts
there; outputs there are what PyTorch gives, which need not matter to anyone.

Tensors are batch first: B batch, S source length, T target length, d model size. A linear layer is y = x W^T + b with W (out, in).
"""

import json
import math
import platform
import random
import sys
from pathlib import Path

import numpy
import torch
import torch.nn.functional as F
from torch import nn
from torch.func import functional_call
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

LARGEST_FILE = 60_000  # bytes
NOISE = 1e-12
PADDING, BEGIN, END, FIRST_WORD = 0, 2, 3, 4
ACTIVATIONS = {"relu": F.relu, "gelu": F.gelu, "silu": F.silu}


class Case:
    """Collects the tensors of one file; its name is the seed."""

    def __init__(self, name, about, **config):
        self.name, self.about, self.config = name, about, config
        self.random = random.Random(name)
        self.objective = ""
        self.parameters, self.inputs, self.cotangents, self.outputs, self.gradients = {}, {}, {}, {}, {}

    def draw(self, *shape, mean=0.0, spread=0.5):
        """A leaf with float32 values of three decimals, none of them 0 or 1."""
        values = [self._draw_one(mean, spread) for _ in range(math.prod(shape))]
        exact = torch.tensor(values, dtype=torch.float32).double()
        return exact.reshape(shape).requires_grad_()

    def _draw_one(self, mean, spread):
        value = round(self.random.gauss(mean, spread), 3)
        return value if value not in (0.0, 1.0) else self._draw_one(mean, spread)

    def parameter(self, name, *shape, spread=0.5):
        is_scale = name.lower().endswith("norm.weight")
        self.parameters[name] = self.draw(*shape, mean=1.0 if is_scale else 0.0, spread=0.3 if is_scale else spread)
        return self.parameters[name]

    def parameters_of(self, shapes, spread=0.5):
        return {name: self.parameter(name, *shape, spread=spread) for name, shape in shapes.items()}

    def input(self, name, *shape, spread=1.0):
        self.inputs[name] = self.draw(*shape, spread=spread)
        return self.inputs[name]

    def mask(self, name, lengths, width):
        """1 at a token, 0 at padding: (len(lengths), width)."""
        self.inputs[name] = (torch.arange(width) < torch.tensor(lengths).unsqueeze(1)).long()
        return self.inputs[name]

    def weigh(self, name, output, mask=None):
        """Records an output and adds sum(output * cotangent) to the objective."""
        cotangent = self.draw(*output.shape, spread=1.0).detach()
        if mask is not None:
            cotangent = cotangent * mask.reshape(mask.shape + (1,) * (output.dim() - mask.dim()))
        self.cotangents[name], self.outputs[name] = cotangent, output
        return (output * cotangent).sum()

    def differentiate(self, value, objective, **inner):
        """Gradients of value with respect to all parameters, float inputs and the inner tensors."""
        self.objective = objective
        floats = {name: tensor for name, tensor in self.inputs.items() if tensor.requires_grad}
        wanted = {**self.parameters, **floats, **inner}
        self.gradients = gradients(value, wanted)

    def write(self, folder):
        self._check()
        if len(self._text()) < LARGEST_FILE:
            return self._write(folder)
        apart = Case(f"{self.name}-gradients", f"the gradients of {self.name}", **self.config)
        apart.objective, apart.gradients, self.gradients = self.objective, self.gradients, {}
        for case in (self, apart):
            case._write(folder)

    def _write(self, folder):
        text = self._text()
        assert len(text) < LARGEST_FILE, f"{self.name} has {len(text)} bytes, expected fewer than {LARGEST_FILE}"
        (folder / f"{self.name}.json").write_text(text, encoding="ascii")

    def _text(self):
        fields = {"name": self.name, "about": self.about, "objective": self.objective, "madeWith": versions()}
        lines = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in fields.items()]
        lines.append(f' "config": {json.dumps(self.config)}')
        for section in ("parameters", "inputs", "cotangents", "outputs", "gradients"):
            tensors = [f"  {json.dumps(name)}: {tensor_json(tensor)}" for name, tensor in getattr(self, section).items()]
            lines.append(f' "{section}": {{\n' + ",\n".join(tensors) + "\n }" if tensors else f' "{section}": {{}}')
        return "{\n" + ",\n".join(lines) + "\n}\n"

    def _check(self):
        for name, tensor in {**self.parameters, **self.outputs, **self.gradients}.items():
            assert torch.isfinite(tensor).all(), f"{self.name}: {name} is not finite"
        for name, tensor in self.gradients.items():
            assert tensor.abs().max() > 1e-4, f"{self.name}: {name} has no gradient, so the module doesn't use it"


def gradients(value, wanted):
    return dict(zip(wanted, map(without_noise, torch.autograd.grad(value, list(wanted.values())))))


def versions():
    return {
        "script": "nmt/src/test/python/layer_fixtures.py",
        "python": ".".join(platform.python_version_tuple()[:2]),
        "torch": torch.__version__.split("+")[0],
        "numpy": numpy.__version__,
    }


def tensor_json(tensor):
    values = tensor.detach().flatten().tolist()
    data = ",".join(str(value) if isinstance(value, int) else float32(value) for value in values)
    return f'{{"shape": {json.dumps(list(tensor.shape))}, "data": [{data}]}}'


def float32(value):
    """The shortest decimal that a reader of float32 takes for the nearest float32; without a negative zero."""
    return str(numpy.float32(value) + numpy.float32(0))


def without_noise(gradient):
    """Zero where only rounding errors are left, as for the bias of the keys, which softmax ignores."""
    return torch.where(gradient.abs() > NOISE, gradient, 0.0)


def blocked(mask):
    """PyTorch's sense of a padding mask: true where attention must not look."""
    return mask == 0


def future(size):
    """True where the column (key) comes after the row (query)."""
    return torch.ones(size, size).triu(diagonal=1).bool()


# 1. Linear, layer norm, feed-forward


def linear():
    case = Case("linear", "y = x W^T + b", inputSize=4, outputSize=3)
    layer = case.parameters_of({"weight": (3, 4), "bias": (3,)})
    output = functional_call(nn.Linear(4, 3), layer, case.input("x", 2, 5, 4))
    case.differentiate(case.weigh("output", output), "sum(output * cotangent)")
    return case


def layer_norm(epsilon):
    case = Case(f"layer-norm-{epsilon:.0e}".replace("e-0", "e-"), "nn.LayerNorm over the last dimension", size=6, epsilon=epsilon)
    x = case.input("x", 2, 5, 6)
    with torch.no_grad():  # a row whose variance is so small that the place and size of epsilon matter
        x[1, 2] = (0.004 * x[1, 2]).float().double()
    case.parameters = {"weight": case.draw(6, mean=1.0, spread=0.3), "bias": case.draw(6)}
    output = functional_call(nn.LayerNorm(6, eps=epsilon), case.parameters, x)
    case.differentiate(case.weigh("output", output), "sum(output * cotangent)")
    return case


def feed_forward(activation):
    case = Case(f"feed-forward-{activation}", f"outer({activation}(inner(x)))", size=6, innerSize=7, activation=activation)
    p = case.parameters_of({"inner.weight": (7, 6), "inner.bias": (7,), "outer.weight": (6, 7), "outer.bias": (6,)})
    x = case.input("x", 2, 5, 6)
    inner = F.linear(x, p["inner.weight"], p["inner.bias"])
    output = F.linear(ACTIVATIONS[activation](inner), p["outer.weight"], p["outer.bias"])
    case.differentiate(case.weigh("output", output), "sum(output * cotangent)")
    return case


# 2. Multi-head attention


def self_shapes(d, prefix=""):
    return {
        f"{prefix}qkv.weight": (3 * d, d),
        f"{prefix}qkv.bias": (3 * d,),
        f"{prefix}output.weight": (d, d),
        f"{prefix}output.bias": (d,),
    }


def cross_shapes(d, prefix=""):
    return {
        f"{prefix}query.weight": (d, d),
        f"{prefix}query.bias": (d,),
        f"{prefix}keyValue.weight": (2 * d, d),
        f"{prefix}keyValue.bias": (2 * d,),
        f"{prefix}output.weight": (d, d),
        f"{prefix}output.bias": (d,),
    }


def torch_self(p, ours="", torchs=""):
    """Our parameters of self attention under the names of nn.MultiheadAttention."""
    return {
        f"{torchs}in_proj_weight": p[f"{ours}qkv.weight"],
        f"{torchs}in_proj_bias": p[f"{ours}qkv.bias"],
        f"{torchs}out_proj.weight": p[f"{ours}output.weight"],
        f"{torchs}out_proj.bias": p[f"{ours}output.bias"],
    }


def torch_cross(p, ours="", torchs=""):
    """Our parameters of attention to a memory under the names of nn.MultiheadAttention, which packs query, key and value."""
    return {
        f"{torchs}in_proj_weight": torch.cat([p[f"{ours}query.weight"], p[f"{ours}keyValue.weight"]]),
        f"{torchs}in_proj_bias": torch.cat([p[f"{ours}query.bias"], p[f"{ours}keyValue.bias"]]),
        f"{torchs}out_proj.weight": p[f"{ours}output.weight"],
        f"{torchs}out_proj.bias": p[f"{ours}output.bias"],
    }


def attend(d, heads, parameters, query, memory, **masks):
    """Output (B, T, d) and weights (B, heads, T, S)."""
    module = nn.MultiheadAttention(d, heads, batch_first=True).double()
    return functional_call(module, parameters, (query, memory, memory), dict(average_attn_weights=False, **masks))


def self_attention_padding():
    case = Case("attention-self-padding", "self attention, padding masked", size=6, heads=3)
    p = case.parameters_of(self_shapes(6))
    x, mask = case.input("x", 3, 5, 6), case.mask("mask", [3, 5, 1], 5)
    output, case.outputs["weights"] = attend(6, 3, torch_self(p), x, x, key_padding_mask=blocked(mask))
    case.differentiate(case.weigh("output", output, mask), "sum(output * cotangent)")
    return case


def self_attention_causal():
    case = Case("attention-self-causal", "self attention, a position sees itself and those before it", size=6, heads=2)
    p = case.parameters_of(self_shapes(6))
    x = case.input("x", 2, 5, 6)
    output, case.outputs["weights"] = attend(6, 2, torch_self(p), x, x, attn_mask=future(5))
    case.differentiate(case.weigh("output", output), "sum(output * cotangent)")
    return case


def cross_attention():
    case = Case("attention-cross-padding", "attention to a memory, its padding masked", size=6, heads=2)
    p = case.parameters_of(cross_shapes(6))
    x, memory, mask = case.input("x", 3, 4, 6), case.input("memory", 3, 5, 6), case.mask("memoryMask", [4, 2, 5], 5)
    output, case.outputs["weights"] = attend(6, 2, torch_cross(p), x, memory, key_padding_mask=blocked(mask))
    case.differentiate(case.weigh("output", output), "sum(output * cotangent)")
    return case


# 3. Transformer layers


def norm_shapes(d, *names):
    return {f"{name}.{part}": (d,) for name in names for part in ("weight", "bias")}


def feed_forward_shapes(d, inner):
    return {
        "feedForward.inner.weight": (inner, d),
        "feedForward.inner.bias": (inner,),
        "feedForward.outer.weight": (d, inner),
        "feedForward.outer.bias": (d,),
    }


def encoder_layer_shapes(d, inner):
    norms = norm_shapes(d, "selfAttentionNorm", "feedForwardNorm")
    return {**self_shapes(d, "selfAttention."), **feed_forward_shapes(d, inner), **norms}


def decoder_layer_shapes(d, inner):
    attentions = {**self_shapes(d, "selfAttention."), **cross_shapes(d, "crossAttention.")}
    norms = norm_shapes(d, "selfAttentionNorm", "crossAttentionNorm", "feedForwardNorm")
    return {**attentions, **feed_forward_shapes(d, inner), **norms}


def torch_parts(p, ours, torchs, names):
    return {
        f"{torchs}{theirs}.{part}": p[f"{ours}{name}.{part}"] for theirs, name in names.items() for part in ("weight", "bias")
    }


def torch_encoder_layer(p, ours="", torchs=""):
    names = {
        "linear1": "feedForward.inner",
        "linear2": "feedForward.outer",
        "norm1": "selfAttentionNorm",
        "norm2": "feedForwardNorm",
    }
    attention = torch_self(p, f"{ours}selfAttention.", f"{torchs}self_attn.")
    return {**attention, **torch_parts(p, ours, torchs, names)}


def torch_decoder_layer(p, ours="", torchs=""):
    names = {
        "linear1": "feedForward.inner",
        "linear2": "feedForward.outer",
        "norm1": "selfAttentionNorm",
        "norm2": "crossAttentionNorm",
        "norm3": "feedForwardNorm",
    }
    self_attention = torch_self(p, f"{ours}selfAttention.", f"{torchs}self_attn.")
    cross_attention = torch_cross(p, f"{ours}crossAttention.", f"{torchs}multihead_attn.")
    return {**self_attention, **cross_attention, **torch_parts(p, ours, torchs, names)}


def torch_layer(kind, d, heads, inner, activation, pre_norm):
    return kind(d, heads, inner, dropout=0.0, activation=ACTIVATIONS[activation], batch_first=True, norm_first=pre_norm).double()


def layer_config(heads, activation, pre_norm):
    return dict(size=6, heads=heads, innerSize=7, activation=activation, preNorm=pre_norm, epsilon=1e-5)


def encoder_layer(pre_norm, activation):
    name = f"encoder-layer-{'pre' if pre_norm else 'post'}-norm-{activation}"
    case = Case(name, "nn.TransformerEncoderLayer", **layer_config(3, activation, pre_norm))
    p = case.parameters_of(encoder_layer_shapes(6, 7))
    x, mask = case.input("x", 3, 5, 6), case.mask("mask", [4, 5, 2], 5)
    module = torch_layer(nn.TransformerEncoderLayer, 6, 3, 7, activation, pre_norm)
    output = functional_call(module, torch_encoder_layer(p), (x,), dict(src_key_padding_mask=blocked(mask)))
    case.differentiate(case.weigh("output", output, mask), "sum(output * cotangent)")
    return case


def decoder_layer(pre_norm, activation):
    name = f"decoder-layer-{'pre' if pre_norm else 'post'}-norm-{activation}"
    case = Case(name, "nn.TransformerDecoderLayer, causal", **layer_config(2, activation, pre_norm))
    p = case.parameters_of(decoder_layer_shapes(6, 7))
    x, mask = case.input("x", 3, 4, 6), case.mask("mask", [4, 2, 3], 4)
    memory, memory_mask = case.input("memory", 3, 5, 6), case.mask("memoryMask", [3, 5, 4], 5)
    module = torch_layer(nn.TransformerDecoderLayer, 6, 2, 7, activation, pre_norm)
    masks = dict(
        tgt_mask=future(4), tgt_key_padding_mask=blocked(mask), memory_key_padding_mask=blocked(memory_mask)
    )
    output = functional_call(module, torch_decoder_layer(p), (x, memory), masks)
    case.differentiate(case.weigh("output", output, mask), "sum(output * cotangent)")
    return case


# 4. Sinusoidal positions


def paper_angle(position, pair, d):
    """Vaswani et al. 2017, section 3.5: pos / 10000^(2i/d), for the i-th pair of sine and cosine."""
    return position / 10000 ** (2 * pair / d)


def tensor2tensor_angle(position, pair, d):
    """As in tensor2tensor and fairseq: the d/2 wavelengths run from 2 pi to 10000 * 2 pi, both reached."""
    return position * math.exp(-pair * math.log(10000) / (d / 2 - 1))


def interleaved_row(angles):
    return [wave(angle) for angle in angles for wave in (math.sin, math.cos)]


def concatenated_row(angles):
    return [math.sin(angle) for angle in angles] + [math.cos(angle) for angle in angles]


def position_table(positions, d, angle=paper_angle, row=interleaved_row):
    rows = [row([angle(position, pair, d) for pair in range(d // 2)]) for position in range(positions)]
    return torch.tensor(rows, dtype=torch.float64)


def sinusoidal_positions(layout, about, angle, row):
    case = Case(f"positions-{layout}", about, size=8, positions=12, layout=layout)
    case.outputs["positions"] = position_table(12, 8, angle, row)
    return case


def all_positions():
    interleaved = "Vaswani et al. 2017, section 3.5: sine at even, cosine at odd dimensions"
    halves = "first half sine, second half cosine, the paper's frequencies (Marian)"
    tensor2tensor = "first half sine, second half cosine, frequencies with (d/2 - 1) in the denominator (tensor2tensor)"
    return [
        sinusoidal_positions("interleaved", interleaved, paper_angle, interleaved_row),
        sinusoidal_positions("concatenated", halves, paper_angle, concatenated_row),
        sinusoidal_positions("concatenated-tensor2tensor", tensor2tensor, tensor2tensor_angle, concatenated_row),
    ]


# 5. A whole Transformer


def model_shapes(d, inner, layers, vocabulary, pre_norm):
    shapes = {"embedding.weight": (vocabulary, d)}
    for side, of_layer in (("encoder", encoder_layer_shapes(d, inner)), ("decoder", decoder_layer_shapes(d, inner))):
        for layer in range(layers):
            shapes.update({f"{side}.layers.{layer}.{name}": shape for name, shape in of_layer.items()})
        if pre_norm:
            shapes.update(norm_shapes(d, f"{side}.norm"))
    return shapes


def torch_stack(p, side, layers, of_layer):
    names = {}
    for layer in range(layers):
        names.update(of_layer(p, f"{side}.layers.{layer}.", f"layers.{layer}."))
    names.update({f"norm.{part}": p[f"{side}.norm.{part}"] for part in ("weight", "bias") if f"{side}.norm.{part}" in p})
    return names


def sentence_ids(case, lengths, width):
    """Rows of words, each closed by the end marker and padded."""
    rows = [[case.random.randrange(FIRST_WORD, case.config["vocabulary"]) for _ in range(n - 1)] + [END] for n in lengths]
    return torch.tensor([row + [PADDING] * (width - len(row)) for row in rows])


def model_inputs(case):
    case.inputs["source"] = sentence_ids(case, [6, 3, 5], 6)
    case.mask("sourceMask", [6, 3, 5], 6)
    target = sentence_ids(case, [4, 5, 2], 5)
    shifted = torch.cat([torch.full((3, 1), BEGIN), target[:, :-1]], dim=1)
    mask = case.mask("targetMask", [4, 5, 2], 5)
    case.inputs["decoderInput"] = shifted.masked_fill(mask == 0, PADDING)
    case.inputs["target"] = target


def transformer(pre_norm):
    d, heads, inner, layers, vocabulary = 8, 2, 12, 2, 11
    case = Case(
        f"transformer-{'pre' if pre_norm else 'post'}-norm",
        "teacher forcing; one embedding for source, target and output (no output bias), scaled by sqrt(d); interleaved positions",
        size=d, heads=heads, innerSize=inner, layers=layers, vocabulary=vocabulary, activation="relu", preNorm=pre_norm,
        finalNorms=pre_norm, epsilon=1e-5, labelSmoothing=0.1, padding=PADDING, begin=BEGIN, end=END,
    )
    p = case.parameters_of(model_shapes(d, inner, layers, vocabulary, pre_norm), spread=0.4)
    model_inputs(case)
    norm = nn.LayerNorm(d) if pre_norm else None
    encoder_of = torch_layer(nn.TransformerEncoderLayer, d, heads, inner, "relu", pre_norm)
    encoder = nn.TransformerEncoder(encoder_of, layers, norm, enable_nested_tensor=False).double()
    decoder_of = torch_layer(nn.TransformerDecoderLayer, d, heads, inner, "relu", pre_norm)
    decoder = nn.TransformerDecoder(decoder_of, layers, norm).double()

    def embed(ids):
        return F.embedding(ids, p["embedding.weight"]) * math.sqrt(d) + position_table(ids.shape[1], d)

    source_padding, target_padding = blocked(case.inputs["sourceMask"]), blocked(case.inputs["targetMask"])
    encoder_parameters = torch_stack(p, "encoder", layers, torch_encoder_layer)
    source = embed(case.inputs["source"])
    memory = functional_call(encoder, encoder_parameters, (source,), dict(src_key_padding_mask=source_padding))
    masks = dict(
        tgt_mask=future(5), tgt_key_padding_mask=target_padding, memory_key_padding_mask=source_padding
    )
    decoder_parameters = torch_stack(p, "decoder", layers, torch_decoder_layer)
    states = functional_call(decoder, decoder_parameters, (embed(case.inputs["decoderInput"]), memory), masks)
    logits = states @ p["embedding.weight"].T
    loss = smoothed_loss(logits.flatten(0, 1), case.inputs["target"].flatten(), 0.1)
    case.outputs = {"memory": memory, "logits": logits, "loss": loss}
    case.differentiate(loss, "loss, the mean over the real target tokens")
    return case


def language_model():
    """A stack of encoder layers whose positions don't see later ones; post-norm, so without a final norm."""
    d, heads, inner, layers, vocabulary = 8, 2, 12, 2, 11
    case = Case(
        "language-model",
        "teacher forcing; one embedding for input and output (no output bias), scaled by sqrt(d); interleaved positions; causal mask",
        size=d, heads=heads, innerSize=inner, layers=layers, vocabulary=vocabulary, activation="gelu", preNorm=True,
        epsilon=1e-5, padding=PADDING, begin=BEGIN, end=END,
    )
    shapes = {"embedding.weight": (vocabulary, d)}
    for layer in range(layers):
        shapes.update({f"layers.{layer}.{name}": shape for name, shape in encoder_layer_shapes(d, inner).items()})
    shapes.update(norm_shapes(d, "norm"))
    p = case.parameters_of(shapes, spread=0.4)
    target = sentence_ids(case, [4, 5, 2], 5)
    shifted = torch.cat([torch.full((3, 1), BEGIN), target[:, :-1]], dim=1)
    mask = case.mask("targetMask", [4, 5, 2], 5)
    case.inputs["decoderInput"] = shifted.masked_fill(mask == 0, PADDING)
    case.inputs["target"] = target
    of_layer = torch_layer(nn.TransformerEncoderLayer, d, heads, inner, "gelu", True)
    stack = nn.TransformerEncoder(of_layer, layers, nn.LayerNorm(d), enable_nested_tensor=False).double()
    names = {}
    for layer in range(layers):
        names.update(torch_encoder_layer(p, f"layers.{layer}.", f"layers.{layer}."))
    names.update({f"norm.{part}": p[f"norm.{part}"] for part in ("weight", "bias")})
    x = F.embedding(case.inputs["decoderInput"], p["embedding.weight"]) * math.sqrt(d) + position_table(5, d)
    states = functional_call(stack, names, (x,), dict(mask=future(5), src_key_padding_mask=blocked(mask)))
    logits = states @ p["embedding.weight"].T
    loss = F.cross_entropy(logits.flatten(0, 1), target.flatten(), ignore_index=PADDING)
    case.outputs = {"logits": logits, "loss": loss}
    case.differentiate(loss, "loss, the mean over the real target tokens")
    return case


# 6. GRU


def gru_shapes(size, hidden, prefix=""):
    return {
        f"{prefix}weightInput": (3 * hidden, size),
        f"{prefix}weightHidden": (3 * hidden, hidden),
        f"{prefix}biasInput": (3 * hidden,),
        f"{prefix}biasHidden": (3 * hidden,),
    }


def gru_cell():
    case = Case("gru-cell", "nn.GRUCell, one step; rows of the gates are in the order reset, update, new", inputSize=4, hiddenSize=3)
    p = case.parameters_of(gru_shapes(4, 3))
    torch_names = dict(zip(("weight_ih", "weight_hh", "bias_ih", "bias_hh"), p.values()))
    x, state = case.input("x", 3, 4), case.input("state", 3, 3)
    output = functional_call(nn.GRUCell(4, 3), torch_names, (x, state))
    case.differentiate(case.weigh("output", output), "sum(output * cotangent)")
    return case


# 7. Label-smoothed cross entropy


def smoothed_loss(logits, targets, smoothing):
    """F.cross_entropy, checked against its definition: (1 - e) * -log p(target) + e / V * sum over v of -log p(v)."""
    loss = F.cross_entropy(logits, targets, ignore_index=PADDING, label_smoothing=smoothing)
    real = targets != PADDING
    log_p = logits[real].log_softmax(dim=-1)
    plain = -log_p.gather(1, targets[real].unsqueeze(1)).mean()
    assert torch.isclose(loss, (1 - smoothing) * plain - smoothing * log_p.mean(), rtol=1e-12)
    return loss


def label_smoothing(smoothing):
    case = Case(
        f"cross-entropy-smoothing-{smoothing:g}",
        "F.cross_entropy of logits = hidden embedding^T; rows whose target is padding don't count; the uniform part is over all V; "
        "rowLosses are smoothed, plainLoss is the mean without smoothing",
        rows=7, vocabulary=9, size=5, labelSmoothing=smoothing, padding=PADDING,
    )
    embedding, hidden = case.parameter("embedding", 9, 5), case.input("hidden", 7, 5)
    targets = torch.tensor([4, 0, 8, 1, 0, 4, 6])
    case.inputs["target"], case.inputs["mask"] = targets, (targets != PADDING).long()
    logits = hidden @ embedding.T
    loss = smoothed_loss(logits, targets, smoothing)
    rows = F.cross_entropy(logits, targets, ignore_index=PADDING, label_smoothing=smoothing, reduction="none")
    plain = F.cross_entropy(logits, targets, ignore_index=PADDING)
    case.outputs = {"logits": logits, "loss": loss, "lossSum": rows.sum(), "rowLosses": rows, "plainLoss": plain}
    case.differentiate(loss, "loss, the mean over rows whose target is not padding", logits=logits)
    return case


# 8. Adam, its schedule, and clipping


def inverse_square_root(step, warm_up, peak):
    """Vaswani et al. 2017, equation 3, written so that the peak is reached at step warm_up; steps count from 1."""
    return peak * min(step / warm_up, math.sqrt(warm_up / step))


def adam_gradients(case, steps):
    """Norms on both sides of 1 (steps 2 and 4 are small); the last of bias is so small that epsilon matters."""
    for name, parameter in case.parameters.items():
        scale = torch.tensor([1.0, 0.1, 1.5, 0.05, 0.8]).double().reshape(-1, *[1] * parameter.dim())
        drawn = case.draw(steps, *parameter.shape, spread=0.7).detach() * scale
        if name == "bias":
            drawn[:, -1] *= 1e-8
        case.inputs[f"gradient.{name}"] = drawn.float().double()


def adam(name, epsilon, clip=None):
    steps, warm_up, peak = 5, 3, 0.02
    about = (
        "torch.optim.Adam; the first dimension of gradients and outputs is the step, counted from 1; outputs are the values after the "
        "step; gradientNorm is over all parameters, before clipping"
    )
    schedule = dict(warmUpSteps=warm_up, peakLearningRate=peak, steps=steps)
    case = Case(name, about, beta1=0.9, beta2=0.98, epsilon=epsilon, **schedule)
    if clip:
        case.about += f"; clip_grad_norm_({clip}) before the step"
        case.config["clip"] = clip
    p = case.parameters_of({"weight": (3, 2), "bias": (4,)})
    adam_gradients(case, steps)
    live = {name: nn.Parameter(value.detach().clone()) for name, value in p.items()}
    optimizer = torch.optim.Adam(live.values(), betas=(0.9, 0.98), eps=epsilon)
    rates = [inverse_square_root(step, warm_up, peak) for step in range(1, steps + 1)]
    history = [adam_step(case, live, optimizer, index, rate, clip) for index, rate in enumerate(rates)]
    case.outputs = {key: torch.stack([after[key] for after in history]) for key in history[0]}
    return case


def adam_step(case, live, optimizer, index, rate, clip):
    for name, parameter in live.items():
        parameter.grad = case.inputs[f"gradient.{name}"][index].clone()
    norm = torch.nn.utils.clip_grad_norm_(live.values(), clip or math.inf)
    optimizer.param_groups[0]["lr"] = rate
    optimizer.step()
    after = {"learningRate": torch.tensor(rate, dtype=torch.float64), "gradientNorm": norm}
    for name, parameter in live.items():
        state = optimizer.state[parameter]
        after[name] = parameter.detach().clone()
        after[f"clippedGradient.{name}"] = parameter.grad.clone()
        after[f"firstMoment.{name}"], after[f"secondMoment.{name}"] = state["exp_avg"].clone(), state["exp_avg_sq"].clone()
    return after


def all_cases():
    kinds = [(pre_norm, activation) for pre_norm in (True, False) for activation in ("relu", "gelu")]
    return [
        linear(),
        *[layer_norm(epsilon) for epsilon in (1e-5, 1e-6)],
        *[feed_forward(activation) for activation in ACTIVATIONS],
        self_attention_padding(),
        self_attention_causal(),
        cross_attention(),
        *[encoder_layer(*kind) for kind in kinds],
        *[decoder_layer(*kind) for kind in kinds],
        *all_positions(),
        transformer(pre_norm=True),
        transformer(pre_norm=False),
        language_model(),
        gru_cell(),
        *[label_smoothing(smoothing) for smoothing in (0.0, 0.1)],
        adam("adam-1e-9", 1e-9),
        adam("adam-1e-8", 1e-8),
        adam("adam-clipped", 1e-9, clip=1.0),
    ]


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for case in all_cases():
        case.write(folder)


if __name__ == "__main__":
    torch.set_default_dtype(torch.float64)
    main(Path(sys.argv[1]))
