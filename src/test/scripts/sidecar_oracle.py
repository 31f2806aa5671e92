#!/usr/bin/env python3
"""Judges sidecars with jsonschema and shapely, which know nothing of this project.

Usage: sidecar_oracle.py SCHEMA FILE...
For each file: the schema holds; no member name is repeated; features are sorted by id; every geometry is valid, has length or area,
also after rounding to 0.01; shells turn one way and holes the other. Prints "id <tab> area <tab> length" of every feature.
Exit code 3 if jsonschema or shapely is missing.
"""
import json
import sys

try:
    import jsonschema
    from shapely.geometry import shape
    from shapely.ops import transform
except ImportError as missing:
    print(missing)
    sys.exit(3)


def unique(pairs):
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), "a member is repeated in " + str(names)
    return dict(pairs)


def signed(ring):
    points = list(ring.coords)
    x0, y0 = points[0][:2]
    return sum((a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0) for a, b in zip(points, points[1:]))


def judge(feature):
    name = feature["id"]
    geometry = shape(feature["geometry"])
    rounded = transform(lambda x, y: ([round(v, 2) for v in x], [round(v, 2) for v in y]), geometry)
    for g in (geometry, rounded):
        assert not g.is_empty and g.is_valid, name
        kind = feature["geometry"]["type"]
        assert "Polygon" not in kind or g.area > 0, name
        assert "Line" not in kind or g.length > 0, name
    for part in getattr(geometry, "geoms", [geometry]):
        if part.geom_type == "Polygon":
            assert signed(part.exterior) > 0, name
            assert all(signed(hole) < 0 for hole in part.interiors), name
    print(name, repr(geometry.area), repr(geometry.length), sep="\t")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    check = jsonschema.Draft202012Validator(schema)
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        sidecar = json.loads(text, object_pairs_hook=unique, parse_constant=lambda word: sys.exit("the word " + word))
        for error in check.iter_errors(sidecar):
            sys.exit("schema: %s at %s" % (error.message[:300], list(error.path)))
        ids = [feature["id"] for feature in sidecar["features"]]
        assert ids == sorted(ids), "features are not sorted"
        assert len(text.splitlines()) == len(ids) + 2, "one feature is not one line"
        for feature in sidecar["features"]:
            judge(feature)


main()
