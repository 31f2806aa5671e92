"""Writes src/test/resources/org/annotomy/segmentation/oracle.json: thresholds, components, holes, floods and statistics by scikit-image and scipy.

Run from the root of the checkout with Debian's python3-skimage 0.19.3 and python3-scipy 1.10.1: /usr/bin/python3 src/test/scripts/segmentation_oracle.py
The volume is the one of org.annotomy.segmentation.FormulaVolume.
"""
import json
import numpy as np
from scipy import ndimage as ndi
import skimage.filters as fl
import skimage.measure as me
import skimage.segmentation as sg

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
ball = ((X - 18) ** 2 + (Y - 14) ** 2 + 2 * (Z - 11) ** 2 < 130)
bar = (X < 9) & (Y > 20)
values = (noise + 90 * ball + 160 * bar - 40).astype(np.int16)
mask = (hashed(X // 2, Y // 2, Z // 2, 4) < 330).astype(np.uint8)
walls = (hashed(X, Y, Z, 5) < 620).astype(np.uint8)
labels = (hashed(X // 6, Y // 6, Z // 6, 6) % 7 * 9000).astype(np.int32)
weights = np.arange(mask.size).reshape(mask.shape) % 97
out = {}

thresholds = {}
thresholds['otsu'] = float(fl.threshold_otsu(values))
thresholds['isodata'] = float(fl.threshold_isodata(values))
thresholds['li'] = float(fl.threshold_li(values))
thresholds['triangle'] = float(fl.threshold_triangle(values))
thresholds['yen'] = float(fl.threshold_yen(values))
out['thresholds'] = thresholds
out['multiotsu'] = [[float(t) for t in fl.threshold_multiotsu(values, classes=c, nbins=256)] for c in (2, 3, 4)]
rows = []
f = values.astype(np.float64)
for method, k in (('mean', 0), ('niblack', 0.2), ('niblack', -0.7), ('sauvola', 0.2)):
    window = (5, 7, 9)  # z, y, x
    if method == 'mean':
        t = ndi.uniform_filter(f, window)
    elif method == 'niblack':
        t = fl.threshold_niblack(f, window_size=window, k=k)
    else:
        t = fl.threshold_sauvola(f + 40, window_size=window, k=k, r=128)
    above = (f + (40 if method == 'sauvola' else 0)) > t
    inner = np.zeros_like(above)
    inner[2:-2, 3:-3, 4:-4] = above[2:-2, 3:-3, 4:-4]
    rows.append({'method': method, 'k': k, 'voxels': int(inner.sum()), 'sum': int((inner * weights).sum())})
out['local'] = rows

rows = []
for rank, connectivity in ((1, 6), (2, 18), (3, 26)):
    structure = ndi.generate_binary_structure(3, rank)
    l, n = ndi.label(mask, structure)
    m = me.label(labels, background=0, connectivity=rank)
    rows.append({'connectivity': connectivity, 'count': int(n), 'sum': int((l * weights).sum()), 'labels': int(m.max()), 'labelSum': int((m.astype(np.int64) * weights).sum())})
out['components'] = rows
filled = ndi.binary_fill_holes(walls)
out['holes'] = {'voxels': int(filled.sum()), 'sum': int((filled * weights).sum())}
for axis, name in ((0, 'z'), (1, 'y'), (2, 'x')):
    planes = np.stack([ndi.binary_fill_holes(p) for p in np.moveaxis(walls, axis, 0)])
    planes = np.moveaxis(planes, 0, axis)
    out['holes'][name] = int((planes * weights).sum())
rows = []
for connectivity, rank in ((6, 1), (18, 2), (26, 3)):
    r = sg.flood(values, (11, 14, 18), tolerance=40, connectivity=rank)
    rows.append({'connectivity': connectivity, 'voxels': int(r.sum()), 'sum': int((r * weights).sum())})
out['floods'] = rows

rows = []
for label in np.unique(labels):
    if label == 0:
        continue
    at = labels == label
    v = values[at].astype(np.float64)
    c = ndi.center_of_mass(at)
    p = np.argwhere(at)
    rows.append({'label': int(label), 'count': int(at.sum()), 'sum': float(v.sum()), 'mean': float(v.mean()), 'sd': float(v.std(ddof=1)), 'min': float(v.min()), 'max': float(v.max()), 'median': float(np.median(v)),
                 'p10': float(np.percentile(v, 10)), 'centroid': [c[2], c[1], c[0]], 'first': [int(i) for i in p.min(0)[::-1]], 'last': [int(i) for i in p.max(0)[::-1]]})
out['labels'] = rows

# shapes: principal axes from the covariance of voxel boxes in mm, as ITK's label shape filter; spacing x, y, z
spacing = np.array([0.8, 0.8, 2.5])
rows = []
for name, shape in (('ball', ball), ('bar', bar & (Z > 2) & (Z < 12))):
    p = np.argwhere(shape)[:, ::-1] * spacing
    cov = np.cov(p.T, bias=True)
    w = np.linalg.eigvalsh(cov)[::-1]
    from scipy.spatial import ConvexHull
    from scipy.spatial.distance import pdist
    corners = np.unique(np.concatenate([np.argwhere(shape)[:, ::-1] + np.array([a, b, c]) for a in (-.5, .5) for b in (-.5, .5) for c in (-.5, .5)]), axis=0) * spacing
    longest = pdist(corners[ConvexHull(corners).vertices]).max()
    slices = []
    for z in range(NZ):
        q = np.argwhere(shape[z])[:, ::-1]
        if len(q):
            q = np.unique(np.concatenate([q + np.array([a, b]) for a in (-.5, .5) for b in (-.5, .5)]), axis=0) * spacing[:2]
            slices.append(float(pdist(q[ConvexHull(q).vertices]).max()))
    v, faces, _, _ = me.marching_cubes(np.pad(shape, 1).astype(np.float32).transpose(2, 1, 0), 0.5, spacing=tuple(spacing), method='lorensen')
    rows.append({'shape': name, 'voxels': int(shape.sum()), 'variances': [float(i) for i in w], 'longest': float(longest), 'inSlice': slices, 'surface': float(me.mesh_surface_area(v, faces))})
out['shapes'] = rows
json.dump(out, open('src/test/resources/org/annotomy/segmentation/oracle.json', 'w'), indent=1)
print(json.dumps(out['thresholds']), out['multiotsu'], out['components'], out['holes'])
