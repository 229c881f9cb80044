#!/usr/bin/env python3
"""What a reader by ear gets of a sheet, and how anybody finds the way in it: tags in reading order with their words, bookmarks,
page labels, links, and what the file says of itself.  Asked of both canvases, as poppler and qpdf see it."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SAMPLES = os.environ["LEMBAR"], os.environ["SAMPLES"]
SAMPLE = os.path.join(SAMPLES, "pelayanan-terpadu.xml")


def run(*command):
    got = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if got.returncode != 0:
        raise AssertionError("%s: %s" % (command, got.stderr.decode()))
    return got.stdout.decode()


class Pdf:
    """A PDF's objects, and its structure as a tree of (type, element, kids)."""

    def __init__(self, path):
        self.path = path
        self.objects = json.loads(run("qpdf", "--json=2", "--json-key=qpdf", path))["qpdf"][1]
        self.root = self.of(self.objects["trailer"]["value"]["/Root"])
        self.tree = self.element(self.of(self.root["/StructTreeRoot"])["/K"])

    def of(self, value):
        if isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            entry = self.objects["obj:" + value]
            return entry.get("value", entry.get("stream", {}).get("dict"))
        return value

    def element(self, reference):
        element = self.of(reference)
        if not isinstance(element, dict) or "/S" not in element:
            return None
        if "/A" in element:
            element["/A"] = self.of(element["/A"])
        kids = element.get("/K", [])
        kids = [self.element(k) for k in (kids if isinstance(kids, list) else [kids])]
        return element["/S"][1:], element, [k for k in kids if k]

    def walk(self, tree=None):
        tree = tree or self.tree
        yield tree
        for kid in tree[2]:
            yield from self.walk(kid)

    def all(self, kind):
        return [t for t in self.walk() if t[0] == kind]

    def alts(self):
        return [t[1].get("/Alt", "")[2:] for t in self.all("Figure")]

    def words(self):
        return run("pdfinfo", "-struct-text", self.path)

    def annotations(self, kind):
        return [o["value"] for o in self.objects.values() if isinstance(o.get("value"), dict) and o["value"].get("/Subtype") == kind]


