#!/usr/bin/env python3
"""Makes src/test/resources/org/annotomy/dicom/codec/streams.txt: tiny JPEG and JPEG-LS streams and the samples in them.

Each stream is checked by a decoder that is not ours before it is written: dcmdjpeg for JPEG, CharLS for JPEG-LS.
Needs dcmtk, python3-pydicom, python3-numpy and libcharls2 (Debian). Run it from the top of the project.

A line: name, rows, columns, samples per pixel, precision, stream in base64, samples (16 bits, little endian, pixel by pixel) in base64.
"""
import base64
import ctypes
import os
import subprocess
import tempfile

import numpy as np
import pydicom
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate

OUT = "src/test/resources/org/annotomy/dicom/codec/streams.txt"
SYNTAX = "1.2.840.10008.1.2.4."
rows, columns = 9, 13
lines = []


def picture(bits, samples=1, seed=1, noise=1.0):
    """Ramps, noise, a flat corner, and both ends of the range."""
    rng = np.random.default_rng(seed)
    y, x, c = np.mgrid[0:rows, 0:columns, 0:samples]
    top = (1 << bits) - 1
    a = top * (0.2 + 0.03 * x + 0.02 * y + 0.1 * c) + noise * top / 64 * rng.standard_normal(x.shape)
    a[: rows // 2, : columns // 2] = top // 3
    a[-1, -1], a[0, -1] = top, 0
    return np.clip(np.rint(a), 0, top).astype(np.uint16)


def dataset(a, bits):
    d = Dataset()
    d.SOPClassUID, d.SOPInstanceUID = "1.2.840.10008.5.1.4.1.1.7", "2.25.1"
    d.PatientName, d.PatientID, d.StudyInstanceUID, d.SeriesInstanceUID = "", "", "2.25.2", "2.25.3"
    d.Modality, d.Rows, d.Columns, d.SamplesPerPixel = "OT", a.shape[0], a.shape[1], a.shape[2]
    d.BitsAllocated = 8 if bits <= 8 else 16
    d.BitsStored, d.HighBit, d.PixelRepresentation = bits, bits - 1, 0
    d.PhotometricInterpretation = "RGB" if a.shape[2] == 3 else "MONOCHROME2"
    if a.shape[2] == 3:
        d.PlanarConfiguration = 0
    d.is_little_endian, d.is_implicit_VR = True, False
    d.file_meta = FileMetaDataset()
    d.file_meta.MediaStorageSOPClassUID, d.file_meta.MediaStorageSOPInstanceUID = d.SOPClassUID, d.SOPInstanceUID
    return d


def samples(d):
    kind = "<u1" if d.BitsAllocated == 8 else "<u2"
    a = np.frombuffer(d.PixelData, kind, count=d.Rows * d.Columns * d.SamplesPerPixel)
    if d.SamplesPerPixel == 3 and d.PlanarConfiguration == 1:
        return a.reshape(3, d.Rows, d.Columns).transpose(1, 2, 0).astype(np.uint16)
    return a.reshape(d.Rows, d.Columns, d.SamplesPerPixel).astype(np.uint16)


def frame(d):
    return next(pydicom.encaps.generate_pixel_data_frame(d.PixelData, 1))


def run(*command):
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def dcmtk_encode(a, bits, *command):
    with tempfile.TemporaryDirectory() as t:
        d = dataset(a, bits)
        d.file_meta.TransferSyntaxUID = "1.2.840.10008.1.2.1"
        d.PixelData = a.astype("<u1" if bits <= 8 else "<u2").tobytes() + (b"\0" if bits <= 8 and a.size % 2 else b"")
        d.save_as(t + "/a", write_like_original=False)
        run(*command, t + "/a", t + "/b")
        return frame(pydicom.dcmread(t + "/b"))


def dcmtk_decode(stream, a, bits, syntax):
    with tempfile.TemporaryDirectory() as t:
        d = dataset(a, bits)
        d.file_meta.TransferSyntaxUID = SYNTAX + syntax
        d.PixelData = encapsulate([stream])
        d["PixelData"].is_undefined_length = True
        d.save_as(t + "/a", write_like_original=False)
        run("dcmdjpeg", "+cn", t + "/a", t + "/b")
        return samples(pydicom.dcmread(t + "/b"))


def keep(name, stream, a, bits):
    b64 = lambda b: base64.b64encode(b).decode()
    lines.append(f"{name} {a.shape[0]} {a.shape[1]} {a.shape[2]} {bits} {b64(stream)} {b64(a.astype('<u2').tobytes())}")


# ---- lossless JPEG by an encoder of 60 lines, for what dcmtk does not write ----


def segment(marker, body):
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2, "big") + bytes(body)


