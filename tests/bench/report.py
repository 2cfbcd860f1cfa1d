#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""report.py PART.json... RESULTS.json: the figures of every part in one table, each beside its goal, and in one file.

A part is {"figures": [{"what", "value", "unit", "goal"?, "detail"?}]}; a goal is the largest value that is still good,
or the smallest where "at_least" is true.
"""
import json
import os
import sys


def verdict(figure):
    if figure.get("goal") is None:
        return "", ""
    least = figure.get("at_least", False)
    met = figure["value"] >= figure["goal"] if least else figure["value"] <= figure["goal"]
    figure["met"] = met
    return ("≥ " if least else "≤ ") + f"{figure['goal']:g}", "yes" if met else "NO"


figures = []
for path in sys.argv[1:-1]:
    part = os.path.splitext(os.path.basename(path))[0]
    for figure in json.load(open(path, encoding="utf-8"))["figures"]:
        figures.append({"part": part, **figure})
print(f"{'what':58} {'measured':>12}  {'goal':>8}  met")
for figure in figures:
    goal, met = verdict(figure)
    print(f"{figure['what']:58} {figure['value']:8.2f} {figure['unit']:3}  {goal:>8}  {met:3}  {figure.get('detail', '')}".rstrip())
with open(sys.argv[-1], "w", encoding="utf-8") as out:
    json.dump({"cores": os.cpu_count(), "load": os.getloadavg()[0], "figures": figures}, out, indent=1, ensure_ascii=False)
