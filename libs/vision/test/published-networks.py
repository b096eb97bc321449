"""What InsightFace and OpenCV make of the networks in toy-networks.ts: the numbers in published-networks.golden.json.

    TOY_NETWORKS=folder npx jest test/published-networks.spec.ts   # writes the networks and the picture
    python test/published-networks.py folder > test/published-networks.golden.json

Needs insightface, onnxruntime and opencv-python-headless.
"""

import json
import sys

import cv2
import insightface
import numpy as np
import onnxruntime
from insightface.app.common import Face
from insightface.model_zoo.arcface_onnx import ArcFaceONNX
from insightface.model_zoo.attribute import Attribute
from insightface.model_zoo.landmark import Landmark
from insightface.model_zoo.scrfd import SCRFD

folder = sys.argv[1]
image = cv2.imread(f"{folder}/picture.png")
# Left, top, right, bottom.
BOXES = [[64.5, 51.25, 140.75, 139.0], [300.0, 20.0, 362.5, 95.5], [240.0, 150.0, 330.0, 262.0]]
POINTS = [[90, 85], [121, 88.5], [104, 104], [92.5, 117], [116, 119.5]]


def numbers(values, digits):
    return np.round(np.asarray(values, dtype=np.float64), digits).tolist()


def found(box, score, points):
    return {"box": numbers(box, 3), "score": numbers(score, 4), "landmarks": numbers(points, 3)}


def scrfd(name):
    detector = SCRFD(model_file=f"{folder}/{name}.onnx")
    detector.prepare(-1, input_size=(640, 640))
    faces, points = detector.detect(image)
    return [found(face[:4], face[4], five) for face, five in zip(faces, points)]


def yunet():
    canvas = np.zeros((640, 640, 3), np.uint8)
    canvas[:480] = cv2.resize(image, (640, 480))
    scale = 640 / 400
    detector = cv2.FaceDetectorYN.create(f"{folder}/yunet.onnx", "", (640, 640), 0.6, 0.3, 5000)
    faces = sorted(detector.detect(canvas)[1], key=lambda face: -face[14])
    return [
        found([*face[:2] / scale, *(face[:2] + face[2:4]) / scale], face[14], face[4:14].reshape(5, 2) / scale)
        for face in faces
    ]


def arcface(name):
    recogniser = ArcFaceONNX(f"{folder}/{name}.onnx")
    face = Face(kps=np.array(POINTS, dtype=np.float32))
    recogniser.get(image, face)
    return {"mean": recogniser.input_mean, "embedding": numbers(face.normed_embedding, 5)}


def attributes(box):
    face = Face(bbox=np.array(box))
    points106 = Landmark(f"{folder}/landmarks-106.onnx").get(image, face)
    points68 = Landmark(f"{folder}/landmarks-3d-68.onnx").get(image, face)
    gender, age = Attribute(f"{folder}/gender-age.onnx").get(image, face)
    pitch, yaw, roll = numbers(face["pose"], 3)
    return {
        "box": box,
        "landmarks106": numbers(points106, 2),
        "landmarks68": numbers(points68, 2),
        "pose": {"yaw": yaw, "pitch": pitch, "roll": roll},
        "gender": ["female", "male"][gender],
        "age": age,
    }


versions = [f"{module.__name__} {module.__version__}" for module in (insightface, cv2, onnxruntime, np)]
golden = {
    "origin": "test/published-networks.py with " + ", ".join(versions),
    "points": POINTS,
    "scrfd": scrfd("scrfd"),
    "scrfdBatched": scrfd("scrfd-batched"),
    "yunet": yunet(),
    "arcface": arcface("arcface"),
    "arcfaceInside": arcface("arcface-inside"),
    "attributes": [attributes(box) for box in BOXES],
}
print(json.dumps(golden))
