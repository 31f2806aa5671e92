"""Level tracing, live wire and basins by scipy and scikit-image (python3-skimage), for EdgeOracleTest: prints oracle.json.

Level tracing: label and binary_fill_holes. Live wire: the costs written anew with NumPy and scipy, cheapest ways by scipy's dijkstra.
Basins: how many regional minima are left after those no deeper than a level are filled (reconstruction by erosion).
"""
import json

import numpy as np
from scipy import ndimage as ndi
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from skimage.measure import label
from skimage.morphology import local_minima, reconstruction

rng = np.random.default_rng(20261127)


def picture(rows, columns, sd):
    return np.round(1000 * ndi.gaussian_filter(rng.standard_normal((rows, columns)), sd) / 0.1).astype(np.float32)


def side(inside, seed):
    parts = label(inside, connectivity=1)
    return ndi.binary_fill_holes(parts == parts[seed])


def levels():
    cases = []
    for _ in range(6):
        values = picture(17, 23, 1.5)
        for _ in range(5):
            seed = (int(rng.integers(17)), int(rng.integers(23)))
            bright = side(values >= values[seed], seed)
            dark = side(values <= values[seed], seed)
            smaller = bright if bright.sum() <= dark.sum() else dark
            cases.append({"columns": 23, "rows": 17, "values": values.ravel().tolist(), "x": seed[1] + 0.5, "y": seed[0] + 0.25,
                          **{name: ''.join(map(str, part.astype(int).ravel()))
                             for name, part in (("brighter", bright), ("darker", dark), ("smaller", smaller))}})
    return cases


def edge_padded_difference(a, axis):
    padded = np.pad(a, 1, mode="edge")
    forward = np.roll(padded, -1, axis)[1:-1, 1:-1]
    backward = np.roll(padded, 1, axis)[1:-1, 1:-1]
    return forward, backward


def graph(values, step_x, step_y):
    smooth = ndi.gaussian_filter(values, (1 / step_y, 1 / step_x), truncate=4).astype(float)
    right, left = edge_padded_difference(smooth, 1)
    below, above = edge_padded_difference(smooth, 0)
    dx, dy = (right - left) / (2 * step_x), (below - above) / (2 * step_y)
    length = np.hypot(dx, dy)
    with np.errstate(invalid="ignore", divide="ignore"):
        along = np.where(length > 0, np.stack([dy, -dx]) / length, 0)
    positive = np.sort(length[length > 0])
    full = positive[int(0.95 * (len(positive) - 1))]
    laplacian = (right - 2 * smooth + left) / step_x ** 2 + (below - 2 * smooth + above) / step_y ** 2
    crossing = np.zeros(values.shape, bool)
    rows, columns = values.shape
    for y in range(rows):
        for x in range(columns):
            for oy, ox in ((y, x + 1), (y + 1, x)):
                if oy < rows and ox < columns and laplacian[y, x] * laplacian[oy, ox] < 0:
                    nearer = (y, x) if abs(laplacian[y, x]) <= abs(laplacian[oy, ox]) else (oy, ox)
                    crossing[nearer] = True
    local = 0.43 * (1 - np.minimum(1, length / full)) + 0.43 * ~crossing
    entries = []
    for y in range(rows):
        for x in range(columns):
            for ddy in (-1, 0, 1):
                for ddx in (-1, 0, 1):
                    oy, ox = y + ddy, x + ddx
                    if (ddx or ddy) and 0 <= oy < rows and 0 <= ox < columns:
                        way = np.array([ddx * step_x, ddy * step_y])
                        far = np.hypot(*way)
                        before, after = along[:, y, x] @ way / far, along[:, oy, ox] @ way / far
                        turn = np.arccos(min(1, abs(before))) + np.arccos(np.clip(-after if before < 0 else after, -1, 1))
                        cost = local[oy, ox] + 0.14 * 2 / (3 * np.pi) * turn
                        entries.append((y * columns + x, oy * columns + ox, max(1, np.floor(255 * cost * far + 0.5))))
    at, to, cost = zip(*entries)
    return csr_matrix((cost, (at, to)), shape=(values.size, values.size))


def wires():
    cases = []
    for step_x, step_y in ((1, 1), (1, 2.5)):
        values = picture(19, 26, 2)
        costs = graph(values, step_x, step_y)
        for _ in range(3):
            start = int(rng.integers(values.size))
            ends = rng.integers(values.size, size=8).tolist()
            cases.append({"columns": 26, "rows": 19, "columnMm": step_x * 0.7, "rowMm": step_y * 0.7,
                          "values": values.ravel().tolist(), "start": start, "ends": ends,
                          "costs": dijkstra(costs, indices=start)[ends].tolist()})
    return cases


def basins():
    cases = []
    for shape in ((1, 15, 18), (6, 7, 8)):
        values = ndi.gaussian_filter(rng.standard_normal(shape), 1).ravel().argsort().argsort().reshape(shape)
        for level in (0.5, 10.5, 40.5, 120.5):
            filled = reconstruction(values + level, values, "erosion", footprint=ndi.generate_binary_structure(3, 1))
            count = int(label(local_minima(filled, connectivity=1), connectivity=1).max())
            cases.append({"size": list(shape[::-1]), "level": level, "values": values.ravel().tolist(), "count": count})
    return cases


print(json.dumps({"levels": levels(), "wires": wires(), "basins": basins()}, separators=(",", ":")))
