#!/usr/bin/env python3
"""Reads pairs of DICOM files with pydicom and prints where their datasets differ.

    dicom_same.py FILE OTHER [FILE OTHER ...]

Group lengths do not count, nor does the VR that pydicom guesses for implicit files. Ends with 3 if pydicom is missing.
"""
import sys
import warnings

try:
    import pydicom
except ImportError:
    sys.exit(3)

warnings.simplefilter("ignore")


def raw(value):
    if isinstance(value, bytes):
        return value.rstrip(b"\0")
    return value


def swapped(data):
    result = bytearray(data)
    result[::2], result[1::2] = data[1::2], data[::2]
    return bytes(result)


def compare(a, b, where):
    tags = {t for t in list(a.keys()) + list(b.keys()) if t.element != 0}
    for tag in sorted(tags):
        if tag not in a or tag not in b:
            print(where, tag, "is missing")
            continue
        x, y = a[tag], b[tag]
        if x.VR == "SQ" and y.VR == "SQ":
            if len(x.value) != len(y.value):
                print(where, tag, len(x.value), "items and", len(y.value))
            for i, (p, q) in enumerate(zip(x.value, y.value)):
                compare(p, q, f"{where} {tag}[{i}]")
        elif x.VR == y.VR:
            if SWAPPED and (x.VR == "OW" and swapped(x.value) == y.value or tag == 0x7FE00010 or x.VR in ("OF", "OD")):
                continue  # pydicom leaves these as they are; pixels are compared below
            if raw(x.value) != raw(y.value) and str(x.value) != str(y.value):
                print(where, tag, x.VR, repr(x.value)[:60], "and", repr(y.value)[:60])
        elif "UN" not in (x.VR, y.VR) and not IMPLICIT:
            print(where, tag, "VR", x.VR, "and", y.VR)


pairs = sys.argv[1:]
for first, second in zip(pairs[::2], pairs[1::2]):
    a = pydicom.dcmread(first, force=True)
    b = pydicom.dcmread(second)
    b.decode()
    a.decode()
    IMPLICIT = b.is_implicit_VR or a.is_implicit_VR
    SWAPPED = a.is_little_endian != b.is_little_endian
    compare(a, b, first.split("/")[-1])
    if "PixelData" in a and a.PixelData is not None and not a.file_meta.get("TransferSyntaxUID", "").startswith("1.2.840.10008.1.2.4"):
        a.file_meta.TransferSyntaxUID = a.file_meta.get("TransferSyntaxUID", pydicom.uid.ImplicitVRLittleEndian)
        if (a.pixel_array != b.pixel_array).any():
            print(first, "pixels differ")
