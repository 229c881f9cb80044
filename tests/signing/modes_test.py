#!/usr/bin/env python3
"""What a sheet holds for its signers: room, fields with names that stay, anchors that stand once; wet, electronic, or blank."""
import ctypes
import ctypes.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.environ["LEMBAR"]

FLOW = """<pelaksana><aktor id="a">Bagian Umum</aktor><aktor id="b">Kepala</aktor></pelaksana>
  <prosedur><langkah id="satu" pelaksana="a" bentuk="mulai"><uraian>Menerima surat</uraian></langkah>
    <langkah id="dua" pelaksana="b" bentuk="selesai"><uraian>%s</uraian></langkah></prosedur>"""


def official(tag, name, position="CAMAT"):
    return "<%s><jabatan>%s</jabatan>%s</%s>" % (tag, position, "<nama>%s</nama>" % name if name else "", tag)


def sheet(cell="Siti Rahmawati", blocks=("Budi Santoso",), step="Menyimpan surat", attributes=""):
    return ('<sop %s><identitas><nomor>1/2023</nomor>%s<nama-sop>Surat Masuk</nama-sop></identitas>%s%s</sop>'
            % (attributes, "" if cell is None else official("disahkan-oleh", cell), FLOW % step,
               "".join(official("pengesah", name, "SEKRETARIS") for name in blocks)))


def single(**parts):
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + sheet(**parts).replace("<sop ", '<sop versi="1" ', 1)


def compilation(*sheets):
    return '<?xml version="1.0" encoding="UTF-8"?>\n<himpunan versi="1">%s</himpunan>' % "".join(sheets)


def run(*args):
    return subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120, env={**os.environ, "LC_ALL": "C"})


def codes_in(pdf, page):
    """What zbar reads from the picture of a page."""
    zbar = ctypes.CDLL("libzbar.so.0")
    for name in ("zbar_image_scanner_create", "zbar_image_create", "zbar_image_first_symbol", "zbar_symbol_next"):
        getattr(zbar, name).restype = ctypes.c_void_p
    zbar.zbar_symbol_get_data.restype = ctypes.c_char_p
    data = run("pdftoppm", "-r", "150", "-gray", "-f", str(page), "-l", str(page), pdf).stdout
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
    width, height, grey = int(head[1]), int(head[2]), data[head.end():]
    image = ctypes.c_void_p(zbar.zbar_image_create())
    zbar.zbar_image_set_format(image, ctypes.c_ulong(int.from_bytes(b"Y800", "little")))
    zbar.zbar_image_set_size(image, ctypes.c_uint(width), ctypes.c_uint(height))
    zbar.zbar_image_set_data(image, grey, ctypes.c_ulong(len(grey)), None)
    scanner = ctypes.c_void_p(zbar.zbar_image_scanner_create())
    zbar.zbar_scan_image(scanner, image)
    out, symbol = [], zbar.zbar_image_first_symbol(image)
    while symbol:
        out.append(zbar.zbar_symbol_get_data(ctypes.c_void_p(symbol)).decode())
        symbol = zbar.zbar_symbol_next(ctypes.c_void_p(symbol))
    zbar.zbar_image_scanner_destroy(scanner)
    zbar.zbar_image_destroy(image)
    return out


