"""Small files of weights in the formats of PyTorch, NumPy and safetensors, written by the libraries that own the formats.

Run, from the folder of this module (nmt):

    python -m venv oracle && oracle/bin/pip install torch==2.7.1 safetensors==0.8.0 numpy==2.4.6
    oracle/bin/python src/test/python/weights_fixtures.py src/test/resources/weights

The files in the repository were made with Python 3.11, torch 2.7.1 (CPU), safetensors 0.8.0 and NumPy 2.4.6. A second run writes other keys
into old.bin, where torch takes memory addresses for them, and the same bytes elsewhere.

expected.json says what each file holds, as the libraries read it back: type, shape and values in row-major order. foreign-*.bin name a
function that no file of weights needs; loading them with torch (weights_only=False) would run it, so this script does not.
"""

import collections
import io
import json
import sys
import zipfile
from pathlib import Path

import numpy
import torch
from safetensors.torch import load_file, save_file

TYPES = {
    torch.float64: "F64",
    torch.float32: "F32",
    torch.float16: "F16",
    torch.bfloat16: "BF16",
    torch.int64: "I64",
    torch.int32: "I32",
    torch.int16: "I16",
    torch.int8: "I8",
    torch.uint8: "U8",
    torch.bool: "BOOL",
}


def tensors():
    base = torch.arange(24, dtype=torch.float32).reshape(4, 6) / 8 - 1
    cube = torch.arange(24, dtype=torch.float32).reshape(2, 3, 4)
    state = collections.OrderedDict(
        base=base,
        transposed=base.t(),
        row=base[2],
        block=base[1:3, 2:5],
        everySecond=base[:, ::2],
        permuted=cube.permute(2, 0, 1),
        expanded=base[0, :3].expand(2, 3),
        parameter=torch.nn.Parameter(base[:2].clone()),
        scalar=torch.tensor(0.75),
        empty=torch.zeros(0, 3),
        double=torch.tensor([0.1, -1e300, 1 / 3], dtype=torch.float64),
        half=torch.tensor([1.5, -2.25, 65504.0, 2.0**-24], dtype=torch.float16),
        brain=torch.tensor([1.5, -3.0e38, 2.0**-130, 0.1], dtype=torch.bfloat16),
        ids=torch.tensor([0, -1, 2**24, 7]),
        ints=torch.tensor([3, -(2**20)], dtype=torch.int32),
        shorts=torch.tensor([-32768, 32767], dtype=torch.int16),
        signed=torch.tensor([[-128, 127], [1, -1]], dtype=torch.int8),
        unsigned=torch.tensor([0, 255, 128], dtype=torch.uint8),
        flags=torch.tensor([True, False, True]),
    )
    state["größe"] = torch.tensor([3.0, -4.0])
    state._metadata = collections.OrderedDict([("", {"version": 1})])
    return state


def described(value):
    if isinstance(value, numpy.ndarray):
        value = torch.from_numpy(value.astype(value.dtype.newbyteorder("="), order="C"))
    numbers = value.detach().to(torch.float32).reshape(-1).tolist()
    return {
        "type": TYPES[value.dtype],
        "shape": list(value.shape),
        "values": [str(number) for number in numbers],
    }


def rezipped(content, compression, change=lambda name, data: data):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", compression) as target:
        for entry in source.infolist():
            info = zipfile.ZipInfo(entry.filename)
            info.compress_type = compression
            target.writestr(info, change(entry.filename, source.read(entry)))
    return out.getvalue()


def big_endian(state):
    """The data of each storage with its bytes turned round, as a big-endian machine writes them."""
    content = io.BytesIO()
    torch.save(state, content)
    sizes = {}
    for value in state.values():
        sizes[value.untyped_storage().data_ptr()] = value.element_size()
    keys = {str(number): size for number, size in enumerate(sizes.values())}

    def change(name, data):
        key = name.rsplit("/", 1)[1]
        if name.endswith("byteorder"):
            return b"big"
        if "/data/" in name and key in keys and keys[key] > 1:
            return numpy.frombuffer(data, f"u{keys[key]}").byteswap().tobytes()
        return data

    return rezipped(content.getvalue(), zipfile.ZIP_STORED, change)


