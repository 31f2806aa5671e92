#!/usr/bin/env python3
"""Makes the small JPEG 2000 streams in src/test/resources/org/annotomy/codec/jpeg2000 with OpenJPH's ojph_compress (.j2c,
high-throughput) and OpenJPEG's opj_compress (.j2k, plain).

The images are the formula of HtFixtures.java; each name says width, height, components and bits.
"""
import pathlib
import subprocess
import tempfile

TARGET = pathlib.Path(__file__).parents[1] / "resources/org/annotomy/codec/jpeg2000"


def value(x, y, component, bits):
    return ((x * x + 3 * x * y + 7 * y + 11 * component) * (1 << bits) // 500) % (1 << bits)


def write_image(path, width, height, components, bits):
    size = 2 if bits > 8 else 1
    with open(path, "wb") as out:
        out.write(f"P{6 if components == 3 else 5}\n{width} {height}\n{(1 << bits) - 1}\n".encode())
        for y in range(height):
            for x in range(width):
                for c in range(components):
                    out.write(value(x, y, c, bits).to_bytes(size, "big"))


def make(width, height, components, bits, name, *options):
    with tempfile.TemporaryDirectory() as folder:
        image = f"{folder}/image.{'ppm' if components == 3 else 'pgm'}"
        write_image(image, width, height, components, bits)
        tool = "opj_compress" if name.endswith(".j2k") else "ojph_compress"
        stream = TARGET / f"{width}x{height}x{components}_{bits}bit_{name}"
        subprocess.run([tool, "-i", image, "-o", stream, *options], check=True, capture_output=True)


make(16, 16, 1, 8, "lossless.j2c", "-reversible", "true", "-num_decomps", "2")
make(13, 9, 3, 8, "lossless.j2c", "-reversible", "true", "-num_decomps", "1")
make(17, 11, 1, 16, "lossless.j2c", "-reversible", "true", "-num_decomps", "3", "-block_size", "{4,4}", "-prog_order", "CPRL")
make(20, 18, 1, 12, "tiles.j2c", "-reversible", "true", "-num_decomps", "2", "-tile_size", "{11,10}", "-prog_order", "LRCP")
make(15, 14, 1, 10, "offset.j2c", "-reversible", "true", "-num_decomps", "2", "-image_offset", "{3,5}", "-tile_offset", "{3,5}",
     "-precincts", "{8,8}", "-prog_order", "PCRL")
make(16, 15, 3, 8, "lossy.j2c", "-reversible", "false", "-num_decomps", "2", "-qstep", "0.01")
make(16, 16, 1, 8, "plain.j2k", "-n", "3")
make(14, 13, 3, 8, "layers.j2k", "-n", "2", "-r", "20,5,1", "-SOP", "-EPH", "-p", "RPCL")
make(21, 17, 1, 16, "modes.j2k", "-n", "2", "-M", "47", "-b", "8,8")
make(21, 17, 1, 12, "bypass.j2k", "-n", "2", "-M", "1", "-t", "12,9", "-TP", "R")
make(17, 17, 1, 12, "region.j2k", "-n", "2", "-ROI", "c=0,U=4", "-c", "[8,8],[8,8]")