def flat_table(number, shift):
    """Categories 0 to 16, in a rotated order, with codes of 4 to 6 bits; the code of all ones must not be used."""
    order = [(k + shift) % 17 for k in range(17)]
    counts = [0, 0, 0, 15, 1, 1] + [0] * 10
    codes = {s: (k, 4) for k, s in enumerate(order[:15])}
    codes[order[15]], codes[order[16]] = (30, 5), (62, 6)
    return segment(0xC4, [number] + counts + order), codes


def predicted(sv, a, y, x, first, initial):
    if first:
        return initial if x == 0 else int(a[y, x - 1])
    if x == 0:
        return int(a[y - 1, 0])
    ra, rb, rc = int(a[y, x - 1]), int(a[y - 1, x]), int(a[y - 1, x - 1])
    return [None, ra, rb, rc, ra + rb - rc, ra + ((rb - rc) >> 1), rb + ((ra - rc) >> 1), (ra + rb) >> 1][sv]


def entropy(a, bits, sv, codes, components, y0, y1):
    out = ""
    for y in range(y0, y1):
        for x in range(a.shape[1]):
            for c in components:
                p = predicted(sv, a[:, :, c], y, x, y == y0, 1 << (bits - 1))
                diff = (int(a[y, x, c]) - p) & 0xFFFF
                diff = diff if diff <= 32768 else diff - 65536
                size = abs(diff).bit_length()
                code, length = codes[c][size]
                out += format(code, f"0{length}b")
                if 0 < size < 16:
                    out += format(diff if diff > 0 else diff + (1 << size) - 1, f"0{size}b")
    out += "1" * (-len(out) % 8)
    return bytes(int(out[i : i + 8], 2) for i in range(0, len(out), 8)).replace(b"\xff", b"\xff\x00")


def lossless(a, bits, sv, restart_rows=0, interleaved=True):
    h, w, n = a.shape
    tables = [flat_table(c, c) for c in range(n)]
    codes = [t[1] for t in tables]
    out = b"\xff\xd8" + b"".join(t[0] for t in tables)
    out += segment(0xC3, [bits, *h.to_bytes(2, "big"), *w.to_bytes(2, "big"), n] + sum(([c + 1, 0x11, 0] for c in range(n)), []))
    if restart_rows:
        out += segment(0xDD, (restart_rows * w).to_bytes(2, "big"))
    for scan in [list(range(n))] if interleaved else [[c] for c in range(n)]:
        out += segment(0xDA, [len(scan)] + sum(([c + 1, c << 4] for c in scan), []) + [sv, 0, 0])
        step = restart_rows or h
        for i, y in enumerate(range(0, h, step)):
            if i:
                out += bytes([0xFF, 0xD0 + (i - 1) % 8])
            out += entropy(a, bits, sv, codes, scan, y, min(h, y + step))
    return out + b"\xff\xd9"


def own_lossless(name, a, bits, *how, **more):
    stream = lossless(a, bits, *how, **more)
    assert (dcmtk_decode(stream, a, bits, "57") == a).all(), name
    keep(name, stream, a, bits)


