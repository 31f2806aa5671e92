"""Writes src/test/resources/org/annotomy/segmentation/grow/growth.json: labels of the cheapest paths from seeds, by scipy's Dijkstra.

Run from the root of the checkout with Debian's python3-scipy 1.10.1: /usr/bin/python3 src/test/scripts/grow_from_seeds_oracle.py
Values are those of org.annotomy.segmentation.FormulaVolume. The costs of steps are those that GrowCut documents, made here from its words: the
difference of values in steps of a power of two (32768 to 65535 of them over the range), the length times the locality, and a trace of the length.
Of each label the distance from its nearest seed; a voxel has the label that is nearest, the lowest of several.
"""
import json
import os
import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import dijkstra

NX, NY, NZ = 37, 29, 23
Z, Y, X = np.meshgrid(np.arange(NZ), np.arange(NY), np.arange(NX), indexing='ij')


def hashed(x, y, z, seed):
    v = (x * 73856093) ^ (y * 19349663) ^ (z * 83492791) ^ (seed * 40503)
    v = v & 0xffffffff
    v = (v * 2654435761) & 0xffffffff
    v = v ^ (v >> 15)
    v = (v * 2246822519) & 0xffffffff
    return (v >> 8) % 1000


noise = hashed(X, Y, Z, 1) // 20 + hashed(X, Y, Z, 2) // 20 + hashed(X, Y, Z, 3) // 20
ball = (X - 18) ** 2 + (Y - 14) ** 2 + 2 * (Z - 11) ** 2 < 130
bar = (X < 9) & (Y > 20)
values = (noise + 90 * ball + 160 * bar - 40).astype(np.float64)
flat = np.zeros((NZ, NY, NX))
seeds = np.zeros((NZ, NY, NX), np.int32)
seeds[10:13, 13:16, 17:20] = 1
seeds[10:13, 24:27, 2:5] = 2
seeds[2:21, 2:5, 30:35] = 3
more = seeds.copy()
more[18:20, 20:22, 20:25] = 2
more[10:13, 13:16, 17:20] = 0
more[11, 14, 10] = 1
closed = (Z > 14) & (X > 20)
weights = np.arange(values.size).reshape(values.shape) % 97
number = np.arange(values.size).reshape(values.shape)


def graph(v, spacing, locality, open_):
    range_ = v.max() - v.min()
    step = 1.0
    while range_ > 65535 * step:
        step *= 2
    while range_ > 0 and range_ <= 65535 * step / 2:
        step /= 2
    rows, columns, costs = [], [], []
    for dz in (-1, 0, 1):
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                if (dx, dy, dz) == (0, 0, 0):
                    continue
                a, b = [], []
                for d, n in ((dz, NZ), (dy, NY), (dx, NX)):
                    a.append(slice(max(0, -d), n - max(0, d)))
                    b.append(slice(max(0, d), n - max(0, -d)))
                a, b = tuple(a), tuple(b)
                mm = np.sqrt((dx * spacing[0]) ** 2 + (dy * spacing[1]) ** 2 + (dz * spacing[2]) ** 2)
                way = np.rint(mm * locality / step) + max(1, np.rint(2 * mm / min(spacing)))
                cost = np.abs(np.rint((v[a] - v.min()) / step) - np.rint((v[b] - v.min()) / step)) + way
                enter = open_[b]
                rows.append(number[a][enter])
                columns.append(number[b][enter])
                costs.append(cost[enter])
    return sparse.csr_matrix((np.concatenate(costs), (np.concatenate(rows), np.concatenate(columns))), (v.size, v.size))


rows = []
for name, v, spacing, locality, masked in (('noise', values, (1, 1, 1), 0, False), ('noise', values, (0.8, 1, 2.5), 0, False),
                                           ('noise', values, (0.8, 1, 2.5), 3, False), ('noise', values, (1, 1, 1), 0.5, True),
                                           ('flat', flat, (0.8, 1, 2.5), 0, False)):
    open_ = ~closed if masked else np.ones(closed.shape, bool)
    g = graph(v, spacing, locality, open_)
    row = dict(values=name, spacing=spacing, locality=locality, masked=masked)
    for key, planted in (('first', seeds), ('more', more)):
        d = np.array([dijkstra(g, indices=np.flatnonzero(planted.ravel() == i), min_only=True) for i in (1, 2, 3)])
        labels = d.argmin(0) + 1
        labels[np.isinf(d.min(0))] = 0
        labels = np.where(planted != 0, planted, labels.reshape(v.shape))
        row[key] = dict(voxels=[int((labels == i).sum()) for i in (1, 2, 3)], sum=int((labels * weights).sum()),
                        ties=int(((np.sort(d, 0)[0] == np.sort(d, 0)[1]) & np.isfinite(d.min(0))).sum()))
    rows.append(row)
os.makedirs('src/test/resources/org/annotomy/segmentation/grow', exist_ok=True)
json.dump(dict(program='scipy 1.10.1', rows=rows), open('src/test/resources/org/annotomy/segmentation/grow/growth.json', 'w'), indent=1)
for r in rows:
    print(r)
