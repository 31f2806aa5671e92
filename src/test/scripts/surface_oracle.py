"""Surfaces of balls by scikit-image's marching cubes, for MarchingCubesTest: python3 surface_oracle.py > .../segmentation/surface/surfaces.json"""
import json
import numpy as np
from skimage import measure

balls = []
for size, spacing, radius in [((25, 25, 25), (1, 1, 1), 10), ((91, 79, 27), (0.7, 0.8, 2.5), 25), ((33, 21, 15), (0.5, 1, 1.5), 7),
                              ((12, 12, 12), (1, 1, 1), 5)]:
    nx, ny, nz = size
    z, y, x = np.meshgrid(np.arange(nz), np.arange(ny), np.arange(nx), indexing='ij')
    d = sum(((i - (n - 1) / 2) * mm) ** 2 for i, n, mm in zip((x, y, z), size, spacing))
    mask = np.pad((d <= radius * radius).astype(np.uint8), 1)
    v, f, _, _ = measure.marching_cubes(mask, 0.5, spacing=spacing[::-1])
    balls.append(dict(size=size, spacing=spacing, radius=radius, vertices=len(v), triangles=len(f),
                      area=float(measure.mesh_surface_area(v, f))))
print(json.dumps(dict(program='scikit-image 0.19.3', balls=balls), indent=1))
