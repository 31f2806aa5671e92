"""Prints what OpenSlide reads: for each "level x y width height" on the command line after the file, SHA-256 of RGB bytes.

usage: openslide_regions.py FILE LEVEL X Y W H [LEVEL X Y W H ...], x and y in pixels of level 0. Ends with 3 if openslide is missing.
"""
import hashlib
import sys

try:
    import openslide
except ImportError:
    sys.exit(3)

slide = openslide.OpenSlide(sys.argv[1])
print(slide.properties["openslide.vendor"], *("%dx%d" % d for d in slide.level_dimensions))
numbers = list(map(int, sys.argv[2:]))
for i in range(0, len(numbers), 5):
    level, x, y, w, h = numbers[i:i + 5]
    print(hashlib.sha256(slide.read_region((x, y), level, (w, h)).convert("RGB").tobytes()).hexdigest())
