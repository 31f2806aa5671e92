"""Writes src/test/resources/org/annotomy/imagej/measurements.tsv: count, mean, SD (n - 1), least and greatest value of the pixels whose
centres lie inside outlines on a real MR slice (64 x 64, 16 bit), and area and perimeter of the outlines in mm, with numpy alone.
Usage: python3 oracle_measurements.py ../../../shared/data/bits/MR_small.dcm > ../resources/org/annotomy/imagej/measurements.tsv"""
import sys

import numpy as np

data = open(sys.argv[1], "rb").read()
at = data.find(b"\xe0\x7f\x10\x00OW\x00\x00") + 12
pixels = np.frombuffer(data, "<i2", 64 * 64, at).reshape(64, 64).astype(float)
spacing = data.find(b"\x28\x00\x30\x00DS")
length = int.from_bytes(data[spacing + 6 : spacing + 8], "little")
row_gap, column_gap = map(float, data[spacing + 8 : spacing + 8 + length].decode().split("\\"))

OUTLINES = {
    "square": [(10, 20), (31, 20), (31, 41), (10, 41)],
    "triangle": [(5.3, 7.1), (60.9, 15.2), (22.7, 58.4)],
    "bay": [(8.2, 8.3), (50.1, 9.7), (50.6, 50.2), (30.3, 20.4), (9.9, 51.3)],
}


def inside(outline):
    y, x = np.mgrid[0:64, 0:64] + 0.5
    odd = np.zeros((64, 64), bool)
    for (x1, y1), (x2, y2) in zip(outline, outline[1:] + outline[:1]):
        if y1 == y2:
            continue
        crossing = x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        odd ^= ((y1 < y) != (y2 < y)) & (crossing < x)
    return odd


print("outline\tcount\tmean\tsd\tmin\tmax\tarea\tperimeter")
for name, outline in OUTLINES.items():
    values = pixels[inside(outline)]
    p = np.array(outline) * [column_gap, row_gap]
    q = np.roll(p, -1, axis=0)
    area = abs(np.sum(p[:, 0] * q[:, 1] - q[:, 0] * p[:, 1])) / 2
    perimeter = np.sum(np.hypot(*(q - p).T))
    row = [len(values), values.mean(), values.std(ddof=1), values.min(), values.max(), area, perimeter]
    print(name, *[repr(float(v)) for v in row], sep="\t")
