"""Reads paths of images from standard input, one a line; for each detects and embeds the largest face with InsightFace's
own classes and prints {"ms", "faces"}: milliseconds from the bytes of the file to the embedding.

Arguments: the detector's and the recogniser's ONNX file, threads of one run. Needs the packages in requirements.txt.
Rollcall itself does not depend on Python.
"""
import json
import sys
import time

import cv2
import numpy as np
import onnxruntime
from insightface.app.common import Face
from insightface.model_zoo.arcface_onnx import ArcFaceONNX
from insightface.model_zoo.scrfd import SCRFD

SIZE = (640, 640)


def session(path, threads):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def main():
    detector_file, recognizer_file, threads = sys.argv[1], sys.argv[2], int(sys.argv[3])
    onnxruntime.set_default_logger_severity(3)
    cv2.setNumThreads(threads)
    detector = SCRFD(detector_file, session=session(detector_file, threads))
    detector.prepare(-1, input_size=SIZE, nms_thresh=0.4)
    recognizer = ArcFaceONNX(recognizer_file, session=session(recognizer_file, threads))
    for line in sys.stdin:
        with open(line.strip(), "rb") as file:
            data = np.frombuffer(file.read(), np.uint8)
        started = time.perf_counter()
        image = cv2.imdecode(data, cv2.IMREAD_COLOR)
        boxes, landmarks = detector.detect(image, input_size=SIZE)
        if len(boxes):
            largest = int(np.argmax((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])))
            recognizer.get(image, Face(bbox=boxes[largest, :4], kps=landmarks[largest]))
        spent = (time.perf_counter() - started) * 1000
        print(json.dumps({"ms": spent, "faces": len(boxes)}), flush=True)


main()
