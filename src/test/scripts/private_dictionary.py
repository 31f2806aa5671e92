#!/usr/bin/env python3
"""Prints pydicom's private dictionary: creator;group;last two digits;VR. Ends with 3 if pydicom is missing."""
import sys

try:
    from pydicom._private_dict import private_dictionaries
except ImportError:
    sys.exit(3)

for creator, rows in private_dictionaries.items():
    for tag, row in rows.items():
        print(creator, tag[:4], tag[-2:], row[0], sep=";")
