"""Writes src/test/resources/org/annotomy/dicom/display.json: how DCMTK's dcm2pnm shows made-up grey pixels under modality LUTs, rescale,
windows, VOI LUTs and presentation LUT shapes. Each case holds all that is needed to make the same image again.
Needs pydicom and dcmtk: python3 dicom_display_oracle.py > ../resources/org/annotomy/dicom/display.json"""
import json
import os
import subprocess
import sys
import tempfile

import numpy as np
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian

WIDE = [0, 100, 500, 1000, 1500, 2000, 3000, 4095]
SIGNED = [-2048, -1000, -1, 0, 1, 40, 1000, 2047]
CURVE = [int(round((i / 255) ** 0.5 * 4095)) for i in range(256)]


def case(name, pixels=WIDE, signed=0, bits=(16, 12, 11), pi="MONOCHROME2", tables=None, how=("+Wi", "1"), **values):
    return dict(name=name, pixels=pixels, signed=signed, bits=list(bits), pi=pi, tables=tables or {}, how=list(how), set=values)


CASES = [
    case("linear", WindowCenter=2048, WindowWidth=4096),
    case("linear narrow", WindowCenter=1000.5, WindowWidth=2, pixels=[998, 999, 1000, 1001, 1002, 1003, 0, 4095]),
    case("linear width one", WindowCenter=1000, WindowWidth=1, pixels=[998, 999, 1000, 1001, 1002, 1003, 0, 4095]),
    case("linear after rescale", WindowCenter=40, WindowWidth=400, RescaleSlope=1, RescaleIntercept=-1024),
    case("linear after fractional rescale", WindowCenter=100, WindowWidth=350, RescaleSlope=0.5, RescaleIntercept=-250),
    case("sigmoid", WindowCenter=2048, WindowWidth=2048, VOILUTFunction="SIGMOID"),
    case("linear signed", pixels=SIGNED, signed=1, WindowCenter=0, WindowWidth=1000),
    case("linear, low bits unused", pixels=[p << 4 for p in WIDE], bits=(16, 12, 15), WindowCenter=2048, WindowWidth=4096),
    case("monochrome 1", pi="MONOCHROME1", WindowCenter=2048, WindowWidth=4096),
    case("monochrome 1, shape inverse", pi="MONOCHROME1", PresentationLUTShape="INVERSE", WindowCenter=1500, WindowWidth=2000),
    case("monochrome 2, shape inverse", PresentationLUTShape="INVERSE", WindowCenter=1500, WindowWidth=2000),
    case("voi table", tables={"VOILUTSequence": [[1000, 12, CURVE]]}, how=("+Wl", "1"), pixels=[0, 999, 1000, 1001, 1100, 1254, 1255, 4095]),
    case("voi table, second", tables={"VOILUTSequence": [[0, 8, [0, 255]], [500, 16, [0, 1000, 30000, 65535]]]}, how=("+Wl", "2"),
         pixels=[0, 499, 500, 501, 502, 503, 504, 4095]),
    case("voi table after rescale, signed", tables={"VOILUTSequence": [[-100, 12, CURVE]]}, how=("+Wl", "1"), RescaleSlope=1,
         RescaleIntercept=-1024, pixels=[0, 923, 924, 1000, 1024, 1100, 1179, 4095]),
    case("voi table, monochrome 1", pi="MONOCHROME1", tables={"VOILUTSequence": [[1000, 12, CURVE]]}, how=("+Wl", "1"),
         pixels=[0, 999, 1000, 1001, 1100, 1254, 1255, 4095]),
    case("modality table, then window", tables={"ModalityLUTSequence": [[100, 16, [i * i % 60000 for i in range(200)]]]},
         WindowCenter=10000, WindowWidth=20000, pixels=[0, 99, 100, 150, 200, 250, 299, 4095]),
    case("modality table, signed input", tables={"ModalityLUTSequence": [[-100, 16, [i * 300 for i in range(200)]]]}, signed=1,
         pixels=[-2048, -101, -100, -50, 0, 50, 99, 2047], WindowCenter=30000, WindowWidth=60000),
]


def dataset(c):
    ds = Dataset()
    ds.file_meta = FileMetaDataset()
    ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    ds.is_little_endian, ds.is_implicit_VR = True, False
    ds.SOPClassUID, ds.SOPInstanceUID = "1.2.840.10008.5.1.4.1.1.7", "2.25.1"
    ds.file_meta.MediaStorageSOPClassUID, ds.file_meta.MediaStorageSOPInstanceUID = ds.SOPClassUID, ds.SOPInstanceUID
    ds.Rows, ds.Columns, ds.SamplesPerPixel, ds.PhotometricInterpretation = 1, len(c["pixels"]), 1, c["pi"]
    ds.BitsAllocated, ds.BitsStored, ds.HighBit = c["bits"]
    ds.PixelRepresentation = c["signed"]
    ds.PixelData = (np.array(c["pixels"]) & 0xffff).astype("<u2").tobytes()
    for keyword, value in c["set"].items():
        setattr(ds, keyword, value)
    for keyword, tables in c["tables"].items():
        items = []
        for first, bits, values in tables:
            item = Dataset()
            item.add_new(0x00283002, "SS" if first < 0 else "US", [len(values), first, bits])
            if keyword == "ModalityLUTSequence":
                item.ModalityLUTType = "US"
            item.add_new(0x00283006, "OW", np.array(values, "<u2").tobytes())
            items.append(item)
        setattr(ds, keyword, Sequence(items))
    return ds


with tempfile.TemporaryDirectory() as folder:
    source, target = os.path.join(folder, "a.dcm"), os.path.join(folder, "a.pgm")
    for c in CASES:
        dataset(c).save_as(source, write_like_original=False)
        subprocess.run(["dcm2pnm", *c["how"], "+op", source, target], check=True, stdout=sys.stderr)
        c["expected"] = list(open(target, "rb").read()[-len(c["pixels"]):])
print(json.dumps(CASES, indent=0))
