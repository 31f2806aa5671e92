#!/usr/bin/env python3
"""Text in DICOM's character sets, by pydicom and Python's codecs.

    /usr/bin/python3 src/test/scripts/oracle_charset.py ../shared/data > src/test/resources/org/annotomy/dicom/part10/charsets.tsv

Lines "set": terms of (0008,0005), VR, bytes in hexadecimal, text with its backslashes. Lines "file": file, path of the element, text.
Backslash, tab and line ends in texts are escaped as in Python. pydicom 2.3.1 lacks ISO 2022 IR 203 and reads
JIS X 0212 in its own way (both are put together by hand here), and decodes GB18030 after splitting at 5C (so the codec is asked here).
"""
import pathlib
import sys
import warnings

import pydicom
from pydicom.charset import convert_encodings, encode_string

warnings.simplefilter("ignore")


def show(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r").replace("\f", "\\f")


def line(terms, vr, data, text):
    print("set", "\\".join(terms), vr, data.hex(), show(text), sep="\t")


SINGLE = {
    "ISO_IR 100": ("latin-1", "Äneas^Rüdiger"), "ISO_IR 101": ("iso8859-2", "Dvořák\\Łódź"),
    "ISO_IR 109": ("iso8859-3", "Ĝangalo"), "ISO_IR 110": ("iso8859-4", "Šķēle"), "ISO_IR 144": ("iso8859-5", "Люкceмбypг"),
    "ISO_IR 127": ("iso8859-6", "قباني^لنزار"), "ISO_IR 126": ("iso8859-7", "Διονυσιος"), "ISO_IR 138": ("iso8859-8", "שרון^דבורה"),
    "ISO_IR 148": ("iso8859-9", "Çavuşoğlu"), "ISO_IR 203": ("iso8859-15", "Œuvre €"), "ISO_IR 166": ("tis-620", "นามสกุล"),
    "ISO_IR 13": ("shift_jis", "ﾔﾏﾀﾞ^ﾀﾛｳ\\ｱ"), "ISO_IR 192": ("utf-8", "Wang^XiaoDong=王^小東 𠮷"),
    "GB18030": ("gb18030", "王^小东\\俓\\㐀"), "GBK": ("gbk", "王^小东\\俓"), "ISO_IR 6": ("ascii", "Plain\\two"),
}
for term, (codec, text) in SINGLE.items():
    line([term], "PN", text.encode(codec), text)
line(["ISO_IR 13"], "LO", "表示\\ソ".encode("shift_jis"), "表示\\ソ")
line(["GBK"], "LO", "一\\乗".encode("gbk"), "一\\乗")

MULTI = [
    (["", "ISO 2022 IR 87"], "Yamada^Tarou=山田^太郎=やまだ^たろう"),
    (["ISO 2022 IR 13", "ISO 2022 IR 87"], "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう"),
    (["", "ISO 2022 IR 149"], "Hong^Gildong=洪^吉洞=홍^길동"),
    (["", "ISO 2022 IR 58"], "Zhang^XiaoDong=张^小东="),
    (["ISO 2022 IR 100", "ISO 2022 IR 144", "ISO 2022 IR 126"], "Dionysios=Διονυσιος=Люкceмбypг"),
    (["", "ISO 2022 IR 100", "ISO 2022 IR 101"], "Buc^Jérôme=Dvořák"),
    (["ISO 2022 IR 100", "ISO 2022 IR 127", "ISO 2022 IR 138"], "Äa=قباني=שרון"),
    (["ISO 2022 IR 100", "ISO 2022 IR 148", "ISO 2022 IR 166"], "Äa=Çavuşoğlu=นามสกุล"),
    (["", "ISO 2022 IR 109", "ISO 2022 IR 110"], "a=Ĝangalo=Šķēle"),
]
for terms, text in MULTI:
    encodings = convert_encodings(terms)
    data = b""
    for i, group in enumerate(text.split("=")):
        data += (b"=" if i else b"") + b"^".join(encode_string(part, encodings) for part in group.split("^"))
    line(terms, "PN", data, text)

# By hand: what is in force ends at a delimiter, and JIS X 0212.
KANJI = "山".encode("iso2022_jp").removesuffix(b"\x1b(B")
for delimiter, vr in ((b"\\", "LO"), (b"\r\n", "LT"), (b"\t", "LT"), (b"\f", "LT"), (b"^", "PN"), (b"=", "PN")):
    data = KANJI + b"\x1b(B" + delimiter + b"A"
    line(["", "ISO 2022 IR 87"], vr, data, "山" + delimiter.decode() + "A")
korean = b"\x1b$)C" + "홍".encode("euc_kr")
line(["ISO 2022 IR 100", "ISO 2022 IR 149"], "LO", korean + b"\\" + "é".encode("latin-1"), "홍\\é")
line(["ISO 2022 IR 100", "ISO 2022 IR 149"], "LO", korean + b"^" + "길".encode("euc_kr"), "홍^길")
line(["ISO 2022 IR 100", "ISO 2022 IR 149"], "PN", korean + b"^" + "é".encode("latin-1"), "홍^é")
line(["", "ISO 2022 IR 203"], "PN", b"a=\x1b-b" + "Œuvre".encode("iso8859-15"), "a=Œuvre")
line(["", "ISO 2022 IR 87"], "LT", KANJI + b"\r\nA", "山\r\nA")
supplement = "丂".encode("euc_jp")
assert supplement[0] == 0x8F
line(["", "ISO 2022 IR 87", "ISO 2022 IR 159"], "LO",
     b"a\x1b$(D" + bytes(b & 0x7F for b in supplement[1:]) + b"\x1b(Bb", "a丂b")
line(["ISO 2022 IR 13", "ISO 2022 IR 87"], "LO", b"\x1b(J\xd4\xcf\\\x1b$B;3\x1b(J", "ﾔﾏ\\山")


def walk(dataset, path):
    for element in dataset:
        place = path + f"{element.tag:08X}" if isinstance(element.tag, str) else path + "%08X" % element.tag
        if element.VR == "SQ":
            for i, item in enumerate(element.value):
                walk(item, f"{place}[{i}]/")
        elif element.VR in ("SH", "LO", "ST", "LT", "UC", "UT", "PN") and element.value:
            values = [element.value] if element.VM == 1 else list(element.value)
            text = "\\".join(str(v) for v in values)
            if not text.isascii():
                print("file", FILE, place, show(text), sep="\t")


for file in sorted(pathlib.Path(sys.argv[1], "charset").glob("*.dcm")):
    FILE = file.name
    dataset = pydicom.dcmread(file)
    dataset.decode()
    walk(dataset, "")
