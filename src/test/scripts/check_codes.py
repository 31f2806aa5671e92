#!/usr/bin/env python3
"""Checks every code of the protocol files in a folder against pydicom's tables of DICOM context groups.

usage: check_codes.py FOLDER
Prints one line for each code that is wrong and ends with 1; else a count, and ends with 0.
A code is right if its scheme and value are known and its meaning is that of the table (case does not matter; the table may
add a qualifier after a comma or a bracket). Codes of the private scheme need a short upper-case value and one meaning each.
"""
import json
import pathlib
import re
import sys

from pydicom.sr._concepts_dict import concepts

PRIVATE = "99ANNOTOMY"
MEMBERS = {"code", "category", "modifier", "region", "regionModifier"}

# Concepts and meanings in the tables of pydicom 3.0.2 that those of 2.3 (Debian 12) do not have yet.
NEWER_THAN_PYDICOM_2 = {
    ("SCT", "422653006"): "Permanent maxillary right central incisor tooth",
    ("SCT", "424877001"): "Permanent maxillary right lateral incisor tooth",
    ("SCT", "860767006"): "Permanent maxillary right canine tooth",
    ("SCT", "865995000"): "Permanent maxillary right first molar tooth",
    ("SCT", "863902006"): "Permanent maxillary right second molar tooth",
    ("SCT", "424399000"): "Permanent maxillary left central incisor tooth",
    ("SCT", "423185002"): "Permanent maxillary left lateral incisor tooth",
    ("SCT", "860780009"): "Permanent maxillary left canine tooth",
    ("SCT", "865988009"): "Permanent maxillary left first molar tooth",
    ("SCT", "863901004"): "Permanent maxillary left second molar tooth",
    ("SCT", "57826002"): "Permanent maxillary right first premolar tooth",
    ("SCT", "36492000"): "Permanent maxillary right second premolar tooth",
    ("SCT", "68085002"): "Permanent maxillary right third molar tooth",
    ("SCT", "61897005"): "Permanent maxillary left first premolar tooth",
    ("SCT", "23226009"): "Permanent maxillary left second premolar tooth",
    ("SCT", "87704003"): "Permanent maxillary left third molar tooth",
    ("SCT", "425106001"): "Mandibular left central incisor tooth",
    ("SCT", "423331005"): "Mandibular left lateral tooth",
    ("SCT", "860782001"): "Mandibular left canine tooth",
    ("SCT", "866006002"): "Mandibular left first molar tooth",
    ("SCT", "863898000"): "Mandibular left second molar tooth",
    ("SCT", "424575004"): "Mandibular right central incisor tooth",
    ("SCT", "423937004"): "Mandibular right lateral incisor tooth",
    ("SCT", "860785004"): "Mandibular right canine tooth",
    ("SCT", "866005003"): "Mandibular right first molar tooth",
    ("SCT", "863899008"): "Mandibular right second molar tooth",
    ("SCT", "1162635006"): "Malignant melanoma",
    ("SCT", "201101007"): "Actinic keratosis",
    ("SCT", "71133005"): "Couinaud hepatic segment I",
    ("SCT", "277956007"): "Couinaud hepatic segment II",
    ("SCT", "277957003"): "Couinaud hepatic segment III",
    ("SCT", "277958008"): "Couinaud hepatic segment IV",
    ("SCT", "277959000"): "Couinaud hepatic segment V",
    ("SCT", "277960005"): "Couinaud hepatic segment VI",
    ("SCT", "277961009"): "Couinaud hepatic segment VII",
    ("SCT", "277962002"): "Couinaud hepatic segment VIII",
    ("SCT", "87784001"): "Soft tissue",
}


def known_meanings():
    known = {}
    for scheme, keywords in concepts.items():
        for codes in keywords.values():
            for value, (meaning, _) in codes.items():
                known.setdefault((scheme, value), set()).add(meaning)
    for concept, meaning in NEWER_THAN_PYDICOM_2.items():
        known.setdefault(concept, set()).add(meaning)
    return known


def codes(value):
    """All codes anywhere below a JSON value."""
    if isinstance(value, dict):
        for name, member in value.items():
            if name in MEMBERS:
                yield tuple(member)
            else:
                yield from codes(member)
    elif isinstance(value, list):
        for element in value:
            yield from codes(element)


def fits(meaning, known):
    ours = meaning.lower()
    return any(theirs.lower() == ours or theirs.lower().startswith((ours + ",", ours + " (")) for theirs in known)


def problem(code, known, private):
    scheme, value, meaning = code[:3]
    if scheme == PRIVATE:
        if not re.fullmatch(r"[A-Z0-9-]{1,16}", value):
            return "a private value has at most 16 upper-case letters, digits and hyphens"
        first = private.setdefault(value, meaning)
        return None if first == meaning else "means " + first + " elsewhere"
    if (scheme, value) not in known:
        return "is not in the tables"
    return None if fits(meaning, known[scheme, value]) else "means " + " / ".join(sorted(known[scheme, value]))


def main(folder):
    known = known_meanings()
    private = {}
    wrong = []
    count = 0
    for file in sorted(pathlib.Path(folder).glob("*.protocol.json")):
        for code in codes(json.loads(file.read_text(encoding="utf-8"))):
            count += 1
            reason = problem(code, known, private)
            if reason:
                wrong.append(f"{file.name}: {' '.join(code)}: {reason}")
    print("\n".join(wrong) if wrong else f"{count} codes are right")
    return 1 if wrong or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
