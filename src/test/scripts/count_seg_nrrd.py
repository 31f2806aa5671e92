#!/usr/bin/env python3
"""Reads a .seg.nrrd with nothing but Python's own library and prints what 3D Slicer would find.

Usage: count_seg_nrrd.py FILE
One line per segment: number, id, layer, value, voxels, extent as written, extent as counted.
Fails if the header is not ASCII, has a duplicate key or a gap in the numbers of segments, or an extent is too small.
"""
import gzip
import sys
from array import array


def header_and_data(path):
    raw = open(path, "rb").read()
    end = raw.index(b"\n\n") + 2
    fields, keys = {}, {}
    for line in raw[:end].decode("ascii").splitlines()[1:]:
        if not line or line.startswith("#"):
            continue
        where, sep = (keys, ":=") if ":=" in line and line.index(":=") == line.index(":") else (fields, ": ")
        name, value = line.split(sep, 1)
        assert name not in where, "duplicate " + name
        where[name] = value
    data = raw[end:]
    if fields["encoding"] in ("gzip", "gz"):
        data = gzip.decompress(data)
    wide = fields["type"] in ("unsigned short", "ushort", "uint16")
    assert not wide or fields["endian"] == "little"
    values = array("H" if wide else "B")
    values.frombytes(data)
    return fields, keys, values


def main():
    fields, keys, values = header_and_data(sys.argv[1])
    sizes = [int(s) for s in fields["sizes"].split()]
    layers = sizes[0] if len(sizes) == 4 else 1
    nx, ny, nz = sizes[-3:]
    assert len(values) == layers * nx * ny * nz, "wrong length"
    assert fields["space"] == "left-posterior-superior"
    kinds = ["domain"] * 3
    assert fields["kinds"].split() == (["list"] if len(sizes) == 4 else []) + kinds
    found = {}
    for place, value in enumerate(values):
        if value:
            voxel, layer = divmod(place, layers)
            at = (voxel % nx, voxel // nx % ny, voxel // nx // ny)
            box = found.setdefault((layer, value), [0] + [at[i] for i in range(3) for _ in range(2)])
            box[0] += 1
            for i in range(3):
                box[1 + 2 * i] = min(box[1 + 2 * i], at[i])
                box[2 + 2 * i] = max(box[2 + 2 * i], at[i])
    count = sum(1 for k in keys if k.endswith("_ID"))
    for n in range(count):
        key = "Segment%d_" % n
        layer, value = int(keys[key + "Layer"]), int(keys[key + "LabelValue"])
        told = [int(e) for e in keys[key + "Extent"].split()]
        box = found.get((layer, value), [0, 0, -1, 0, -1, 0, -1])
        if box[0]:
            for i in range(3):
                assert told[2 * i] <= box[1 + 2 * i] and told[2 * i + 1] >= box[2 + 2 * i], "extent of segment %d" % n
        print(n, keys[key + "ID"], layer, value, box[0], " ".join(map(str, told)), " ".join(map(str, box[1:])), sep="\t")


main()
