#!/usr/bin/env python3
"""Makes dictionary.txt and uids.txt of org.annotomy.dicom.part10 from the tables of the DICOM standard.

    python3 src/build/dicom_dictionary.py ../shared/data/standard [OUTPUT_FOLDER]

The input is attributes.json and sops.json of innolitics/dicom-standard (MIT), and the two files filled by hand beside this script.
dictionary.txt has one line per data element: tag (x for any digit);VR;VM;keyword;R if retired. uids.txt: UID;kind;name, where the kind is
S for a SOP class, T for a transfer syntax.
"""
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
RESOURCES = HERE.parent / "main/resources/org/annotomy/dicom/part10"
# Elements whose VR the table does not state in letters: items and delimiters have none.
NO_VR = {"(FFFE,E000)", "(FFFE,E00D)", "(FFFE,E0DD)"}


def element(row):
    vr = row["valueRepresentation"].replace(" or ", "|")
    if not row["keyword"] or not vr or vr.startswith("See") or row["tag"] in NO_VR:
        return None
    tag = row["tag"].strip("()").replace(",", "").lower()
    vm = row["valueMultiplicity"].replace(" or ", "|").replace(" ", "")
    return ";".join([tag, vr, vm, row["keyword"], "R" if row["retired"] == "Y" else ""]).rstrip(";")


def by_hand(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def write(folder, name, lines):
    keys = [line.split(";")[0] for line in lines]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        sys.exit(f"{name}: twice: {sorted(twice)}; take the lines filled by hand out")
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(len(lines), "lines in", name)


def main(source, target=RESOURCES):
    source, target = pathlib.Path(source), pathlib.Path(target)
    rows = json.loads((source / "attributes.json").read_text(encoding="utf-8"))
    write(target, "dictionary.txt", sorted(list(filter(None, map(element, rows))) + by_hand("dicom_newer_by_hand.txt")))
    sops = json.loads((source / "sops.json").read_text(encoding="utf-8"))
    uids = [f"{sop['id']};S;{sop['name']}" for sop in sops] + by_hand("dicom_uids_by_hand.txt")
    write(target, "uids.txt", sorted(uids, key=lambda line: [int(part) for part in line.split(";")[0].split(".")]))


main(*sys.argv[1:])
