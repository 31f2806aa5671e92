#!/usr/bin/env python3
"""What dcm2niix (1.0.20220720 when the table was made) and nibabel make of the real series: python3 dcm2niix_oracle.py DATA > dcm2niix.tsv

A line for each series: folder, kind (plain, or tilt for dcm2niix's own correction of the gantry tilt), nx, ny, nz, the 12 numbers of the
affine in LPS with the rows in the order of the file, minimum, maximum and sum of the rescaled values, and, for each slice, the centre
of the values along y (rows, weights: value minus minimum). Where dcm2niix stored the slices the other way round, they are turned.
"""
import glob
import os
import subprocess
import sys
import tempfile

import nibabel
import numpy

SERIES = ["series/ct_axial_philips_5mm", "series/ct_tilt_philips_part", "seg_liver/ct", "seg_23x38x3/image", "rtstruct_phantom"]


def line(folder, kind, path):
    image = nibabel.load(path)
    values = numpy.asanyarray(image.dataobj).astype(float)[:, ::-1, :]
    rows = values.shape[1]
    flip = numpy.eye(4)
    flip[1, 1] = -1
    flip[1, 3] = rows - 1
    affine = numpy.diag([-1, -1, 1, 1]) @ image.affine @ flip
    if numpy.dot(numpy.cross(affine[:3, 0], affine[:3, 1]), affine[:3, 2]) < 0:
        values = values[:, :, ::-1]
        affine[:3, 3] += affine[:3, 2] * (values.shape[2] - 1)
        affine[:3, 2] *= -1
    weights = values - values.min()
    y = numpy.arange(rows)[None, :, None]
    centres = (weights * y).sum((0, 1)) / numpy.maximum(weights.sum((0, 1)), 1e-9)
    numbers = list(values.shape) + ["%.9g" % v for v in affine[:3].ravel()] + ["%.10g" % v for v in
               (values.min(), values.max(), values.sum())] + [",".join("%.5f" % c for c in centres)]
    print("\t".join([folder, kind] + [str(n) for n in numbers]))


for folder in SERIES:
    with tempfile.TemporaryDirectory() as out:
        subprocess.run(["dcm2niix", "-b", "n", "-z", "n", "-o", out, os.path.join(sys.argv[1], folder)], check=True,
                       stdout=subprocess.DEVNULL)
        for path in sorted(glob.glob(out + "/*.nii")):
            line(folder, "tilt" if "_Tilt_" in path else "plain", path)
