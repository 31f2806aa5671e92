#!/usr/bin/env python3
"""Reads lines of JSON, one dataset each, that Annotomy wrote for the files named, and compares them with what pydicom reads from the files.

    dicom_json_oracle.py JSON_LINES FILE...

Prints one line per difference. Ends with 3 if pydicom is missing.
"""
import json
import math
import struct
import sys
import warnings

try:
    import pydicom
except ImportError:
    sys.exit(3)

warnings.simplefilter("ignore")


def plain(element):
    value = element.value
    if element.VM > 1:
        return [one(v) for v in value]
    return [one(value)] if value not in (None, "", b"") else []


def one(value):
    if isinstance(value, bytes):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    return str(value).rstrip(" \0")


def same(a, b):
    if isinstance(a, float) and isinstance(b, float):
        return a == b or math.isnan(a) and math.isnan(b)
    return a == b


def compare(ours, theirs, where):
    for element in theirs:
        if element.tag.element == 0 or element.tag in (0x00080005, 0x7FE00010):
            continue
        name = f"{where}/{element.tag}"
        if element.tag not in ours:
            print(name, "is missing")
            continue
        mine = ours[element.tag]
        if element.VR == "SQ":
            if len(mine.value) != len(element.value):
                print(name, len(mine.value), "items instead of", len(element.value))
            else:
                for i, (a, b) in enumerate(zip(mine.value, element.value)):
                    compare(a, b, f"{name}[{i}]")
        elif mine.VR != "UN":
            a, b = plain(mine), plain(element)
            if mine.VR == "FL":  # the shortest decimal that is the same in 32 bits
                a = [struct.unpack("f", struct.pack("f", x))[0] for x in a]
            if len(a) != len(b) or not all(same(x, y) for x, y in zip(a, b)):
                print(name, element.VR, "differs:", repr(a)[:80], "instead of", repr(b)[:80])


with open(sys.argv[1], encoding="utf-8") as lines:
    for path, line in zip(sys.argv[2:], lines):
        theirs = pydicom.dcmread(path, force=True)
        theirs.decode()
        compare(pydicom.Dataset.from_json(json.loads(line), lambda tag, vr, uri: b""), theirs, path.split("/")[-1])
