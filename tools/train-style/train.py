"""Trains one network for all paintings, or trains it further for some of them. See README.md."""

import argparse
import math
import os
import time
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path

import torch
from torch.nn import functional as F

from loss import Vgg16, energy, total_variation
from network import StyleNetwork
from pictures import Painting, Photos, load, read_paintings
from weights import read_weights

AVERAGING = 0.99  # of the weights over the last hundred steps or so: what is exported


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=Path, required=True, help="folder of photos of people, searched deeply")
    parser.add_argument("--hold-out", default="", help="names of files or folders among them to leave out, by commas")
    parser.add_argument("--paintings", type=Path, required=True, help="folder with the files that paintings.json names")
    parser.add_argument("--styles", default="", help="names in paintings.json, by commas; all of them by default")
    parser.add_argument("--vgg", type=Path, required=True, help="folder of VGG16's weights, as models pull vgg16 fills it")
    parser.add_argument("--checkpoint", type=Path, required=True, help="written often; goes on from there if it exists")
    parser.add_argument("--start", type=Path, help="a checkpoint whose weights to begin with")
    parser.add_argument("--iterations", type=int, default=3000)
    parser.add_argument("--size", type=int, default=256, help="side of the crops in pixels")
    parser.add_argument("--crops", type=int, default=2, help="crops in a batch")
    parser.add_argument("--per-crop", type=int, default=2, help="styles that each crop is painted in")
    parser.add_argument("--rate", type=float, default=2e-3, help="Adam's first rate; falls to a twentieth along a cosine")
    parser.add_argument("--style-weight", type=float, default=1.0, help="of the style's distance over its energy")
    parser.add_argument("--tv-weight", type=float, default=0.5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--float32", action="store_true", help="no bfloat16, where the processor has none")
    return parser.parse_args()


class Trainer:
    def __init__(self, options: argparse.Namespace):
        self.options = options
        torch.set_num_threads(options.threads)
        torch.manual_seed(options.seed)
        self.paintings = read_paintings([name for name in options.styles.split(",") if name])
        self.precision = nullcontext() if options.float32 else torch.autocast("cpu", torch.bfloat16)
        self.photos = Photos(options.photos, {name for name in options.hold_out.split(",") if name}, options.seed)
        self.weights = read_weights(options.vgg)
        self.vgg = Vgg16(self.weights)
        self.network = StyleNetwork(len(self.paintings)).to(memory_format=torch.channels_last)
        self.optimizer = torch.optim.Adam(self.network.parameters(), lr=options.rate)
        self.done, self.seconds, self.curve, self.earlier = 0, 0.0, [], []
        self.begin()
        self.average = {key: value.clone() for key, value in self.network.state_dict().items()}
        self.measure_energies()
        self.resume()

    def begin(self) -> None:
        """From another training's weights, the rows of its norms picked by the styles' names."""
        if not self.options.start:
            return
        start = torch.load(self.options.start, weights_only=True)
        self.earlier = start["trainings"]
        names = [painting["name"] for painting in start["paintings"]]
        rows = [names.index(p.name) if p.name in names else 0 for p in self.paintings]
        self.network.load_state_dict(
            {key: value[rows] if ".norm." in key else value for key, value in start["average"].items()}
        )

    @torch.no_grad()
    def measure_energies(self) -> None:
        with self.precision:
            targets = [self.vgg(self.painting(p)) for p in self.paintings]
            self.content_energy = energy(self.vgg(self.photos.batch(8, self.options.size)))[0]
        self.targets = [torch.cat(grams) for grams in zip(*(target.grams for target in targets))]
        self.style_energy = torch.tensor([energy(target)[1] for target in targets])
        self.strength = torch.tensor([p.strength for p in self.paintings]) * self.options.style_weight

    def painting(self, painting: Painting) -> torch.Tensor:
        return load(self.options.paintings / painting.file, short_side=painting.shortSide)[None].float()

    def resume(self) -> None:
        if not self.options.checkpoint.exists():
            return
        saved = torch.load(self.options.checkpoint, weights_only=True)
        learned = [painting["name"] for painting in saved["paintings"]]
        wanted = [painting.name for painting in self.paintings]
        if learned != wanted:
            # Row s of its norms would become another painting's.
            raise SystemExit(
                f"{self.options.checkpoint} learns {', '.join(learned)}, not {', '.join(wanted)}: "
                "name another checkpoint, and this one as --start."
            )
        self.earlier = saved["trainings"][:-1]
        self.network.load_state_dict(saved["network"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.average = saved["average"]
        self.done, self.seconds, self.curve = saved["done"], saved["seconds"], saved["curve"]
        self.photos.random.seed(f"{self.options.seed} {self.done}")
        torch.manual_seed(self.options.seed + self.done)

    def save(self) -> None:
        """In one go: whoever stops the training in the middle of it keeps the checkpoint before."""
        partial = self.options.checkpoint.with_suffix(".partial")
        torch.save(
            {
                "network": self.network.state_dict(),
                "average": self.average,
                "optimizer": self.optimizer.state_dict(),
                "done": self.done,
                "seconds": self.seconds,
                "curve": self.curve,
                "paintings": [asdict(painting) for painting in self.paintings],
                "trainings": [*self.earlier, self.record()],
            },
            partial,
        )
        os.replace(partial, self.options.checkpoint)

    def record(self) -> dict:
        """What a reader needs to judge or repeat this training; weights are those of the loss as Gatys states it."""
        o = self.options
        weights = self.strength * self.content_energy / self.style_energy
        return {
            "command": command(o),
            "iterations": self.done,
            "seconds": round(self.seconds),
            "threads": o.threads,
            "seed": o.seed,
            "photos": len(self.photos.photos),
            "batch": f"{o.crops} crops of {o.size}x{o.size}, {min(o.per_crop, len(self.paintings))} styles each",
            "network": {"title": self.weights.title, "sha256": self.weights.sha256},
            "optimizer": f"Adam, rate {o.rate:g} falling along a cosine, {self.rate(self.done - 1):.2g} at the end",
            "precision": "float32" if o.float32 else "bfloat16 convolutions, float32 weights",
            "contentWeight": 1,
            "styleWeights": {p.name: float(f"{w:.4g}") for p, w in zip(self.paintings, weights.tolist())},
            "totalVariationWeight": float(f"{o.tv_weight * self.content_energy:.4g}"),
            "lossColumns": ["iteration", "content over its energy", "style over its energy", "total variation"],
            "loss": thinned(self.curve),
        }

    def train(self) -> None:
        while self.done < self.options.iterations:
            began = time.monotonic()
            losses = self.step()
            self.done += 1
            self.seconds += time.monotonic() - began
            if self.done % 25 == 0 or self.done == 1:
                self.curve.append([self.done, *(float(f"{value:.4g}") for value in losses)])
                content, style, tv = losses
                print(f"{self.done} content {content:.4f} style {style:.4f} tv {tv:.5f} {self.seconds:.0f} s", flush=True)
            if self.done % 50 == 0:
                self.save()
        self.save()

    def rate(self, done: int) -> float:
        """Adam's, after so many iterations; it rises over the first 50."""
        o = self.options
        falling = 0.05 + 0.95 * (1 + math.cos(math.pi * done / o.iterations)) / 2
        return o.rate * falling * min(1, (done + 1) / 50)

    def step(self) -> tuple[float, float, float]:
        o = self.options
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate(self.done)
        per_crop = min(o.per_crop, len(self.paintings))
        crops = self.photos.batch(o.crops, o.size)
        style = torch.cat([torch.randperm(len(self.paintings))[:per_crop] for _ in range(o.crops)])
        with self.precision:
            with torch.no_grad():
                wanted = self.vgg(crops).content.repeat_interleave(per_crop, 0)
            painted = self.network(crops.repeat_interleave(per_crop, 0), style)
            features = self.vgg(painted)
        content = F.mse_loss(features.content.float(), wanted.float()) / self.content_energy
        distance = sum(
            (gram - target[style]).square().mean((1, 2)) for gram, target in zip(features.grams, self.targets)
        ) / self.style_energy[style]
        tv = total_variation(painted)
        loss = content + (distance * self.strength[style]).mean() + o.tv_weight * tv
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        for key, value in self.network.state_dict().items():
            self.average[key].lerp_(value, 1 - min(AVERAGING, (self.done + 1) / (self.done + 10)))
        return content.item(), distance.mean().item(), tv.item()


def command(options: argparse.Namespace) -> str:
    """The command without what is this machine's alone: folders shrink to their last part, the held-out to a count."""
    words = ["python train.py"]
    for name, value in vars(options).items():
        if isinstance(value, Path):
            value = value.name
        if name == "hold_out":
            value = f"<{len(value.split(','))} names>" if value else ""
        if value not in ("", None, False):
            words.append(f"--{name.replace('_', '-')}" + ("" if value is True else f" {value}"))
    return " ".join(words)


def thinned(curve: list[list[float]], points: int = 24) -> list[list[float]]:
    """Means of stretches of equal length: single batches jump."""
    length = max(1, math.ceil(len(curve) / points))
    stretches = [curve[i : i + length] for i in range(0, len(curve), length)]
    return [
        [stretch[-1][0], *(float(f"{sum(column) / len(stretch):.3g}") for column in list(zip(*stretch))[1:])]
        for stretch in stretches
    ]


if __name__ == "__main__":
    Trainer(arguments()).train()
