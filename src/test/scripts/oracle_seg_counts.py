#!/usr/bin/env python3
"""Voxels per layer and label of attached NRRD label maps, by NumPy: the numbers of SegNrrdTest.filesOfOthers.

Usage: oracle_seg_counts.py FILE...
"""
import gzip
import sys

import numpy as np

TYPES = {"unsigned char": "u1", "short": "<i2", "unsigned short": "<u2"}

for path in sys.argv[1:]:
    raw = open(path, "rb").read()
    end = raw.index(b"\n\n") + 2
    fields = dict(l.split(": ", 1) for l in raw[:end].decode("latin1").splitlines() if ": " in l and ":=" not in l)
    data = gzip.decompress(raw[end:]) if fields["encoding"] in ("gzip", "gz") else raw[end:]
    sizes = [int(s) for s in fields["sizes"].split()]
    voxels = np.frombuffer(data, TYPES[fields["type"]]).reshape(sizes[::-1])
    for layer in range(sizes[0] if len(sizes) == 4 else 1):
        values, counts = np.unique(voxels[..., layer] if len(sizes) == 4 else voxels, return_counts=True)
        print(layer, dict(zip(values.tolist(), counts.tolist())))
