"""Writes what OpenSlide reads of a slide: each level as RGBA bytes, each picture beside it as RGB bytes; prints its facts as key=value.

usage: openslide_levels.py FILE FOLDER. Ends with 3 if openslide is missing.
"""
import os
import sys

try:
    import openslide
except ImportError:
    sys.exit(3)

slide = openslide.OpenSlide(sys.argv[1])
for level, size in enumerate(slide.level_dimensions):
    region = slide.read_region((0, 0), level, size)
    with open(os.path.join(sys.argv[2], "level%d.rgba" % level), "wb") as out:
        out.write(region.tobytes())
for name, picture in slide.associated_images.items():
    with open(os.path.join(sys.argv[2], name + ".rgb"), "wb") as out:
        out.write(picture.convert("RGB").tobytes())
print("vendor=" + slide.properties["openslide.vendor"])
print("sizes=" + " ".join("%dx%d" % size for size in slide.level_dimensions))
print("downsamples=" + " ".join("%.6g" % d for d in slide.level_downsamples))
print("pictures=" + " ".join("%s:%dx%d" % ((name,) + picture.size) for name, picture in sorted(slide.associated_images.items())))
for key in ("mpp-x", "mpp-y", "objective-power", "background-color"):
    print(key + "=" + slide.properties.get("openslide." + key, ""))
