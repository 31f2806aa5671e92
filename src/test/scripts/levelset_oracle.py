"""Prints src/test/resources/org/annotomy/segmentation/levelset/levelset.json: contours by scikit-image and times of arrival by scikit-fmm.

Run from the root of the checkout with Debian's python3-skimage 0.19.3, python3-scikit-fmm 2022.08.15 and python3-scipy 1.10.1:
/usr/bin/python3 src/test/scripts/levelset_oracle.py > src/test/resources/org/annotomy/segmentation/levelset/levelset.json
The volume is the one of org.annotomy.segmentation.FormulaVolume; arrays are z, y, x.
"""
import json
import numpy as np
import skfmm
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
ball = (X - 18) ** 2 + (Y - 14) ** 2 + 2 * (Z - 11) ** 2 < 130
values = (noise + 90 * ball - 40).astype(float)
start = ((X - 18) ** 2 + (Y - 14) ** 2 + (Z - 11) ** 2 < 16).astype(np.int8)


def bits(mask):
    return ''.join('1' if v else '0' for v in mask.ravel())


out = {'regions': bits(sg.morphological_chan_vese(values, 40, init_level_set=start, smoothing=1))}
edges = sg.inverse_gaussian_gradient(values, alpha=100, sigma=1.5)
out['edges'] = bits(sg.morphological_geodesic_active_contour(edges, 60, init_level_set=start, smoothing=1, threshold='auto',
                                                             balloon=1))
speed = 0.2 + hashed(X // 3, Y // 3, Z // 3, 7) / 250.0
seeds = np.ones((NZ, NY, NX))
seeds[4, 5, 6] = seeds[15, 20, 30] = 0
times = skfmm.travel_time(seeds, speed, dx=[2.5, 0.8, 1.0], order=1)
out['times'] = [round(float(t), 5) for t in np.asarray(times).ravel()[::7]]
print(json.dumps(out, separators=(',', ':')))
