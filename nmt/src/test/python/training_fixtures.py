"""Reference values for training: optimisers, schedules and R-Drop, computed by PyTorch's own classes.

Run, from the folder of this module (nmt), as layer_fixtures.py says, which this script builds upon and whose header describes the files:

    oracle/bin/python src/test/python/training_fixtures.py src/test/resources/fixtures

The files in the repository were made with PyTorch 2.7.1, on the CPU; each file names its versions. A second run writes the same bytes.
"""

import sys
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR, ExponentialLR, ReduceLROnPlateau, StepLR

from layer_fixtures import Case, adam_gradients

STEPS = 5


# 1. Optimisers


def optimizer(name, make, clip=None, clip_value=None, **config):
    about = (
        "the first dimension of gradients and outputs is the step, counted from 1; outputs are the values after the step; gradientNorm is "
        "over all parameters, before clipping; values are clipped before the norm"
    )
    case = Case(name, about, clip=clip or 0, clipValue=clip_value or 0, **config)
    shapes = {"weight": (3, 2), "bias": (4,)}
    start = case.parameters_of(shapes)
    adam_gradients(case, STEPS)
    live = {key: nn.Parameter(value.detach().clone()) for key, value in start.items()}
    made = make(live.values())
    history = []
    for step in range(STEPS):
        rate = 0.01 * (step + 1)
        for key, parameter in live.items():
            parameter.grad = case.inputs[f"gradient.{key}"][step].clone()
        norm = nn.utils.get_total_norm([parameter.grad for parameter in live.values()])
        if clip_value:
            nn.utils.clip_grad_value_(live.values(), clip_value)
        if clip:
            nn.utils.clip_grad_norm_(live.values(), clip)
        made.param_groups[0]["lr"] = rate
        made.step()
        after = {"learningRate": torch.tensor(rate, dtype=torch.float64), "gradientNorm": norm}
        history.append(after | {key: parameter.detach().clone() for key, parameter in live.items()})
    case.outputs = {key: torch.stack([after[key] for after in history]) for key in history[0]}
    return case


def optimizers():
    optim = torch.optim
    return [
        optimizer("adam-w", lambda p: optim.AdamW(p, betas=(0.9, 0.98), eps=1e-9, weight_decay=0.1), clip=1.0),
        optimizer("sgd", lambda p: optim.SGD(p, lr=1)),
        optimizer("sgd-momentum", lambda p: optim.SGD(p, lr=1, momentum=0.9, weight_decay=0.1), clip=1.0),
        optimizer("sgd-nesterov", lambda p: optim.SGD(p, lr=1, momentum=0.9, nesterov=True), clip_value=0.3),
        optimizer("sgd-clipped-twice", lambda p: optim.SGD(p, lr=1), clip=0.5, clip_value=0.3),
    ]


# 2. Schedules: the rates of updates 1 to 30, without warm-up, which PyTorch's classes don't have


def rates(make):
    made = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=0.5)
    scheduler = make(made)
    found = []
    for _ in range(30):
        found.append(made.param_groups[0]["lr"])
        made.step()
        scheduler.step()
    return torch.tensor(found, dtype=torch.float64)


def plateau(losses, **settings):
    """The rates after each of the losses."""
    made = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=0.5)
    scheduler = ReduceLROnPlateau(made, **settings)
    found = []
    for loss in losses:
        scheduler.step(loss)
        found.append(made.param_groups[0]["lr"])
    return torch.tensor(found, dtype=torch.float64)


def schedules():
    case = Case("schedules", "rates of updates 1 to 30 from a peak of 0.5; plateau: the rate after each of the losses")
    losses = [5, 4, 4, 4.5, 3.9999, 4.2, 3, 3, 3, 3, 3, 3, 3, 2.999, 3, 3, 3, 1, 1, 1, 1, 1]
    case.inputs["losses"] = torch.tensor(losses, dtype=torch.float64)
    case.outputs = {
        "cosine": rates(lambda o: CosineAnnealingLR(o, T_max=29, eta_min=0.05)),
        "step": rates(lambda o: StepLR(o, step_size=7, gamma=0.3)),
        "exponential": rates(lambda o: ExponentialLR(o, gamma=0.9)),
        "plateau": plateau(losses, factor=0.5, patience=2, threshold=1e-3, min_lr=0.06),
    }
    return case


# 3. R-Drop


def divergence():
    """Half the sum of KL(p, q) and KL(q, p) of each row, by F.kl_div; Liang et al. 2021, equation 2."""
    case = Case("divergence", "sum over the rows of (KL(p, q) + KL(q, p)) / 2, with p = softmax(first weight^T) and q of second", rows=5)
    weight, first, second = case.parameter("weight", 7, 4), case.input("first", 5, 4), case.input("second", 5, 4)
    p, q = F.log_softmax(first @ weight.T, dim=-1), F.log_softmax(second @ weight.T, dim=-1)
    forward = F.kl_div(q, p, log_target=True, reduction="sum")
    backward = F.kl_div(p, q, log_target=True, reduction="sum")
    case.outputs["sum"] = (forward + backward) / 2
    case.differentiate(case.outputs["sum"], "the sum")
    return case


def main(folder):
    for case in [*optimizers(), schedules(), divergence()]:
        case.write(folder)


if __name__ == "__main__":
    torch.set_default_dtype(torch.float64)
    main(Path(sys.argv[1]))
