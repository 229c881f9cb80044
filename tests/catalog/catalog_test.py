#!/usr/bin/env python3
"""lembar catalog: the list of an office's SOPs from its PDFs, in four forms, and what does not fit together."""
import csv
import html.parser
import io
import json
import os
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from office import Case, sheet  # noqa: E402


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.open, self.cells, self.found = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))
        if tag not in ("meta", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        if self.open and self.open[-1] in ("td", "th"):
            self.cells.append(data)


class Catalog(Case):
    def office(self, **sheets):
        for name, xml in sheets.items():
            self.put("src/%s.xml" % name, xml)
        self.done("build", self.path("src"), "-o", self.path("pdf"))

    def catalog(self, *args):
        got = self.done("catalog", self.path("pdf"), "--today", "2024-06-01", "--lang", "en", *args)
        return got.stdout.decode(), got.stderr.decode()

    def test_every_sheet_in_every_form(self):
        self.office(a=sheet("Surat Masuk", "067/001/KST/VII/2023", "2023-07-28"), b=sheet("Surat <Keluar> & \"Lain\"", "067/002/KST/III/2024", "2024-03-01"))
        text, said = self.catalog()
        self.assertEqual(said, "")
        rows = list(csv.DictReader(io.StringIO(text)))
        self.assertEqual([(r["nomor"], r["nama"], r["tanggal"], r["status"], r["penandatangan"], r["tinjau_ulang"], r["lewat"], r["berkas"]) for r in rows],
                         [("067/001/KST/VII/2023", "Surat Masuk", "2023-07-28", "berlaku", "Siti Rahmawati, S.STP., M.Si.", "2024-07-28", "tidak", "a.pdf"),
                          ("067/002/KST/III/2024", "Surat <Keluar> & \"Lain\"", "2024-03-01", "berlaku", "Siti Rahmawati, S.STP., M.Si.", "2025-03-01", "tidak", "b.pdf")])
        self.catalog("-o", self.path("d.json"), "-o", self.path("d.html"), "-o", self.path("d.pdf"))
        self.assertEqual([s["title"] for s in json.loads(self.read("d.json"))["sheets"]], [r["nama"] for r in rows])
        page = Page(self.read("d.html").decode())
        self.assertEqual(page.open, [])
        for row in rows:
            for word in ("nomor", "nama", "unit", "tanggal", "penandatangan"):
                self.assertIn(row[word], " ".join(page.cells) if word != "nama" else "".join(page.cells))
        words = subprocess.run(["pdftotext", "-layout", self.path("d.pdf"), "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
        for word in ("Nama SOP", "Penandatangan", "Tinjau Ulang", "067/001/KST/VII/2023", "Surat Masuk", "2 SOP"):
            self.assertIn(word, words)
        # The list itself is no SOP.
        self.done("catalog", self.path("d.pdf"), "-o", "-")
        self.assertEqual(len(self.done("catalog", self.path("pdf"), self.path("d.pdf")).stdout.decode().strip().splitlines()), 3)

    def test_the_page_needs_no_network_and_can_be_heard(self):
        self.office(a=sheet("Surat Masuk"))
        self.catalog("-o", self.path("d.html"))
        text = self.read("d.html").decode()
        page = Page(text)
        self.assertNotRegex(text, r"(src|href)=|@import|url\(|http")
        self.assertIn(("html", {"lang": "id"}), page.found)
        for tag in ("main", "h1", "caption", "title"):
            self.assertIn(tag, [t for t, _ in page.found])
        self.assertTrue(all(a.get("scope") in ("col", "row") for t, a in page.found if t == "th"))
        ids = {a["id"] for t, a in page.found if t == "input"}
        self.assertEqual(ids, {a["for"] for t, a in page.found if t == "label"})

    def test_the_newest_revision_counts(self):
        old = sheet("Surat Masuk", date="2023-01-16")
        new = old.replace("</sop>", '<riwayat><revisi nomor="1" tanggal="2024-01-16" oleh="Umum">Ubah</revisi></riwayat></sop>')
        self.office(r0=old, r1=new)
        self.assertEqual([r["revisi"] for r in csv.DictReader(io.StringIO(self.catalog()[0]))], ["1"])
        rows = list(csv.DictReader(io.StringIO(self.catalog("--all")[0])))
        self.assertEqual({r["revisi"]: r["status"] for r in rows}, {"": "digantikan", "1": "berlaku"})

    def test_what_is_due_for_review(self):
        self.office(a=sheet("Lama", "067/1/K/2023", "2023-05-31"), b=sheet("Baru", "067/2/K/2023", "2023-06-02"))
        self.assertEqual({r["nama"]: r["lewat"] for r in csv.DictReader(io.StringIO(self.catalog()[0]))}, {"Lama": "ya", "Baru": "tidak"})
        self.assertEqual({r["lewat"] for r in csv.DictReader(io.StringIO(self.catalog("--review-months", "24")[0]))}, {"tidak"})

    def findings(self, **sheets):
        self.office(**sheets)
        return self.catalog()[1]

    def test_a_number_twice(self):
        said = self.findings(a=sheet("Satu", "067/7/K/2023"), b=sheet("Dua", "067/7/K/2023"))
        self.assertEqual(said.count("[number-double]"), 1)
        self.assertIn('"067/7/K/2023"', said)

    def test_gaps(self):
        said = self.findings(**{"s%d" % n: sheet("S%d" % n, "067/%03d/K/2023" % n) for n in (1, 2, 5, 6)})
        self.assertIn("067/#/K/2023: 3, 4.", said)

    def test_no_gap_where_other_letters_share_the_numbers(self):
        self.assertEqual(self.findings(a=sheet("A", "067/015/K/2023"), b=sheet("B", "067/211/K/2023")), "")

    def test_one_official_with_two_nips(self):
        said = self.findings(a=sheet("A", "067/1/K/2023", signer="Renny, S.P.", nip="19880619 200701 2 002"),
                             b=sheet("B", "067/2/K/2023", signer="RENNY, S.I.P.", nip="19890619 200701 2 002"),
                             c=sheet("C", "067/3/K/2023", signer="Renny", nip="198806192007012002"))
        self.assertEqual(said.count("[official-two-nips]"), 1)

    def test_lanes_spelt_two_ways(self):
        said = self.findings(a=sheet("A", "067/1/K/2023", lane="Kasubag Umum"), b=sheet("B", "067/2/K/2023", lane="Kasubbag Umum"),
                             c=sheet("C", "067/3/K/2023", lane="Kepala Seksi I"), d=sheet("D", "067/4/K/2023", lane="Kepala Seksi II"))
        self.assertEqual(said.count("[lane-two-spellings]"), 1)
        self.assertIn('"Kasubbag Umum"', said)

    def test_related_sheets_that_are_not_there(self):
        said = self.findings(a=sheet("Surat Masuk", "067/1/K/2023", related=["SOP Surat Keluar", "SOP tentang Arsip", "-"]), b=sheet("Surat Keluar", "067/2/K/2023"))
        self.assertEqual(said.count("[related-missing]"), 1)
        self.assertIn('"SOP tentang Arsip"', said)

    def test_a_related_sheet_is_found_among_titles_that_begin_alike(self):
        said = self.findings(a=sheet("Surat Masuk", "067/1/K/2023", related=["SOP Surat Masuk Biasa (Nomor 067/2)", "Baca Surat Masuk Rahasia"]),
                             b=sheet("Surat Masuk Biasa", "067/2/K/2023"), c=sheet("Surat Masuk Biasa Sekali", "067/3/K/2023"), d=sheet("Surat Masuk Luar", "067/4/K/2023", related=["SOP Surat Mas"]))
        self.assertEqual(said.count("[related-missing]"), 1)
        self.assertIn('"SOP Surat Mas"', said)

    def test_usage(self):
        self.office(a=sheet("A"))
        for args in (["-o", self.path("x.doc")], ["--today", "now"]):
            self.done("catalog", self.path("pdf"), *args, status=2)
        self.done("catalog", self.path("none"), status=3)
        self.assertTrue(self.done("catalog", self.path("pdf"), "--format", "pdf").stdout.startswith(b"%PDF-"))


if __name__ == "__main__":
    unittest.main()