class Reading(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.dir = tempfile.mkdtemp(prefix="lembar-reading-")
        cls.pdfs = {canvas: cls.rendered(SAMPLE, canvas) for canvas in ("cairo", "haru")}
        cls.pdf = cls.pdfs["cairo"]

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.dir)

    @classmethod
    def rendered(cls, source, canvas="cairo"):
        target = os.path.join(cls.dir, canvas + "-" + os.path.basename(source)[:-4] + ".pdf")
        run(PROGRAM, "render", source, "--canvas", canvas, "-o", target)
        return Pdf(target)

    def assertInOrder(self, text, *parts):
        at = 0
        for part in parts:
            found = text.find(part, at)
            self.assertGreaterEqual(found, 0, "%r comes not, or too early" % part)
            at = found

    def test_both_canvases_say_the_same(self):
        shape = [[(t[0], t[1].get("/Alt"), t[1].get("/A", {}).get("/Scope")) for t in pdf.walk()] for pdf in self.pdfs.values()]
        self.assertEqual(shape[0], shape[1])

    def test_words_come_in_reading_order(self):
        self.assertInOrder(self.pdf.words(), "PEMERINTAH KABUPATEN MUARA JAYA", '"Nomor SOP"', "000.8.3.3/041/DPMPTSP/2025", '"Nama SOP"',
                           '"Dasar Hukum"', '"Peringatan"', '"PROSEDUR PENERBITAN IZIN USAHA"', '"No"', '"Kegiatan"', '"Petugas Loket"',
                           '"A. Pendaftaran"', '"Mengajukan permohonan izin"', '"Formulir permohonan"', '"10 Menit"',
                           '"B. Pemeriksaan"', '"C. Penerbitan"', '"Mengirim surat penolakan')

    def test_what_is_no_content_is_not_said(self):
        words = self.pdf.words()
        self.assertNotIn("Halaman 1 dari", words)
        self.assertNotIn('":"', words)

    def test_headings_go_down_step_by_step(self):
        levels = [t[0] for t in self.pdf.walk() if re.fullmatch(r"H\d", t[0])]
        self.assertEqual(levels[0], "H1")
        self.assertEqual(levels.count("H1"), 1)
        self.assertGreater(levels.count("H2"), 6)

    def test_identity_and_flow_are_tables_with_heads(self):
        identity, flow = self.pdf.all("Table")
        for row in identity[2]:
            self.assertEqual([(c[0], c[1].get("/A", {}).get("/Scope")) for c in row[2]], [("TH", "/Row"), ("TD", None)])
        scopes = [[c[1].get("/A", {}).get("/Scope") for c in row[2]] for row in flow[2]]
        self.assertEqual(sum(all(s == "/Column" for s in row) for row in scopes), 3, "heads are said once, on the first page only")
        steps = [row for row in flow[2] if row[2][0][1].get("/A", {}).get("/Scope") == "/Row"]
        self.assertEqual(len(steps), 13, "one table over both pages")

    def test_rows_are_of_one_length(self):
        for table in self.pdf.all("Table"):
            hanging, widths = [], set()
            for row in table[2]:
                attributes = [c[1].get("/A", {}) for c in row[2]]
                here = sum(a.get("/ColSpan", 1) for a in attributes) + sum(width for _, width in hanging)
                widths.add(here)
                hanging = [(rows - 1, width) for rows, width in hanging if rows > 1]
                hanging += [(a["/RowSpan"] - 1, a.get("/ColSpan", 1)) for a in attributes if a.get("/RowSpan", 1) > 1]
            self.assertEqual(len(widths), 1, widths)

    def test_lists_are_lists(self):
        for item in self.pdf.all("LI"):
            self.assertIn([k[0] for k in item[2]], (["Lbl", "LBody"], ["LBody"]))
        self.assertTrue(self.pdf.all("LI"))

    def test_symbols_say_kind_performer_and_where_the_flow_goes(self):
        alts = self.pdf.alts()
        self.assertTrue(all(alts), "a figure without words")
        self.assertIn('mulai "Mulai", Pemohon: ke langkah 2', alts)
        decision = [a for a in alts if a.startswith("keputusan, Petugas Loket")]
        self.assertEqual(decision, ["keputusan, Petugas Loket: bila Ya ke langkah 3, bila Tidak kembali ke langkah 1"])

    def test_every_figure_says_where_it_stands(self):
        for figure in self.pdf.all("Figure"):
            self.assertEqual(len(figure[1]["/A"]["/BBox"]), 4)

    def test_bookmarks_name_the_steps(self):
        titles = []

        def walk(outlines, level):
            for o in outlines:
                titles.append((level, o["title"], o["destpageposfrom1"]))
                walk(o["kids"], level + 1)

        walk(json.loads(run("qpdf", "--json=1", "--json-key=outlines", self.pdf.path))["outlines"], 0)
        self.assertEqual(titles[0], (0, "Penerbitan Izin Usaha yang Memerlukan Peninjauan Lapangan", 1))
        self.assertIn((2, "A. Pendaftaran", 2), titles)
        self.assertIn((3, "1. Mengajukan permohonan izin", 2), titles)
        self.assertIn((3, "13. Mengirim surat penolakan beserta alasannya", 3), titles)
        self.assertEqual(sum(level == 3 for level, _, _ in titles), 13)

    def test_connectors_lead_to_their_other_half_and_back(self):
        for pdf in self.pdfs.values():
            links = pdf.annotations("/Link")
            self.assertTrue(links)
            self.assertEqual(len(links), len(pdf.all("Link")))
            ways = sorted((link["/P"], link["/Dest"][0]) for link in links)
            self.assertEqual(ways, sorted((b, a) for a, b in ways), "each leads to a page from which one leads back")
            self.assertTrue(all(link["/Contents"][2:] and link["/F"] == 4 for link in links))

    def test_contents_lead_to_their_sheets(self):
        source = os.path.join(self.dir, "semua.xml")
        with open(SAMPLE, encoding="utf-8") as f, open(os.path.join(self.dir, "satu.xml"), "w", encoding="utf-8") as out:
            out.write(re.sub(r' logo(-kanan)?="[^"]*"', "", f.read()))
        with open(source, "w", encoding="utf-8") as f:
            f.write('<himpunan versi="1"><daftar-isi/><arti-simbol/><sertakan berkas="satu.xml"/><sertakan berkas="satu.xml"/></himpunan>')
        pdf = self.rendered(source)
        items = pdf.all("TOCI")
        self.assertEqual(len(items), 2)
        self.assertEqual(len(pdf.all("TOC")), 1)
        self.assertEqual(len(pdf.all("Sect")), 2)
        targets = [link["/Dest"][0] for link in pdf.annotations("/Link") if "Penerbitan Izin" in link["/Contents"]]
        self.assertEqual(len(set(targets)), 2)

    def test_the_file_says_what_it_is(self):
        self.assertIs(self.pdf.root["/ViewerPreferences"]["/DisplayDocTitle"], True)
        self.assertEqual(self.pdf.root["/Lang"], "u:id-ID")
        self.assertIn("/PageLabels", self.pdf.root)
        xmp = run("pdfinfo", "-meta", self.pdf.path)
        for words in ("<pdfaid:part>3</pdfaid:part>", "<pdfuaid:part>1</pdfuaid:part>", "000.8.3.3/041/DPMPTSP/2025", "<lembar:status>",
                      "<lembar:revisi>", "<lembar:penandatangan>", "<lembar:unit>", "pdfaExtension:schemas"):
            self.assertIn(words, xmp)


if __name__ == "__main__":
    for tool in ("qpdf", "pdfinfo"):
        if not shutil.which(tool):
            sys.exit("%s is missing" % tool)
    unittest.main()
