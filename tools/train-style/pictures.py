"""Photos to paint and paintings to learn from: [3, h, w] tensors, RGB, levels 0..255."""

import json
import math
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageOps
from torch.nn import functional as F

SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".pgm"}
LARGEST = 720  # longer side that a photo is kept with
SMALLEST = 96  # shorter sides below this show nothing at the size of a crop


@dataclass(frozen=True)
class Painting:
    """One entry of paintings.json. `shortSide` in pixels sets how broad the strokes are, `strength` how much style."""

    name: str
    file: str
    title: str
    artist: str
    year: str
    publicDomain: str
    shortSide: int
    strength: float


def read_paintings(names: list[str]) -> list[Painting]:
    known = [Painting(**entry) for entry in json.loads((Path(__file__).parent / "paintings.json").read_text())]
    by_name = {painting.name: painting for painting in known}
    missing = [name for name in names if name not in by_name]
    if missing:
        raise SystemExit(f"paintings.json has no {', '.join(missing)}: it has {', '.join(by_name)}.")
    return [by_name[name] for name in names] if names else known


def load(path: Path, short_side: int | None = None, largest: int | None = None) -> torch.Tensor:
    image = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
    factor = short_side / min(image.size) if short_side else min(1, (largest or math.inf) / max(image.size))
    size = [max(1, round(side * factor)) for side in image.size]
    image = image.resize(size, Image.Resampling.LANCZOS)
    return torch.from_numpy(np.asarray(image).copy()).permute(2, 0, 1)


class Photos:
    """Crops of the photos of a folder, each one different. The same seed gives the same crops."""

    def __init__(self, folder: Path, held_out: set[str], seed: int):
        self.random = random.Random(seed)
        self.photos = []
        self.weights = []
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() not in SUFFIXES or held_out & set(path.relative_to(folder).parts):
                continue
            try:
                photo = load(path, largest=LARGEST)
            except (OSError, ValueError):
                continue  # a folder of test photos may hold broken ones
            short = min(photo.shape[1:])
            if short >= SMALLEST:
                self.photos.append(photo)
                self.weights.append(min(short, 400))  # large ones have more to show
        if not self.photos:
            raise SystemExit(f"{folder} holds no photo of {SMALLEST} pixels or more.")

    def batch(self, count: int, size: int) -> torch.Tensor:
        return torch.stack([self.crop(size) for _ in range(count)])

    def crop(self, size: int) -> torch.Tensor:
        draw = self.random
        photo = draw.choices(self.photos, self.weights)[0]
        height, width = photo.shape[1:]
        # A part that a portrait of 512 pixels shows about as large as the crop is; never blown up more than twice.
        side = min(height, width)
        part = max(round(side * draw.uniform(0.2, 0.7)), min(side, size // 2))
        top, left = draw.randint(0, height - part), draw.randint(0, width - part)
        crop = photo[None, :, top : top + part, left : left + part].float()
        crop = F.interpolate(crop, (size, size), mode="bilinear", antialias=True)[0]
        if draw.random() < 0.5:
            crop = crop.flip(2)
        if draw.random() < 0.2:
            crop = self.before_backdrop(crop)
        return self.relit(crop)

    def before_backdrop(self, crop: torch.Tensor) -> torch.Tensor:
        """The middle of the crop before a plain or shaded wall: the portraits of a badge have one, snapshots do not."""
        size = crop.shape[1]
        draw = self.random
        axis = torch.linspace(-1, 1, size)
        first, second = (torch.tensor([draw.uniform(20, 250) for _ in range(3)]) for _ in range(2))
        grey = draw.random() < 0.5
        if grey:
            first, second = first.mean().expand(3), second.mean().expand(3)
        ramp = (axis[:, None] * draw.uniform(-0.5, 0.5) + axis[None] * draw.uniform(-0.5, 0.5) + 1) / 2
        wall = first[:, None, None] * ramp + second[:, None, None] * (1 - ramp)
        x, y = (axis - draw.uniform(-0.2, 0.2)) / 0.75, (axis - draw.uniform(-0.1, 0.3)) / 0.95
        mask = torch.sigmoid((1 - (x[None] ** 2 + y[:, None] ** 2)) * 12)
        return crop * mask + wall * (1 - mask)

    def relit(self, crop: torch.Tensor) -> torch.Tensor:
        """Other light: contrast, brightness, saturation, white balance, and a little noise, which steadies flat areas."""
        draw = self.random
        grey = crop.mean(0, keepdim=True)
        crop = grey + (crop - grey) * draw.choice([0, draw.uniform(0.5, 1.5), 1])
        balance = torch.tensor([draw.uniform(0.85, 1.15) for _ in range(3)])[:, None, None]
        middle = crop.mean()
        crop = (crop - middle) * draw.uniform(0.7, 1.3) + middle * draw.uniform(0.75, 1.25)
        noise = torch.from_numpy(np.random.default_rng(draw.getrandbits(32)).standard_normal(crop.shape, np.float32))
        return (crop * balance + noise * draw.uniform(0, 5)).clamp(0, 255)
