"""Writes src/test/resources/org/annotomy/display/oracle.json: grey levels of display windows as pydicom's apply_voi_lut gives them
(checked here against the formulas of DICOM PS3.3 C.11.2.1 in exact arithmetic where they are rational), and percentiles as numpy
gives them. Needs pydicom 3 and numpy 2: python3 display_oracle.py > ../resources/org/annotomy/display/oracle.json"""
import json
from fractions import Fraction

import numpy as np
import pydicom
from pydicom.dataset import Dataset
from pydicom.pixels import apply_voi_lut

WINDOWS = [
    ("LINEAR", 40, 80), ("LINEAR", -500, 1500), ("LINEAR", 32, 8), ("LINEAR", 128, 1), ("LINEAR", 127.5, 3), ("LINEAR", 100, 2),
    ("LINEAR_EXACT", 40, 80), ("LINEAR_EXACT", 2.5, 5), ("LINEAR_EXACT", 0.5, 1), ("LINEAR_EXACT", -426, 1000),
    ("SIGMOID", 40, 80), ("SIGMOID", 2048, 4096), ("SIGMOID", 2.5, 5), ("SIGMOID", -600, 1500),
]


def exact(function, c, w, x):
    c, w, x = Fraction(c), Fraction(w), Fraction(x)
    if function == "LINEAR":
        low, high = c - Fraction(1, 2) - (w - 1) / 2, c - Fraction(1, 2) + (w - 1) / 2
        if x <= low:
            return 0.0
        if x > high:
            return 255.0
        return float(((x - (c - Fraction(1, 2))) / (w - 1) + Fraction(1, 2)) * 255)
    if x <= c - w / 2:
        return 0.0
    if x > c + w / 2:
        return 255.0
    return float(((x - c) / w + Fraction(1, 2)) * 255)


def window(function, c, w):
    ds = Dataset()
    ds.PhotometricInterpretation = "MONOCHROME2"
    ds.PixelRepresentation = 0
    ds.BitsStored = 8
    ds.WindowCenter, ds.WindowWidth, ds.VOILUTFunction = c, w, function
    x = np.unique(np.concatenate([c + w * np.linspace(-2, 2, 41), np.array([c - 0.5, c, c + 0.5, c - w / 2, c + w / 2, 0.0])]))
    y = apply_voi_lut(x, ds)
    if function != "SIGMOID":
        np.testing.assert_allclose(y, [exact(function, c, w, v) for v in x], rtol=0, atol=1e-9)
    return {"function": function, "center": c, "width": w, "values": x.tolist(), "grey": y.tolist()}


def percentiles(kind, values):
    percents = [0, 0.1, 2, 25, 30, 50, 70, 75, 98, 99.9, 100]
    found = [float(np.percentile(values, p, method="inverted_cdf")) for p in percents]
    return {"type": kind, "values": values.tolist(), "percents": percents, "found": found}


rng = np.random.default_rng(20261123)
samples = [
    percentiles("UINT8", rng.integers(0, 256, 997)),
    percentiles("INT8", rng.integers(-128, 128, 501)),
    percentiles("UINT16", rng.integers(0, 65536, 1303)),
    percentiles("INT16", np.concatenate([np.full(600, -1024), rng.normal(40, 300, 701).astype(int)])),
    percentiles("INT32", rng.integers(-2**31, 2**31, 401)),
    percentiles("UINT32", rng.integers(0, 2**32, 401)),
    percentiles("FLOAT32", np.concatenate([rng.normal(0, 1e-3, 301), rng.normal(0, 1e4, 302)]).astype(np.float32)),
    percentiles("FLOAT64", rng.normal(7, 3, 333)),
]
print(json.dumps({"made by": f"display_oracle.py with pydicom {pydicom.__version__}, numpy {np.__version__}",
                  "windows": [window(*w) for w in WINDOWS], "percentiles": samples}))
