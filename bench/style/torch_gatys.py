"""The recipe `gatys-torch` in PyTorch, on the same weights, pictures and levels as Rollcall's own engine.

Reads a JSON file {"weights", "pixels", "layers": [[name, index, pooled]], "content", "style": PNG files, "content_tap",
"style_taps", "content_weight", "style_weight", "history", "threads"}, then one command a line from standard input:

- {"do": "gradient", "dtype": "float32" | "float64", "out": file, "decisions": folder or null}: the gradient at the
  content picture, raw float64; ReLUs and poolings of the content picture decide as the numbers in the folder do
  (<layer>.f32, what stands behind the convolution), so that a tie that rounding broke is broken alike
- {"do": "features", "dtype", "layer": name, "out": file}: what stands behind that convolution before its ReLU
- {"do": "paint", "evaluations": n, "every": k}: torch.optim.LBFGS from the content picture on; answers after every k
  evaluations with their losses and seconds, and goes on with the next line

and answers each with one line of JSON. Needs the packages in requirements.txt; Rollcall itself needs no Python.
"""
import json
import math
import sys
import time

import numpy as np
import torch
from PIL import Image
from safetensors.torch import load_file
from torch.nn import functional as F


class Ended(Exception):
    """All evaluations that were asked for are made."""


class Vgg16:
    """As torchvision runs it: convolution, ReLU in place, 2x2 max pooling."""

    def __init__(self, task, dtype):
        tensors = load_file(task["weights"])
        self.layers = task["layers"]
        self.tensors = {name: tensor.to(dtype) for name, tensor in tensors.items()}
        self.pixels = task["pixels"]
        self.mean, self.std = (
            torch.tensor(self.pixels[key], dtype=dtype)[None, :, None, None] for key in ("mean", "std")
        )

    def prepared(self, levels):
        ordered = levels.flip(1) if self.pixels["channels"] == "bgr" else levels
        return (ordered * self.pixels["range"] - self.mean) / self.std

    def convolved(self, x, index):
        kernel, bias = (self.tensors[f"features.{index}.{part}"] for part in ("weight", "bias"))
        return F.conv2d(x, kernel, bias, padding=1)

    def features(self, levels, taps, decisions=None):
        x, found, decided = self.prepared(levels), {}, None
        for name, index, pooled in self.layers:
            if pooled:
                x = F.max_pool2d(x, 2) if decided is None else chosen(x, decided)
            x = self.convolved(x, index)
            if decisions is None:
                x = F.relu_(x)
            else:
                decided = decision(decisions, name, x)
                x = x * (decided > 0)
            if f"relu{name}" in taps:
                found[f"relu{name}"] = x
        return found

    def before_relu(self, levels, wanted):
        x = self.prepared(levels)
        for name, index, pooled in self.layers:
            x = self.convolved(F.max_pool2d(x, 2) if pooled else x, index)
            if name == wanted:
                return x
            x = F.relu_(x)
        raise KeyError(wanted)


def decision(folder, name, like):
    """What the other engine has behind this layer's ReLU."""
    read = np.fromfile(f"{folder}/{name}.f32", dtype=np.float32).reshape(like.shape)
    return torch.from_numpy(read).clamp(min=0)


def chosen(x, decided):
    """Of each 2x2 window the number where the other engine found the largest."""
    largest, places = F.max_pool2d(decided, 2, return_indices=True)
    return x.flatten(2).gather(2, places.flatten(2)).reshape(largest.shape)


def gram(features):
    _, channels, height, width = features.shape
    rows = features.reshape(channels, height * width)
    return rows @ rows.T / (channels * height * width)


def picture(path, dtype):
    """[1, 3, height, width], RGB, 0 to 1; divided in single precision, as the levels of the other engine are."""
    rgb = np.asarray(Image.open(path).convert("RGB"), dtype=np.float32) / np.float32(255)
    return torch.from_numpy(rgb.transpose(2, 0, 1)[None].copy()).to(dtype)


class Gatys:
    def __init__(self, task, dtype):
        self.task = task
        self.vgg = Vgg16(task, dtype)
        self.taps = {task["content_tap"], *task["style_taps"]}
        self.content = picture(task["content"], dtype)
        with torch.no_grad():
            self.target = self.vgg.features(self.content, self.taps)[task["content_tap"]].clone()
            style = self.vgg.features(picture(task["style"], dtype), self.taps)
            self.grams = {tap: gram(style[tap]) for tap in task["style_taps"]}

    def loss(self, levels, decisions=None):
        found = self.vgg.features(levels, self.taps, decisions)
        content = F.mse_loss(found[self.task["content_tap"]], self.target)
        style = sum(F.mse_loss(gram(found[tap]), self.grams[tap]) for tap in self.task["style_taps"])
        return self.task["content_weight"] * content + self.task["style_weight"] * style

    def gradient(self, decisions):
        levels = self.content.clone().requires_grad_()
        loss = self.loss(levels, decisions)
        loss.backward()
        return loss.item(), levels.grad

    def paint(self, evaluations, every, tell):
        levels = self.content.clone().requires_grad_()
        optimizer = torch.optim.LBFGS([levels], history_size=self.task["history"])
        losses, since = [], time.perf_counter()

        def closure():
            nonlocal losses, since
            optimizer.zero_grad()
            loss = self.loss(levels)
            loss.backward()
            losses.append(loss.item() if math.isfinite(loss.item()) else None)
            made = closure.made = closure.made + 1
            if made % every == 0 or made == evaluations:
                tell({"losses": losses, "seconds": time.perf_counter() - since}, made < evaluations)
                losses, since = [], time.perf_counter()
            if made == evaluations:
                raise Ended
            return loss

        closure.made = 0
        try:
            while True:
                before = closure.made
                optimizer.step(closure)
                if closure.made == before + 1:  # converged: the step ended where it began
                    break
        except Ended:
            return
        tell({"losses": losses, "seconds": time.perf_counter() - since, "converged": True}, False)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        task = json.load(file)
    torch.set_num_threads(task["threads"])

    def answer(what):
        print(json.dumps(what), flush=True)

    def tell(what, goes_on):
        answer(what)
        if goes_on and not sys.stdin.readline():
            sys.exit()

    answer({"torch": torch.__version__, "threads": torch.get_num_threads()})
    for line in iter(sys.stdin.readline, ""):
        order = json.loads(line)
        if order["do"] == "paint":
            Gatys(task, torch.float32).paint(order["evaluations"], order["every"], tell)
            continue
        dtype = getattr(torch, order["dtype"])
        if order["do"] == "gradient":
            loss, array = Gatys(task, dtype).gradient(order["decisions"])
        else:
            loss = None
            with torch.no_grad():
                vgg = Vgg16(task, dtype)
                array = vgg.before_relu(picture(task["content"], dtype), order["layer"])
        array.detach().numpy().astype(np.float64).tofile(order["out"])
        answer({"loss": loss})


if __name__ == "__main__":
    main()
