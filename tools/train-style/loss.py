"""The loss of the recipe `gatys-torch`: Gatys, Ecker, Bethge, "Image style transfer using convolutional neural
networks" (CVPR 2016), as it is taught with torchvision's VGG16. Content is compared at layer 15 of its features, style
at 0, 5, 10 and 15: 0, 5 and 10 are convolutions, but the ReLU behind each works in place, so what is read is relu1_1,
relu2_1, relu3_1 and relu3_3. Grams are divided by channels * height * width, distances are mean squared errors.
"""

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F

from weights import Weights

CONVOLUTIONS = (0, 2, 5, 7, 10, 12, 14)  # positions among torchvision's features; a pooling precedes 5 and 10
POOLED = (5, 10)
STYLE_TAPS = (0, 5, 10, 14)


@dataclass
class Features:
    content: torch.Tensor
    grams: list[torch.Tensor]


class Vgg16(nn.Module):
    """conv1_1 to conv3_3 of VGG16 with fixed weights; pixels are RGB 0..255."""

    def __init__(self, weights: Weights):
        super().__init__()
        for index in CONVOLUTIONS:
            kernel = weights.tensors[f"features.{index}.weight"].contiguous(memory_format=torch.channels_last)
            self.register_buffer(f"weight{index}", kernel)
            self.register_buffer(f"bias{index}", weights.tensors[f"features.{index}.bias"])
        self.pixels = weights.pixels
        for name in ("mean", "std"):
            self.register_buffer(name, torch.tensor(self.pixels[name])[:, None, None])

    def prepared(self, rgb: torch.Tensor) -> torch.Tensor:
        """As the weights were trained: in their order of channels, on their range."""
        ordered = rgb.flip(1) if self.pixels["channels"] == "bgr" else rgb
        return (ordered * (self.pixels["range"] / 255) - self.mean) / self.std

    def forward(self, rgb: torch.Tensor) -> Features:
        x = self.prepared(rgb).contiguous(memory_format=torch.channels_last)
        grams = []
        for index in CONVOLUTIONS:
            if index in POOLED:
                x = F.max_pool2d(x, 2)
            x = F.relu(F.conv2d(x, getattr(self, f"weight{index}"), getattr(self, f"bias{index}"), padding=1))
            if index in STYLE_TAPS:
                grams.append(gram(x))
        return Features(x, grams)


def gram(x: torch.Tensor) -> torch.Tensor:
    """[n, c, c]; the products of bfloat16 features are summed in float32."""
    n, c, h, w = x.shape
    flat = x.permute(0, 2, 3, 1).reshape(n, h * w, c)
    return torch.bmm(flat.transpose(1, 2), flat).float() / (c * h * w)


def energy(features: Features) -> tuple[float, float]:
    """Mean squares of the content and, summed over the layers, of the Grams: what the distances are measured against."""
    return (
        features.content.float().square().mean().item(),
        sum(g.square().mean().item() for g in features.grams),
    )


def total_variation(x: torch.Tensor) -> torch.Tensor:
    """Mean squared step between neighbours, of levels 0..1."""
    x = x / 255
    return (x[:, :, 1:] - x[:, :, :-1]).square().mean() + (x[:, :, :, 1:] - x[:, :, :, :-1]).square().mean()
