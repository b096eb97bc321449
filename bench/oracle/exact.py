"""Says by brute force who is on a probe and what a check-in must decide: the judge of `bench decisions`.

Reads a JSON file {"folder", "dimension", "perPerson", "threshold", "margin"}; in that folder lie templates.f32 and
probes.f32, unit vectors as the model gives them (32-bit floats, one after the other, templates by person). Writes
answers.bin beside them: for each probe the best person, the second and a decision as 32-bit integers (0 unknown, 1
ambiguous, 2 matched), then their cosines as 64-bit floats. Everything is compared with everything in 64 bits, without
the secret rotation, an index, or a line of Rollcall's code.

Needs the packages in requirements.txt. Rollcall itself does not depend on Python.
"""
import json
import os
import sys

import numpy as np

PROBES_AT_ONCE = 512
ANSWER = np.dtype([("best", "<i4"), ("second", "<i4"), ("decision", "<i4"), ("first", "<f8"), ("next", "<f8")])


def answers_of(probes, templates, per_person, threshold, margin):
    """Per person the best cosine over the person's templates; then threshold and margin."""
    cosines = probes @ templates.T
    people = cosines.reshape(len(probes), -1, per_person).max(axis=2)
    rows = np.arange(len(probes))
    best = people.argmax(axis=1)
    first = people[rows, best]
    people[rows, best] = -np.inf
    second = people.argmax(axis=1)
    following = people[rows, second]
    answers = np.empty(len(probes), ANSWER)
    answers["best"], answers["second"] = best, second
    answers["first"], answers["next"] = first, following
    matched = np.where(first - following < margin, 1, 2)
    answers["decision"] = np.where(first < threshold, 0, matched)
    return answers


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        task = json.load(file)
    read = lambda name: np.fromfile(os.path.join(task["folder"], name), "<f4").reshape(-1, task["dimension"])
    templates = read("templates.f32").astype(np.float64)
    probes = read("probes.f32")
    rule = task["perPerson"], task["threshold"], task["margin"]
    with open(os.path.join(task["folder"], "answers.bin"), "wb") as out:
        for start in range(0, len(probes), PROBES_AT_ONCE):
            portion = probes[start:start + PROBES_AT_ONCE].astype(np.float64)
            answers_of(portion, templates, *rule).tofile(out)


main()
