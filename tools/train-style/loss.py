"""The loss of the recipe `gatys-torch`: Gatys, Ecker, Bethge, "Image style transfer using convolutional neural
networks" (CVPR 2016), as it is taught with torchvision's VGG16. Content is compared at layer 15 of its features, style
at 0, 5, 10 and 15: 0, 5 and 10 are convolutions, but the ReLU behind each works in place, so what is read is relu1_1,
relu2_1, relu3_1 and relu3_3. Grams are divided by channels * height * width, distances are mean squared errors.
"""

from dataclasses import dataclass

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

CONVOLUTIONS = (0, 2, 5, 7, 10, 12, 14)  # positions among torchvision's features; a pooling precedes 5 and 10
POOLED = (5, 10)
STYLE_TAPS = (0, 5, 10, 14)
MEAN_BGR = (103.939, 116.779, 123.68)


@dataclass
class Features:
    content: torch.Tensor
    grams: list[torch.Tensor]


class Vgg16(nn.Module):
    """conv1_1 to conv3_3 of VGG16 with fixed weights; pixels are RGB 0..255."""

    def __init__(self, path: str):
        super().__init__()
        weights = load_file(path)
        for index in CONVOLUTIONS:
            kernel = weights[f"features.{index}.weight"].contiguous(memory_format=torch.channels_last)
            self.register_buffer(f"weight{index}", kernel)
            self.register_buffer(f"bias{index}", weights[f"features.{index}.bias"])
        self.register_buffer("mean", torch.tensor(MEAN_BGR)[:, None, None])

    def forward(self, rgb: torch.Tensor) -> Features:
        x = (rgb.flip(1) - self.mean).contiguous(memory_format=torch.channels_last)
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
