"""The network that paints: Johnson, Alahi, Fei-Fei, "Perceptual losses for real-time style transfer and
super-resolution" (arXiv:1603.08155), with instance norm (Ulyanov et al., arXiv:1607.08022) whose scale and shift are
the style's own (Dumoulin, Shlens, Kudlur, "A learned representation for artistic style", arXiv:1610.07629): all
paintings train the same convolutions. Nearest upsampling before a convolution leaves no checkerboard, which
transposed convolutions do.
"""

import torch
from torch import nn
from torch.nn import functional as F

WIDTHS = (24, 48, 64)  # channels at full, half and quarter size
BLOCKS = 5
RIM_KERNEL = 7  # of the first and the last convolution
EPSILON = 1e-5


class StyledNorm(nn.Module):
    """Instance norm; row s of `scale` and `shift` belongs to style s."""

    def __init__(self, channels: int, styles: int):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(styles, channels))
        self.shift = nn.Parameter(torch.zeros(styles, channels))

    def forward(self, x: torch.Tensor, style: torch.Tensor) -> torch.Tensor:
        variance, mean = torch.var_mean(x.float(), dim=(2, 3), correction=0)
        factor = self.scale[style] * torch.rsqrt(variance + EPSILON)
        term = self.shift[style] - mean * factor
        return torch.addcmul(term[:, :, None, None].to(x.dtype), x, factor[:, :, None, None].to(x.dtype))


class StyledConv(nn.Module):
    """Mirrored border, convolution, styled norm; its bias would be undone by the norm, so it has none."""

    def __init__(self, taken: int, given: int, kernel: int, styles: int, stride: int = 1, upsample: bool = False):
        super().__init__()
        self.upsample = upsample
        self.conv = nn.Conv2d(taken, given, kernel, stride, bias=False)
        self.norm = StyledNorm(given, styles)

    def forward(self, x: torch.Tensor, style: torch.Tensor) -> torch.Tensor:
        if self.upsample:
            x = F.interpolate(x, scale_factor=2, mode="nearest")
        return self.norm(self.conv(mirrored(x, self.conv.kernel_size[0])), style)


class ResidualBlock(nn.Module):
    def __init__(self, channels: int, styles: int):
        super().__init__()
        self.first = StyledConv(channels, channels, 3, styles)
        self.second = StyledConv(channels, channels, 3, styles)

    def forward(self, x: torch.Tensor, style: torch.Tensor) -> torch.Tensor:
        return x + self.second(F.relu(self.first(x, style)), style)


class StyleNetwork(nn.Module):
    """[n, 3, h, w] RGB 0..255 and the style of each picture in, the same shape and range out; h, w multiples of 4."""

    def __init__(self, styles: int):
        super().__init__()
        full, half, quarter = WIDTHS
        self.down = nn.ModuleList(
            [
                StyledConv(3, full, RIM_KERNEL, styles),
                StyledConv(full, half, 3, styles, stride=2),
                StyledConv(half, quarter, 3, styles, stride=2),
            ]
        )
        self.blocks = nn.ModuleList([ResidualBlock(quarter, styles) for _ in range(BLOCKS)])
        self.up = nn.ModuleList(
            [
                StyledConv(quarter, half, 3, styles, upsample=True),
                StyledConv(half, full, 3, styles, upsample=True),
            ]
        )
        self.last = nn.Conv2d(full, 3, RIM_KERNEL)

    def forward(self, x: torch.Tensor, style: torch.Tensor) -> torch.Tensor:
        x = x / 127.5 - 1
        for layer in self.down:
            x = F.relu(layer(x, style))
        for block in self.blocks:
            x = block(x, style)
        for layer in self.up:
            x = F.relu(layer(x, style))
        return torch.sigmoid(self.last(mirrored(x, RIM_KERNEL)).float()) * 255


def mirrored(x: torch.Tensor, kernel: int) -> torch.Tensor:
    """Zeros at the border would be painted as a frame."""
    return F.pad(x, [kernel // 2] * 4, mode="reflect")
