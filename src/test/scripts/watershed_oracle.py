"""Labels by scikit-image (python3-skimage) of small reliefs, for WatershedTest: prints oracle.json.

Values are all different, so that no order among equals matters.
"""
import json

import numpy as np
from scipy import ndimage as ndi
from skimage.segmentation import watershed

rng = np.random.default_rng(20261127)
cases = []
for shape in [(1, 9, 11), (5, 6, 7), (4, 5, 9)]:
    smooth = ndi.gaussian_filter(rng.standard_normal(shape), 1.2)
    values = smooth.ravel().argsort().argsort().reshape(shape)
    markers = np.zeros(shape, np.int32)
    for label, place in enumerate(rng.choice(values.size, 6, replace=False), 1):
        markers.ravel()[place] = label * 1000003
    mask = rng.random(shape) < 0.85
    for connectivity in (1, 3):
        for masked in (False, True):
            for lines in (False, True):
                labels = watershed(values.astype(np.float32), markers, ndi.generate_binary_structure(3, connectivity),
                                   mask=mask if masked else None, watershed_line=lines)
                cases.append({
                    "size": list(shape[::-1]), "neighbours": 6 if connectivity == 1 else 26, "lines": lines,
                    "values": values.ravel().tolist(), "markers": markers.ravel().tolist(),
                    "mask": mask.astype(int).ravel().tolist() if masked else None, "labels": labels.ravel().tolist()})
print("[" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "]")
