"""Writes src/test/resources/org/annotomy/segmentation/walk/walks.json: labels and probabilities of random walks.

Run from the root of the checkout with Debian's python3-skimage 0.19.3 and python3-scipy 1.10.1: /usr/bin/python3 src/test/scripts/random_walker_oracle.py
Values are those of org.annotomy.segmentation.FormulaVolume over their standard deviation. Cubic voxels: scikit-image's random_walker, solved directly
(mode "bf"); others: the finite-volume matrix made here, solved by scipy.
"""
import json
import os
import numpy as np
from scipy import sparse
from scipy.sparse.linalg import spsolve
from skimage.segmentation import random_walker

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
values /= values.std()
seeds = np.zeros((NZ, NY, NX), np.int32)
seeds[10:13, 13:16, 17:20] = 1
seeds[10:13, 24:27, 2:5] = 2
seeds[2:21, 2:5, 30:35] = 3
closed = (Z > 14) & (X > 20)
weights = np.arange(values.size).reshape(values.shape) % 97


def finite_volumes(beta, spacing):
    ways = np.array(spacing[::-1]) / min(spacing)
    number = np.arange(values.size).reshape(values.shape)
    rows, columns, weights = [], [], []
    for axis in range(3):
        step = np.diff(values, axis=axis).ravel() / ways[axis]
        w = (np.exp(-beta / 10 * step ** 2) + 1e-10) / ways[axis] ** 2
        a = np.take(number, range(values.shape[axis] - 1), axis).ravel()
        b = np.take(number, range(1, values.shape[axis]), axis).ravel()
        rows += [a, b]
        columns += [b, a]
        weights += [w, w]
    w = sparse.csr_matrix((np.concatenate(weights), (np.concatenate(rows), np.concatenate(columns))))
    laplacian = sparse.diags(np.asarray(w.sum(1)).ravel()) - w
    flat = seeds.ravel()
    free = np.flatnonzero(flat == 0)
    out = []
    for label in (1, 2, 3):
        ones = (flat == label).astype(float)
        p = ones.copy()
        p[free] = spsolve(laplacian[free][:, free].tocsc(), -(laplacian @ ones)[free])
        out.append(p.reshape(values.shape))
    return np.array(out)


rows = []
for beta, spacing, masked in ((0, (1, 1, 1), False), (13, (1, 1, 1), False), (130, (1, 1, 1), False), (400, (1, 1, 1), False), (130, (1, 1, 1), True),
                              (13, (0.7, 0.8, 2.5), False), (130, (0.7, 0.8, 2.5), False)):
    if len(set(spacing)) == 1:
        given = np.where(closed & (seeds == 0), -1, seeds) if masked else seeds
        p = random_walker(values, given, beta=beta, mode='bf', return_full_prob=True)
    else:
        p = finite_volumes(beta, spacing)
    labels = p.argmax(0) + 1
    if masked:
        labels[closed & (seeds == 0)] = 0
        p[:, closed & (seeds == 0)] = 0
    second = np.sort(p, 0)[-2]
    rows.append(dict(beta=beta, spacing=spacing, masked=masked, voxels=[int((labels == i).sum()) for i in (1, 2, 3)],
                     sum=int((labels * weights).sum()), close=int(((p.max(0) - second < 4e-4) & (labels > 0)).sum()),
                     probabilities=[[round(float(v), 7) for v in q.ravel()[::997]] for q in p]))
os.makedirs('src/test/resources/org/annotomy/segmentation/walk', exist_ok=True)
json.dump(dict(program='scikit-image 0.19.3, scipy 1.10.1', rows=rows), open('src/test/resources/org/annotomy/segmentation/walk/walks.json', 'w'), indent=1)
for r in rows:
    print(r['beta'], r['spacing'], r['voxels'], r['sum'], r['close'])
