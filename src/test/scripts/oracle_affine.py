#!/usr/bin/python3
"""Prints what nibabel reads from the NIfTI files of the shared data, one file per line, tab-separated.

usage: oracle_affine.py DATA_FOLDER > ../resources/org/annotomy/image/nifti/oracle_affine.tsv
columns: path, sizes x y z t c, twelve numbers of the voxel-to-patient affine in LPS mm (row by row),
slope, intercept, sum of the stored values (NaN left out), SHA-256 of them (little endian, x fastest).
Made with nibabel 5.0.0.
"""
import hashlib
import os
import sys

import nibabel
import numpy as np

root = sys.argv[1]
for folder in ("nifti", "nifti_t2"):
    for name in sorted(os.listdir(os.path.join(root, folder))):
        image = nibabel.load(os.path.join(root, folder, name))
        lps = np.diag([-1, -1, 1, 1]) @ image.affine
        stored = image.dataobj.get_unscaled() if hasattr(image.dataobj, "get_unscaled") else np.asanyarray(image.dataobj)
        sizes = list(stored.shape) + [1] * (5 - stored.ndim)
        slope, intercept = image.dataobj.slope, image.dataobj.inter
        little = np.ascontiguousarray(stored.T).astype(stored.dtype.newbyteorder("<"))
        total = np.nansum(stored.astype(np.float64))
        print("\t".join([folder + "/" + name, " ".join(map(str, sizes)), " ".join(repr(float(v)) for v in lps[:3].ravel()),
                         repr(float(slope)), repr(float(intercept)),
                         repr(float(total)), hashlib.sha256(little.tobytes()).hexdigest()]))