class Modes(unittest.TestCase):
    def setUp(self):
        self.dir = tempfile.mkdtemp(prefix="lembar-modes-")
        self.addCleanup(shutil.rmtree, self.dir)

    def write(self, text):
        path = os.path.join(self.dir, "sop.xml")
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
        return path

    def layout(self, text, mode, *options):
        got = run(PROGRAM, "render", self.write(text), "--sign", mode, "--emit", "layout", *options)
        self.assertEqual(got.returncode, 0, got.stderr.decode())
        self.said = got.stderr.decode()
        return json.loads(got.stdout)

    def places(self, text, mode, *options):
        return [place for page in self.layout(text, mode, *options)["pages"] for place in page["signatures"]]

    def words(self, text, mode, *options):
        pdf = os.path.join(self.dir, "sop.pdf")
        got = run(PROGRAM, "render", self.write(text), "--sign", mode, "-o", pdf, *options)
        self.assertEqual(got.returncode, 0, got.stderr.decode())
        return run("pdftotext", "-raw", pdf, "-").stdout.decode()

    def test_each_signer_has_a_field_and_an_anchor_that_stands_once(self):
        for canvas in ("cairo", "haru"):
            places = self.places(single(), "tte")
            self.assertEqual([(p["name"], p["anchor"], p["official"]) for p in places],
                             [("ttd-1", "#", "Siti Rahmawati"), ("ttd-2", "^", "Budi Santoso")])
            words = self.words(single(), "tte", "--canvas", canvas)
            self.assertEqual((words.count("#"), words.count("^"), words.count("~")), (1, 1, 0))
            self.assertEqual(self.said, "")

    def test_the_anchor_stands_in_the_middle_of_its_square(self):
        for page in self.layout(single(), "tte")["pages"]:
            for place in page["signatures"]:
                anchor = next(t for t in page["texts"] if t["text"] == place["anchor"])
                for at, size in (("x", "w"), ("y", "h")):
                    self.assertAlmostEqual(anchor[at] + anchor[size] / 2, place[at] + place[size] / 2, delta=0.1)
                self.assertAlmostEqual(place["w"], place["h"], delta=0.01)
                self.assertGreaterEqual(place["h"], 16)

    def test_who_signs_twice_has_two_fields_and_one_anchor(self):
        twice = single(blocks=("Siti Rahmawati",))
        self.assertEqual([(p["name"], p.get("anchor")) for p in self.places(twice, "tte")], [("ttd-1", "#"), ("ttd-2", None)])
        self.assertEqual(self.words(twice, "tte").count("#"), 1)

    def test_names_stay_whatever_happens_to_the_sheets_before(self):
        few = self.places(compilation(sheet(blocks=()), sheet()), "wet")
        many = self.places(compilation(sheet(blocks=("A", "B", "C")), sheet()), "wet")
        self.assertEqual([p["name"] for p in few], ["sop-1-ttd-1", "sop-2-ttd-1", "sop-2-ttd-2"])
        self.assertEqual([p["name"] for p in many][-2:], ["sop-2-ttd-1", "sop-2-ttd-2"])
        self.assertEqual(len({p["name"] for p in many}), len(many))

    def test_one_signer_of_many_sheets_has_one_anchor(self):
        words = self.words(compilation(sheet(), sheet(), sheet(cell="Rudi")), "tte")
        self.assertEqual((words.count("#"), words.count("^"), words.count("~")), (1, 1, 1))

    def test_an_anchor_in_the_text_is_told_by_check_and_render(self):
        bad = single(step="Menyimpan surat # 5", attributes='pengesahan="tte"')
        self.layout(bad, "tte")
        self.assertIn("L210", self.said)
        self.assertRegex(self.said, r"sop\.xml:\d+:\d+: warning")
        checked = run(PROGRAM, "check", self.write(bad))
        self.assertIn(b"L210", checked.stdout)
        self.layout(bad, "wet")
        self.assertNotIn("L210", self.said)
        self.assertNotIn(b"L210", run(PROGRAM, "check", self.write(single(attributes='pengesahan="tte"'))).stdout)

    def template(self, tte):
        path = os.path.join(self.dir, "kantor.xml")
        with open(path, "w", encoding="utf-8") as f:
            f.write('<templat versi="1" judul="Kantor" mewarisi="p35">%s</templat>' % tte)
        return path

    def test_an_anchor_in_the_template_is_told(self):
        own = self.template('<tte jangkar="."/>')
        self.layout(single(blocks=()), "tte", "--template", own)
        self.assertIn("L210", self.said)

    def test_too_few_anchors_and_too_long_ones_are_told(self):
        own = self.template('<tte jangkar="${ttd_pengirim1}" pernyataan=""/>')
        places = self.places(single(), "tte", "--template", own)
        self.assertEqual([p.get("anchor") for p in places], ["${ttd_pengirim1}", None])
        for code in ("L210", "L211", "L212"):
            self.assertIn(code, self.said)

    def test_the_code_says_which_sheet_this_is_and_is_one_path(self):
        for canvas in ("cairo", "haru"):
            self.words(single(), "tte", "--canvas", canvas)
            pdf = os.path.join(self.dir, "sop.pdf")
            self.assertEqual(codes_in(pdf, 1), ["SOP Surat Masuk, Nomor 1/2023"])
            self.assertEqual(codes_in(pdf, 2), [])
        got = run(PROGRAM, "render", self.write(single()), "--sign", "tte", "--emit", "scene")
        fills = [item for page in json.loads(got.stdout)["pages"] for item in page["items"] if item["do"] == "fill"]
        self.assertEqual(len([fill for fill in fills if fill["path"].count("M") > 50]), 1)
        self.words(single(), "wet")
        self.assertEqual(codes_in(pdf, 1), [])

    def test_a_number_that_is_not_given_yet_is_not_in_the_code(self):
        self.words(single().replace("1/2023", "${nomor_naskah}"), "tte")
        self.assertNotIn("${", codes_in(os.path.join(self.dir, "sop.pdf"), 1)[0])

    def test_the_statement_is_on_each_page_and_the_stamp_on_none(self):
        draft = single(attributes='status="konsep"')
        pages = self.words(draft, "tte").split("\f")[:-1]
        self.assertTrue(all("ditandatangani secara elektronik" in " ".join(page.split()) for page in pages), pages)
        self.assertNotIn("KONSEP", self.words(draft, "tte"))
        self.assertIn("KONSEP", self.words(draft, "wet"))
        self.assertNotIn("elektronik", self.words(draft, "wet"))

    def test_ink_has_thirty_millimetres_in_the_identity(self):
        self.assertGreaterEqual(self.places(single(), "wet")[0]["h"], 27.9)  # a millimetre of rim above and below
        self.assertNotIn("#", self.words(single(), "wet"))

    def test_a_blank_sheet_has_the_room_and_nothing_in_it(self):
        for text in (single(), single(cell=""), single(cell="", blocks=("",))):
            wet, blank = self.layout(text, "wet"), self.layout(text, "blank")
            self.assertEqual([p["cells"] for p in wet["pages"]], [p["cells"] for p in blank["pages"]])
            self.assertEqual([p["signatures"] for p in blank["pages"]], [[] for _ in blank["pages"]])
            self.assertNotIn("#", self.words(text, "blank"))

    def test_where_nobody_is_named_there_is_room_still(self):
        self.assertEqual(len(self.places(single(cell="", blocks=()), "wet")), 1)
        # A lone position in the identity names the office where a block below is signed.
        self.assertEqual([p["official"] for p in self.places(single(cell="", blocks=("Budi",)), "wet")], ["Budi"])
        self.assertEqual(len(self.places(single(cell=None, blocks=("",)), "wet")), 1)


if __name__ == "__main__":
    for tool in ("pdftotext", "pdftoppm"):
        if not shutil.which(tool):
            sys.exit("%s is missing" % tool)
    unittest.main()
