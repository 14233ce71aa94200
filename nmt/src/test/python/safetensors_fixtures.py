"""Small files in the safetensors format, written by the library of its authors.

Run, from the folder of this module (nmt):

    python -m venv oracle && oracle/bin/pip install safetensors==0.8.0 numpy==2.4.6
    oracle/bin/python src/test/python/safetensors_fixtures.py src/test/resources/safetensors
    oracle/bin/python src/test/python/safetensors_fixtures.py --read FILE

The files in the repository were made with Python 3.11, safetensors 0.8.0 and NumPy 2.4.6. A second run writes the same bytes. The second
form prints what the library reads from any file.

f32 and f16 hold the same three tensors; mixed has both types and metadata, and its data lie in another order than its names were given.
"""

import sys
from pathlib import Path

import numpy
from safetensors.numpy import load_file, save_file

SPECIAL = [0.0, -0.0, numpy.inf, -numpy.inf, 65504.0, 2.0**-14, 2.0**-24, 0.1]


def tensors(dtype):
    """In the order in which the library writes them: by name."""
    return {
        "bias": numpy.array(SPECIAL, dtype),
        "empty": numpy.zeros((0, 3), dtype),
        "weight": (numpy.arange(6, dtype=numpy.float64) / 8 - 0.25).astype(dtype).reshape(2, 3),
    }


def write(folder):
    folder.mkdir(parents=True, exist_ok=True)
    save_file(tensors(numpy.float32), folder / "f32.safetensors")
    save_file(tensors(numpy.float16), folder / "f16.safetensors")
    mixed = {
        "half": numpy.array([1.5, -2.25], numpy.float16),
        "scalar": numpy.array(0.75, numpy.float32),
        "größe": numpy.array([[3.0], [-4.0]], numpy.float32),
    }
    save_file(mixed, folder / "mixed.safetensors", metadata={"format": "pt"})
    integers = {"ids": numpy.arange(3, dtype=numpy.int64)}
    save_file(integers, folder / "integers.safetensors")


def read(file):
    for name, tensor in load_file(file).items():
        print(name, tensor.dtype, tensor.shape, tensor.tolist())


if __name__ == "__main__":
    if sys.argv[1] == "--read":
        read(sys.argv[2])
    else:
        write(Path(sys.argv[1]))
