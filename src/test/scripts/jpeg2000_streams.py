#!/usr/bin/env python3
"""Makes src/test/resources/org/annotomy/codec/jpeg2000.txt: tiny JPEG 2000 streams and what OpenJPEG decodes from them.

Needs libopenjp2-tools (Debian). Run it from the top of the project. A line is as in jpeg_streams.py.
"""
import base64
import os
import random
import struct
import subprocess
import tempfile

OUT = "src/test/resources/org/annotomy/codec/jpeg2000.txt"
ROWS, COLUMNS = 19, 23


def picture(bits, samples):
    rng = random.Random(bits * 10 + samples)
    top = (1 << bits) - 1
    pixels = []
    for y in range(ROWS):
        for x in range(COLUMNS):
            for c in range(samples):
                value = top / 3 if x < 9 and y < 8 else top * (0.2 + 0.02 * x + 0.015 * y + 0.1 * c) + rng.gauss(0, top / 64)
                pixels.append(min(top, max(0, round(value))))
    return pixels


def raw(pixels, samples, bits):
    kind = "<%dB" if bits <= 8 else "<%dH"
    plane = len(pixels) // samples
    return b"".join(struct.pack(kind % plane, *pixels[c::samples]) for c in range(samples))


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def stream(name, bits, samples, options, kind="j2k", change=None):
    with tempfile.TemporaryDirectory() as folder:
        source, coded, decoded = (os.path.join(folder, n) for n in ("in.rawl", "out." + kind, "back.rawl"))
        with open(source, "wb") as out:
            out.write(raw(picture(bits, samples), samples, bits))
        run("opj_compress", "-i", source, "-o", coded, "-F", f"{COLUMNS},{ROWS},{samples},{bits},u", *options.split())
        run("opj_decompress", "-i", coded, "-o", decoded)
        with open(coded, "rb") as file:
            data = bytearray(file.read())
        with open(decoded, "rb") as file:
            back = file.read()
    if change:
        change(data)
    plane = ROWS * COLUMNS
    values = struct.unpack(("<%dB" if bits <= 8 else "<%dH") % (plane * samples), back)
    pixels = [values[c * plane + i] for i in range(plane) for c in range(samples)]
    packed = struct.pack("<%dH" % len(pixels), *pixels)
    return " ".join((f"j2k-{name}", str(ROWS), str(COLUMNS), str(samples), str(bits), base64.b64encode(data).decode(),
                     base64.b64encode(packed).decode()))


def without_tnsot(data):
    at = 2
    while data[at:at + 2] != b"\xff\x90":
        at += 2 + struct.unpack(">H", data[at + 2:at + 4])[0]
    while data[at:at + 2] == b"\xff\x90":
        data[at + 11] = 0
        at += struct.unpack(">I", data[at + 6:at + 10])[0]


lines = [
    stream("lossless-8", 8, 1, "-n 3"),
    stream("lossless-12-tiles", 12, 1, "-n 2 -t 12,10 -b 16,16"),
    stream("lossless-16", 16, 1, "-n 4 -p RPCL -c [16,16],[8,8]"),
    stream("parts-unnumbered", 12, 1, "-n 3 -TP R -r 8,4,1", change=without_tnsot),
    stream("layers-segments", 12, 1, "-n 3 -r 8,4,1 -SOP -EPH -M 32 -b 8,8"),
    stream("bypass-terminated", 12, 1, "-n 3 -M 5 -b 8,8"),
    stream("causal-reset", 8, 1, "-n 3 -M 10"),
    stream("roi", 8, 1, "-n 3 -ROI c=0,U=5"),
    stream("rct", 8, 3, "-n 3 -mct 1"),
    stream("no-mct", 8, 3, "-n 2 -mct 0 -p CPRL"),
    stream("lossy-ict", 8, 3, "-n 3 -I -r 6 -mct 1"),
    stream("lossy-12", 12, 1, "-n 3 -I -r 5"),
    stream("jp2", 8, 1, "-n 3", kind="jp2"),
]
with open(OUT, "w", encoding="ascii") as out:
    out.write("# made by src/test/scripts/jpeg2000_streams.py\n")
    out.writelines(line + "\n" for line in lines)
