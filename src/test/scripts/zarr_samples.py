"""Writes one picture as OME-Zarr in many ways with zarr-python 2, and its samples as raw bytes beside each: name.zarr and name.raw.

usage: zarr_samples.py FOLDER. Ends with 3 if zarr or numcodecs is missing.
"""
import json
import os
import sys

try:
    import numcodecs
    import numpy as np
    import zarr
except ImportError:
    sys.exit(3)

folder = sys.argv[1]
y, x = np.mgrid[0:150, 0:190]
rng = np.random.default_rng(3)
picture = (2000 + 1500 * np.sin(x / 17) * np.cos(y / 11) + rng.integers(0, 5, x.shape)).astype("u2")
stack = np.stack([picture, picture[::-1], picture[:, ::-1]])


def write(name, data, store=zarr.NestedDirectoryStore, axes="cyx", separator="/", **how):
    root = zarr.group(store=store(os.path.join(folder, name + ".zarr")), overwrite=True)
    array = root.create_dataset("0", shape=data.shape, dtype=data.dtype, dimension_separator=separator, **how)
    array[...] = data
    root.attrs["multiscales"] = [{
        "version": "0.4",
        "axes": [{"name": a, "type": "channel" if a == "c" else "space", **({} if a == "c" else {"unit": "micrometer"})} for a in axes],
        "datasets": [{"path": "0", "coordinateTransformations": [{"type": "scale", "scale": [1.0] * (len(axes) - 2) + [0.5, 0.25]}]}]}]
    with open(os.path.join(folder, name + ".raw"), "wb") as f:
        f.write(array[...].astype(data.dtype.newbyteorder("<")).tobytes())
    return root


chunks = (1, 64, 96)
for name in ("lz4", "lz4hc", "zlib", "zstd"):
    for shuffle in (0, 1, 2):
        write(f"blosc-{name}-{shuffle}", stack, chunks=chunks, compressor=numcodecs.Blosc(name, 5, shuffle))
write("blosc-bits8", (stack >> 4).astype("u1"), chunks=chunks, compressor=numcodecs.Blosc("lz4", 5, -1))
write("blosc-blocks", stack, chunks=(3, 150, 190), compressor=numcodecs.Blosc("zstd", 5, 1, 4096))
write("gzip", stack, chunks=chunks, compressor=numcodecs.GZip(5))
write("zlib", stack.astype(">u2"), chunks=chunks, compressor=numcodecs.Zlib(5))
write("zstd", stack, chunks=chunks, compressor=numcodecs.Zstd(9))
write("zstd1", rng.integers(0, 4, stack.shape).astype("u2"), chunks=(3, 150, 190), compressor=numcodecs.Zstd(1))
write("lz4", stack, chunks=chunks, compressor=numcodecs.LZ4())
write("raw", stack, chunks=chunks, compressor=None)
write("flat", stack, store=zarr.DirectoryStore, separator=".", chunks=chunks, compressor=numcodecs.Zlib(1))
write("fortran", stack, chunks=(2, 64, 96), compressor=numcodecs.Zlib(1), order="F")
write("shuffle", stack, chunks=chunks, compressor=numcodecs.Zlib(1), filters=[numcodecs.Shuffle(2)])
write("float", (stack / 7).astype("f4"), chunks=chunks, compressor=numcodecs.Blosc("zstd", 3, 1))
write("double", (stack / 7).astype(">f8"), chunks=chunks, compressor=numcodecs.Blosc("zstd", 3, 1))
write("signed", (stack.astype("i4") - 2000).astype("i2"), chunks=chunks, compressor=numcodecs.Zstd(3))
holes = write("holes", stack, chunks=chunks, compressor=numcodecs.Zlib(1), fill_value=77)
os.remove(os.path.join(folder, "holes.zarr", "0", "1", "1", "0"))
with open(os.path.join(folder, "holes.raw"), "wb") as f:
    f.write(holes["0"][...].tobytes())