for sv in range(1, 8):
    a = picture(12)
    stream = dcmtk_encode(a, 12, "dcmcjpeg", "+el", "+sv", str(sv))
    assert (dcmtk_decode(stream, a, 12, "57") == a).all()
    keep(f"lossless-12-sv{sv}", stream, a, 12)
a = picture(12)
stream = dcmtk_encode(a, 12, "dcmcjpeg", "+el", "+sv", "7", "+pt", "2")
keep("lossless-12-shifted", stream, dcmtk_decode(stream, a, 12, "57"), 12)
own_lossless("lossless-8-color", picture(8, 3), 8, 4)
own_lossless("lossless-8-scans", picture(8, 3), 8, 5, interleaved=False)
own_lossless("lossless-12-restarts", picture(12), 12, 7, restart_rows=1)
own_lossless("lossless-12-restarts-color", picture(12, 3), 12, 6, restart_rows=4)
own_lossless("lossless-2", picture(2), 2, 2)
wild = picture(16, noise=30.0)
wild[3, 2:8, 0] = [0, 32768, 0, 65535, 32767, 65535]
own_lossless("lossless-16-wild", wild, 16, 1)
for name, option in (("extended", "+ee"), ("spectral", "+es"), ("progressive", "+ep")):
    a = picture(12)
    stream = dcmtk_encode(a, 12, "dcmcjpeg", option, "+q", "85")
    keep(f"{name}-12", stream, dcmtk_decode(stream, a, 12, {"+ee": "51", "+es": "53", "+ep": "55"}[option]), 12)


# ---- JPEG-LS by CharLS ----

charls = ctypes.CDLL("libcharls.so.2")
for function in ("charls_jpegls_encoder_create", "charls_jpegls_decoder_create"):
    getattr(charls, function).restype = ctypes.c_void_p


class FrameInfo(ctypes.Structure):
    _fields_ = [("width", ctypes.c_uint32), ("height", ctypes.c_uint32), ("bits", ctypes.c_int32), ("components", ctypes.c_int32)]


class Presets(ctypes.Structure):
    _fields_ = [(n, ctypes.c_int32) for n in ("maxval", "t1", "t2", "t3", "reset")]


def call(function, *arguments):
    code = getattr(charls, function)(*arguments)
    assert code == 0, (function, code)


def to_bytes(a, bits, interleave):
    ordered = a.transpose(2, 0, 1) if interleave == 0 else a
    return ordered.astype("<u1" if bits <= 8 else "<u2").tobytes()


def charls_encode(a, bits, interleave=0, near=0, presets=None, transform=0):
    encoder = ctypes.c_void_p(charls.charls_jpegls_encoder_create())
    info = FrameInfo(a.shape[1], a.shape[0], bits, a.shape[2])
    call("charls_jpegls_encoder_set_frame_info", encoder, ctypes.byref(info))
    call("charls_jpegls_encoder_set_interleave_mode", encoder, interleave)
    call("charls_jpegls_encoder_set_near_lossless", encoder, near)
    if presets:
        call("charls_jpegls_encoder_set_preset_coding_parameters", encoder, ctypes.byref(Presets(*presets)))
    if transform:
        call("charls_jpegls_encoder_set_color_transformation", encoder, transform)
    to = ctypes.create_string_buffer(100000)
    call("charls_jpegls_encoder_set_destination_buffer", encoder, to, ctypes.c_size_t(len(to)))
    raw = to_bytes(a, bits, interleave)
    call("charls_jpegls_encoder_encode_from_buffer", encoder, raw, ctypes.c_size_t(len(raw)), 0)
    written = ctypes.c_size_t()
    call("charls_jpegls_encoder_get_bytes_written", encoder, ctypes.byref(written))
    return to.raw[: written.value]


