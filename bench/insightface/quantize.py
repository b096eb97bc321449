"""Quantises the detector and the recogniser of a pack to int8 (static, QDQ, per channel, calibrated on photos) with
onnxruntime's own tools, and says how long each takes next to the float one, in turn, with one thread.

Arguments: folder of the pack with pack.json, a list of photos (a file with one path a line), folder for the quantised pack.
Needs the packages in requirements.txt. What it writes is a pack as any other: `evaluate verify` says what it costs.
"""
import hashlib
import json
import os
import shutil
import sys
import time

import cv2
import numpy as np
import onnx
import onnxruntime
from insightface.model_zoo.scrfd import SCRFD
from insightface.utils import face_align
from onnxruntime.quantization import CalibrationDataReader, CalibrationMethod, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process

ROUNDS = 30


class Feeds(CalibrationDataReader):
    def __init__(self, name, tensors):
        self.rest = iter([{name: tensor} for tensor in tensors])

    def get_next(self):
        return next(self.rest, None)


def letterboxed(image, side, stage):
    height, width = image.shape[:2]
    scale = side / max(height, width)
    canvas = np.zeros((side, side, 3), np.uint8)
    inner = cv2.resize(image, (int(width * scale), int(height * scale)))
    canvas[: inner.shape[0], : inner.shape[1]] = inner
    planes = canvas[:, :, ::-1].transpose(2, 0, 1)[None].astype(np.float32)
    return np.ascontiguousarray((planes - stage["mean"]) / stage["std"], dtype=np.float32)


def aligned(image, landmarks, stage):
    crop = face_align.norm_crop(image, landmarks, 112)[:, :, ::-1].transpose(2, 0, 1)[None].astype(np.float32)
    if stage.get("normalizationInGraph"):
        return crop
    return np.ascontiguousarray((crop - stage.get("mean", 127.5)) / stage.get("std", 127.5), dtype=np.float32)


def session(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def quantize(source, target, tensors):
    prepared = target + ".prepared"
    quant_pre_process(source, prepared, skip_symbolic_shape=True)
    name = onnx.load(source, load_external_data=False).graph.input[0].name
    quantize_static(
        prepared,
        target,
        Feeds(name, tensors),
        quant_format=QuantFormat.QDQ,
        per_channel=True,
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
        calibrate_method=CalibrationMethod.MinMax,
    )
    os.remove(prepared)


def in_turn(paths, tensor):
    sessions = [session(path) for path in paths]
    times = [[], []]
    for _ in range(ROUNDS):
        for which, each in enumerate(sessions):
            started = time.perf_counter()
            each.run(None, {each.get_inputs()[0].name: tensor})
            times[which].append((time.perf_counter() - started) * 1000)
    return [float(np.median(each)) for each in times]


def main():
    folder, listed, out = sys.argv[1:4]
    onnxruntime.set_default_logger_severity(3)
    with open(os.path.join(folder, "pack.json"), encoding="utf-8") as file:
        manifest = json.load(file)
    with open(listed, encoding="utf-8") as file:
        images = [cv2.imread(line.strip()) for line in file if line.strip()]
    detector, recognizer = manifest["detector"], manifest["recognizer"]
    source = lambda stage: os.path.join(folder, stage["file"])
    finder = SCRFD(source(detector), session=session(source(detector)))
    finder.prepare(-1, input_size=(320, 320), nms_thresh=0.4)
    faces = []
    for image in images:
        boxes, landmarks = finder.detect(image, input_size=(320, 320))
        if len(boxes):
            faces.append(aligned(image, landmarks[0], recognizer))
    canvases = [letterboxed(image, side, detector) for image in images for side in (320, 640)]
    os.makedirs(out, exist_ok=True)
    for stage in manifest.get("liveness", []):
        shutil.copy(source(stage), out)
    figures = {}
    for name, stage, tensors, sample in (
        ("detector", detector, canvases, canvases[1]),
        ("recognizer", recognizer, faces, faces[0]),
    ):
        target = os.path.join(out, stage["file"])
        quantize(source(stage), target, tensors)
        float_ms, int8_ms = in_turn((source(stage), target), sample)
        figures[name] = {"float": float_ms, "int8": int8_ms, "ratio": int8_ms / float_ms}
        with open(target, "rb") as file:
            stage["sha256"] = hashlib.sha256(file.read()).hexdigest()
    manifest["name"] = os.path.basename(os.path.normpath(out))
    with open(os.path.join(out, "pack.json"), "w", encoding="utf-8") as file:
        json.dump(manifest, file, indent=2)
    print(json.dumps(figures))


main()
