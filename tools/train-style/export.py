"""Writes the styles of a checkpoint as ONNX with their records. See README.md."""

import argparse
import hashlib
import json
import os
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from PIL import Image

from network import BLOCKS, EPSILON, RIM_KERNEL, StyleNetwork

OPSET = 17
PICTURE = Path(__file__).parents[2] / "libs/vision/assets/paintings/woodcut-waves.jpg"


class Graph:
    """One style's network, node by node. Weights lie in half precision and are widened when a session opens."""

    def __init__(self, weights: dict[str, torch.Tensor], style: int):
        self.weights = weights
        self.style = style
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def node(self, kind: str, *inputs: str, to: str = "", **attributes) -> str:
        output = to or f"{kind.lower()}{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants[name] = numpy_helper.from_array(value, name)
        return name

    def number(self, name: str, value: float) -> str:
        return self.constant(name, np.array(value, np.float32))

    def kernel(self, name: str) -> str:
        half = self.constant(name, self.weights[name].numpy().astype(np.float16))
        self.nodes.append(helper.make_node("Cast", [half], [f"{name}.wide"], to=TensorProto.FLOAT))
        return f"{name}.wide"

    def row(self, name: str) -> str:
        return self.constant(name, self.weights[name][self.style].numpy())

    def mirrored(self, x: str, kernel: int) -> str:
        rim = kernel // 2
        pads = self.constant(f"rim{rim}", np.array([0, 0, rim, rim, 0, 0, rim, rim], np.int64))
        return self.node("Pad", x, pads, mode="reflect")

    def layer(self, x: str, name: str, kernel: int = 3, stride: int = 1, upsample: bool = False) -> str:
        if upsample:
            scales = self.constant("twice", np.array([1, 1, 2, 2], np.float32))
            x = self.node("Resize", x, "", scales, mode="nearest", coordinate_transformation_mode="asymmetric", nearest_mode="floor")
        x = self.node("Conv", self.mirrored(x, kernel), self.kernel(f"{name}.conv.weight"), strides=[stride, stride])
        return self.node("InstanceNormalization", x, self.row(f"{name}.norm.scale"), self.row(f"{name}.norm.shift"), epsilon=EPSILON)

    def build(self) -> onnx.ModelProto:
        x = self.node("Sub", self.node("Div", "image", self.number("half", 127.5)), self.number("one", 1))
        for i, (kernel, stride) in enumerate([(RIM_KERNEL, 1), (3, 2), (3, 2)]):
            x = self.node("Relu", self.layer(x, f"down.{i}", kernel, stride))
        for i in range(BLOCKS):
            inner = self.node("Relu", self.layer(x, f"blocks.{i}.first"))
            x = self.node("Add", x, self.layer(inner, f"blocks.{i}.second"))
        for i in range(2):
            x = self.node("Relu", self.layer(x, f"up.{i}", upsample=True))
        bias = self.constant("last.bias", self.weights["last.bias"].numpy())
        x = self.node("Conv", self.mirrored(x, RIM_KERNEL), self.kernel("last.weight"), bias)
        self.node("Mul", self.node("Sigmoid", x), self.number("white", 255), to="painted")
        shape = [1, 3, "height", "width"]
        graph = helper.make_graph(
            self.nodes,
            "style",
            [helper.make_tensor_value_info("image", TensorProto.FLOAT, shape)],
            [helper.make_tensor_value_info("painted", TensorProto.FLOAT, shape)],
            list(self.constants.values()),
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="rollcall", ir_version=8)
        onnx.checker.check_model(model, full_check=True)
        return model


def check(path: Path, network: StyleNetwork, style: int) -> float:
    """Largest difference between the file and the network that it was written from, in levels."""
    image = torch.rand(1, 3, 96, 128, generator=torch.Generator().manual_seed(0)) * 255
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    (painted,) = session.run(None, {"image": image.numpy()})
    with torch.no_grad():
        due = network(image, torch.tensor([style])).numpy()
    return float(np.abs(painted - due).max())


def show(path: Path, picture: Path) -> None:
    """Paints one of Rollcall's own pictures, so that people see what a style does."""
    content = np.asarray(Image.open(picture).convert("RGB"), np.float32).transpose(2, 0, 1)[None]
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    (painted,) = session.run(None, {"image": content})
    levels = painted[0].transpose(1, 2, 0).round().clip(0, 255).astype(np.uint8)
    Image.fromarray(levels).save(path.with_name("picture.jpg"), quality=88, optimize=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--styles", default="", help="by commas; all of the checkpoint by default")
    parser.add_argument("--out", type=Path, required=True, help="gets a folder for each style")
    parser.add_argument("--picture", type=Path, default=PICTURE, help="512x512, painted as each style's picture")
    options = parser.parse_args()
    saved = torch.load(options.checkpoint, weights_only=True)
    network = StyleNetwork(len(saved["paintings"]))
    network.load_state_dict(saved["average"])
    wanted = {name for name in options.styles.split(",") if name}
    for style, painting in enumerate(saved["paintings"]):
        if wanted and painting["name"] not in wanted:
            continue
        folder = options.out / painting["name"]
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "style.onnx"
        unchecked = path.with_suffix(".partial")
        unchecked.write_bytes(Graph(saved["average"], style).build().SerializeToString())
        difference = check(unchecked, network, style)
        if difference > 1:
            unchecked.unlink()
            raise SystemExit(f"{path} would differ from the checkpoint by {difference:.2f} levels: nothing was replaced.")
        os.replace(unchecked, path)
        show(path, options.picture)
        (folder / "style.json").write_text(json.dumps(record(saved, painting, path), indent=2, ensure_ascii=False) + "\n")
        print(f"{path}: {path.stat().st_size} bytes, {difference:.3f} levels from the checkpoint")


def record(saved: dict, painting: dict, path: Path) -> dict:
    content = path.read_bytes()
    return {
        "name": painting["name"],
        "title": painting["title"],
        "file": path.name,
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "licence": "Apache-2.0",
        "painting": {key: painting[key] for key in ("title", "artist", "year", "publicDomain", "shortSide")},
        "input": "image: float32 [1, 3, height, width], RGB planes, levels 0 to 255, sides multiples of 4",
        "output": "painted: the same shape and range",
        "trainings": saved["trainings"],
    }


if __name__ == "__main__":
    main()
