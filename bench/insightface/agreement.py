"""Embeds photos with InsightFace's own Python classes and compares them with Rollcall's embeddings.

Reads a JSON file {"detector", "recognizer", "photos": [{"path", "faces": [{"box": [x, y, w, h], "embedding": [...]}]}]},
prints JSON with the distribution of the cosines. Both sides use the same ONNX files and the same photos; InsightFace
detects at 640 and at 320, and each of Rollcall's faces is compared with the detection that its box overlaps most.

Needs the packages in requirements.txt. Rollcall itself does not depend on Python.
"""
import json
import sys

import cv2
import numpy as np
import onnxruntime
from insightface.model_zoo.scrfd import SCRFD
from insightface.utils import face_align

SIZES = (640, 320)


def overlap(a, b):
    """Intersection over union of two boxes (x1, y1, x2, y2)."""
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    shared = width * height
    area = lambda box: (box[2] - box[0]) * (box[3] - box[1])
    return shared / (area(a) + area(b) - shared)


def embed(recognizer, image, landmarks):
    crop = face_align.norm_crop(image, landmarks, 112)
    tensor = crop[:, :, ::-1].transpose(2, 0, 1)[None].astype(np.float32)
    vector = recognizer.run(None, {recognizer.get_inputs()[0].name: tensor})[0][0]
    return vector / np.linalg.norm(vector)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        task = json.load(file)
    onnxruntime.set_default_logger_severity(3)
    detector = SCRFD(task["detector"])
    detector.prepare(-1, nms_thresh=0.4)
    recognizer = onnxruntime.InferenceSession(task["recognizer"], providers=["CPUExecutionProvider"])
    cosines, unmatched = [], 0
    for photo in task["photos"]:
        image = cv2.imread(photo["path"])
        found = []
        for size in SIZES:
            boxes, landmarks = detector.detect(image, input_size=(size, size))
            found += list(zip(boxes, landmarks))
        for face in photo["faces"]:
            x, y, width, height = face["box"]
            own = (x, y, x + width, y + height)
            best = max(found, key=lambda each: overlap(own, each[0][:4]), default=None)
            if best is None or overlap(own, best[0][:4]) < 0.5:
                unmatched += 1
                continue
            cosines.append(float(np.dot(embed(recognizer, image, best[1]), face["embedding"])))
    cosines = np.array(cosines)
    print(json.dumps({
        "faces": len(cosines),
        "unmatched": unmatched,
        "median": float(np.median(cosines)),
        "least": float(cosines.min()),
        "under0999": int((cosines < 0.999).sum()),
    }))


main()