def charls_decode(stream, a, bits, interleave):
    decoder = ctypes.c_void_p(charls.charls_jpegls_decoder_create())
    call("charls_jpegls_decoder_set_source_buffer", decoder, stream, ctypes.c_size_t(len(stream)))
    call("charls_jpegls_decoder_read_header", decoder)
    to = ctypes.create_string_buffer(a.size * (1 if bits <= 8 else 2))
    call("charls_jpegls_decoder_decode_to_buffer", decoder, to, ctypes.c_size_t(len(to)), 0)
    flat = np.frombuffer(to.raw, "<u1" if bits <= 8 else "<u2").astype(np.uint16)
    h, w, n = a.shape
    return flat.reshape(n, h, w).transpose(1, 2, 0) if interleave == 0 else flat.reshape(a.shape)


def jpegls(name, a, bits, interleave=0, near=0, **more):
    stream = charls_encode(a, bits, interleave, near, **more)
    decoded = charls_decode(stream, a, bits, interleave)
    assert np.abs(decoded.astype(int) - a).max() <= near, name
    keep(name, stream, decoded, bits)


def scan_data(stream):
    at = stream.index(b"\xff\xda")
    at += 2 + int.from_bytes(stream[at + 2 : at + 4], "big")
    return stream[:at], stream[at : stream.rindex(b"\xff\xd9")]


def jpegls_restarts(name, a, bits, interleave, step):
    """Behind a restart marker everything begins anew: the bands are images of their own."""
    head, _ = scan_data(charls_encode(a, bits, interleave))
    at = head.index(b"\xff\xda")
    stream = head[:at] + segment(0xDD, step.to_bytes(2, "big")) + head[at:]
    for i, y in enumerate(range(0, a.shape[0], step)):
        if i:
            stream += bytes([0xFF, 0xD0 + (i - 1) % 8])
        stream += scan_data(charls_encode(a[y : y + step], bits, interleave))[1]
    stream += b"\xff\xd9"
    assert (charls_decode(stream, a, bits, interleave) == a).all(), name
    keep(name, stream, a, bits)


for bits in (2, 3, 7, 8, 10, 12, 15, 16):
    jpegls(f"jpegls-{bits}", picture(bits, noise=3.0 if bits > 3 else 20.0), bits)
jpegls("jpegls-16-wild", wild, 16)
for near in (1, 3, 20):
    jpegls(f"jpegls-8-near{near}", picture(8, noise=3.0), 8, near=near)
    jpegls(f"jpegls-16-near{near}", picture(16, noise=1.0), 16, near=near)
for interleave, word in enumerate(("none", "line", "sample")):
    jpegls(f"jpegls-8-{word}", picture(8, 3, noise=2.0), 8, interleave)
    jpegls(f"jpegls-8-{word}-near", picture(8, 3, noise=2.0), 8, interleave, near=2)
    jpegls(f"jpegls-12-{word}", picture(12, 3, noise=0.1), 12, interleave)
jpegls("jpegls-8-presets", picture(8, noise=3.0), 8, presets=(255, 2, 9, 60, 7))
jpegls("jpegls-12-presets", picture(12), 12, presets=(4095, 10, 20, 400, 255))
for number in (1, 2, 3):
    jpegls(f"jpegls-8-hp{number}", picture(8, 3), 8, 2, transform=number)
    jpegls(f"jpegls-16-hp{number}", picture(16, 3), 16, 1, transform=number)
jpegls_restarts("jpegls-8-restarts", picture(8), 8, 0, 2)
jpegls_restarts("jpegls-12-restarts-sample", picture(12, 3), 12, 2, 4)
jpegls_restarts("jpegls-8-restarts-line", picture(8, 3), 8, 1, 1)

one = np.full((1, 1, 1), 200, np.uint16)
jpegls("jpegls-8-one", one, 8)
own_lossless("lossless-16-one", one * 300, 16, 1)

os.makedirs(os.path.dirname(OUT), exist_ok=True)
with open(OUT, "w") as f:
    f.write("# made by src/test/scripts/jpeg_streams.py\n" + "\n".join(lines) + "\n")
print(len(lines), "streams")
