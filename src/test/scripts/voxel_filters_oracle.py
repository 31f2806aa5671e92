"""Writes src/test/resources/org/annotomy/segmentation/volume/voxel_filters.json: small volumes and what scipy makes of them.
Run from the root of the project: python3 src/test/scripts/voxel_filters_oracle.py (numpy, scipy)."""
import json
import numpy as np, scipy
from scipy import ndimage as ndi

NX, NY, NZ = 15, 12, 9
SP = (2.5, 0.9, 0.7)  # z, y, x
rng = np.random.Generator(np.random.PCG64(20261127))
smooth = ndi.gaussian_filter(rng.standard_normal((NZ, NY, NX)), 1.0)
mask = smooth > 0.05
labels = np.digitize(ndi.gaussian_filter(rng.standard_normal((NZ, NY, NX)), 1.5), [-0.06, 0.0, 0.06])
image = np.round(100 * rng.standard_normal((NZ, NY, NX)) + 40 * np.arange(NX)).astype(np.int16)


def bits(a): return ''.join('1' if v else '0' for v in np.asarray(a).ravel())
def numbers(a): return [float('%.7g' % v) for v in np.asarray(a, float).ravel()]


def labels_edt():
    out = np.zeros(labels.shape)
    for v in range(1, labels.max() + 1):
        d = ndi.distance_transform_edt(labels == v, sampling=SP)
        out[labels == v] = d[labels == v]
    return out


def ball(r):
    n = [int(q / s + 1e-9) for q, s in zip(r, SP)]
    g = np.ogrid[tuple(slice(-k, k + 1) for k in n)]
    return sum((a * s / q) ** 2 for a, s, q in zip(g, SP, r)) <= 1 + 1e-9


def dilate(m, k): return ndi.binary_dilation(m, k)
def erode(m, k): return ndi.binary_erosion(m, k, border_value=1)


def shape(m, axis):
    m = np.moveaxis(m, axis, 0)
    sp = [s for i, s in enumerate(SP) if i != axis]
    out = m.copy()
    keys = [i for i in range(len(m)) if m[i].any()]
    sd = {i: ndi.distance_transform_edt(m[i], sampling=sp) - ndi.distance_transform_edt(~m[i], sampling=sp) for i in keys}
    for a, b in zip(keys, keys[1:]):
        for k in range(1, b - a):
            t = k / (b - a)
            out[a + k] = (1 - t) * sd[a] + t * sd[b] > 1e-9
    return np.moveaxis(out, 0, axis)


def sparse(axis, step):
    m = np.moveaxis(smooth > 0, axis, 0).copy()
    for i in range(len(m)):
        if i % step: m[i] = False
    return np.moveaxis(m, 0, axis)


R = (3.0, 3.0, 3.0)
E3 = (5.0, 1.9, 0.8)
out = dict(scipy=scipy.__version__, numpy=np.__version__, size=[NX, NY, NZ], spacing=list(SP[::-1]),
           mask=bits(mask), labels=[int(v) for v in labels.ravel()], image=[int(v) for v in image.ravel()])
out['inside'] = numbers(ndi.distance_transform_edt(mask, sampling=SP))
out['outside'] = numbers(ndi.distance_transform_edt(~mask, sampling=SP))
out['label_distances'] = numbers(labels_edt())
for name, r in (('ball3', R), ('ellipsoid', E3)):
    k = ball(r)
    out[name] = dict(radii=list(r[::-1]), dilate=bits(dilate(mask, k)), erode=bits(erode(mask, k)),
                     open=bits(dilate(erode(mask, k), k)), close=bits(erode(dilate(mask, k), k)))
box = np.ones((3, 3, 5), bool)
out['box'] = dict(dilate=bits(dilate(mask, box)), erode=bits(erode(mask, box)))
out['median_mask'] = bits(ndi.median_filter(mask.astype(np.uint8), 3))
out['median_image'] = [int(v) for v in ndi.median_filter(image, (3, 3, 5)).ravel()]
sd = [1.8 / s for s in SP]
out['gauss'] = numbers(ndi.gaussian_filter(image.astype(float), sd))
g = ndi.gaussian_filter(mask.astype(float), sd)
out['gauss_mask'] = numbers(g)
out['gradient'] = numbers(np.sqrt(sum(a ** 2 for a in np.gradient(image.astype(float), *SP))))
out['shapes'] = [dict(axis=2 - a, mask=bits(sparse(a, s)), filled=bits(shape(sparse(a, s), a))) for a, s in ((0, 4), (1, 3), (2, 5))]
with open('src/test/resources/org/annotomy/segmentation/volume/voxel_filters.json', 'w') as f:
    json.dump(out, f, separators=(',', ':'))
    f.write('\n')
