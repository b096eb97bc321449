"""Draws what the exported styles make of photos, to be looked at: a row for each photo, the photo first."""

import argparse
from pathlib import Path

import numpy as np
import onnxruntime
from PIL import Image, ImageOps


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path, nargs="+")
    parser.add_argument("--styles", type=Path, required=True, help="the folder that export.py filled")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = options.threads
    sessions = [onnxruntime.InferenceSession(path, settings) for path in sorted(options.styles.glob("*/style.onnx"))]
    size = options.size
    sheet = Image.new("RGB", ((len(sessions) + 1) * size, len(options.photos) * size))
    for row, path in enumerate(options.photos):
        photo = ImageOps.fit(ImageOps.exif_transpose(Image.open(path)).convert("RGB"), (size, size), Image.Resampling.LANCZOS)
        sheet.paste(photo, (0, row * size))
        image = np.asarray(photo, np.float32).transpose(2, 0, 1)[None]
        for column, session in enumerate(sessions, 1):
            (painted,) = session.run(None, {"image": image})
            pixels = painted[0].transpose(1, 2, 0).round().clip(0, 255).astype(np.uint8)
            sheet.paste(Image.fromarray(pixels), (column * size, row * size))
    sheet.save(options.out)


if __name__ == "__main__":
    main()
