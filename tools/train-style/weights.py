"""VGG16's weights as the studio finds them: what `models pull vgg16` placed, or the file that libs/vision describes."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load

SHIPPED = Path(__file__).parents[2] / "libs/vision/assets/style/vgg16.json"


@dataclass(frozen=True)
class Weights:
    """Channel c of the network's input is (level * range - mean[c]) / std[c] of levels 0..1, in the order of `channels`."""

    title: str
    sha256: str
    pixels: dict
    tensors: dict[str, torch.Tensor]


def read_weights(folder: Path) -> Weights:
    """`network.json` in the folder or else the shipped description says which file it is; other bytes are refused."""
    description = folder / "network.json"
    described = json.loads((description if description.exists() else SHIPPED).read_text())
    path = folder / described["file"]
    if not path.is_file():
        raise SystemExit(f"{path} is not there: npm run rollcall -- models pull vgg16")
    content = path.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    if sha256 != described["sha256"]:
        raise SystemExit(f"{path} has sha256 {sha256}, not {described['sha256']}: pull it again.")
    return Weights(described["title"], sha256, described["pixels"], load(content))
