#!/usr/bin/python3
"""Prints random qforms and the affines nibabel makes of them: quaternion b c d, offset x y z, qfac, pixdim x y z, then twelve numbers in LPS mm.

usage: oracle_qform.py > ../resources/org/annotomy/image/nifti/oracle_qform.tsv
Made with nibabel 5.0.0.
"""
import nibabel
import numpy as np

random = np.random.RandomState(20261123)
for row in range(40):
    quaternion = random.normal(size=4)
    quaternion /= np.linalg.norm(quaternion)
    if quaternion[0] < 0:
        quaternion = -quaternion
    if row % 10 == 9:
        quaternion = np.eye(4)[row // 10]
    header = nibabel.Nifti1Header()
    header.set_data_shape((7, 6, 5))
    header["pixdim"][0] = -1 if row % 2 else 1
    header["pixdim"][1:4] = random.uniform(0.3, 5, size=3)
    header["quatern_b"], header["quatern_c"], header["quatern_d"] = quaternion[1:]
    header["qoffset_x"], header["qoffset_y"], header["qoffset_z"] = random.uniform(-200, 200, size=3)
    header["qform_code"] = 1
    lps = np.diag([-1, -1, 1, 1]) @ header.get_best_affine()
    numbers = [header[k] for k in ("quatern_b", "quatern_c", "quatern_d", "qoffset_x", "qoffset_y", "qoffset_z")]
    print("\t".join(repr(float(v)) for v in [*numbers, *header["pixdim"][:4], *lps[:3].ravel()]))