class Foreign:
    def __reduce__(self):
        import posix

        return posix.system, ("echo this must never run",)


def foreign(old):
    """What torch.save would write, had someone put a call into the dictionary."""
    content = io.BytesIO()
    torch.save({"weight": torch.zeros(2), "surprise": Foreign()}, content, _use_new_zipfile_serialization=not old)
    return content.getvalue()


def torch_files(folder):
    state = tensors()
    new = io.BytesIO()
    torch.save(state, new)
    (folder / "new.bin").write_bytes(new.getvalue())
    (folder / "deflated.bin").write_bytes(rezipped(new.getvalue(), zipfile.ZIP_DEFLATED))
    torch.save(state, folder / "old.bin", _use_new_zipfile_serialization=False)
    torch.save(state, folder / "protocol4.bin", pickle_protocol=4)
    simple = {name: state[name] for name in ("base", "double", "half", "brain", "ids", "signed")}
    (folder / "big-endian.bin").write_bytes(big_endian(simple))
    (folder / "foreign-new.bin").write_bytes(foreign(old=False))
    (folder / "foreign-old.bin").write_bytes(foreign(old=True))
    torch.save({"model": {"weight": torch.zeros(2)}}, folder / "nested.bin")
    names = ["new.bin", "deflated.bin", "old.bin", "protocol4.bin", "big-endian.bin"]
    return {name: loaded(folder / name) for name in names}


def loaded(file):
    """torch's own restricted unpickler reads protocol 2 only."""
    state = torch.load(file, weights_only=file.name != "protocol4.bin")
    return {name: described(value) for name, value in state.items()}


def arrays():
    base = numpy.arange(12, dtype=numpy.float32).reshape(3, 4) / 8
    return {
        "base": base,
        "columns": numpy.asfortranarray(base),
        "columnVector": numpy.asfortranarray(base[:, :1]),
        "cube": numpy.asfortranarray(numpy.arange(24, dtype=numpy.float32).reshape(2, 3, 4)),
        "big": base.astype(">f4"),
        "half": numpy.array([1.5, -2.25], numpy.float16),
        "double": numpy.array([0.1, 1 / 3]),
        "scalar": numpy.array(0.75, numpy.float32),
        "empty": numpy.zeros((0, 3), numpy.float32),
        "bytes": numpy.array([[-128, 127]], numpy.int8),
        "ids": numpy.array([-1, 2**24]),
        "flags": numpy.array([True, False]),
    }


def marian(file):
    """As Marian writes: entries without an ending, the descriptor '<i1', a text that is filled up with zeros."""
    text = "type: transformer\ndim-emb: 4\n".encode() + bytes(7)
    header = f"{{'descr': '<i1', 'fortran_order': False, 'shape': ({len(text)},), }}"
    header = (header + " " * (-(len(header) + 11) % 16) + "\n").encode()
    weight = io.BytesIO()
    numpy.save(weight, arrays()["base"])
    with zipfile.ZipFile(file, "w") as out:
        out.writestr(zipfile.ZipInfo("Wemb"), weight.getvalue())
        out.writestr(
            zipfile.ZipInfo("special:model.yml"),
            b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header + text,
        )


def numpy_files(folder):
    numpy.savez(folder / "stored.npz", **arrays())
    numpy.savez_compressed(folder / "deflated.npz", **arrays())
    marian(folder / "marian.npz")
    numpy.savez(folder / "text.npz", text=numpy.array(["a"]))
    names = ["stored.npz", "deflated.npz", "marian.npz"]
    return {name: {k: described(v) for k, v in numpy.load(folder / name).items()} for name in names}


def safetensors_files(folder):
    state = {name: value.detach().clone().contiguous() for name, value in tensors().items()}
    save_file(state, folder / "all.safetensors", metadata={"format": "pt"})
    loaded = load_file(folder / "all.safetensors")
    return {"all.safetensors": {name: described(value) for name, value in loaded.items()}}


def write(folder):
    folder.mkdir(parents=True, exist_ok=True)
    expected = torch_files(folder) | numpy_files(folder) | safetensors_files(folder)
    text = json.dumps(expected, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (folder / "expected.json").write_text(text.replace("},", "},\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
