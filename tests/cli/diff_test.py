#!/usr/bin/env python3
"""lembar diff as a user or a script meets it."""
import json
import os
import subprocess
import unittest

from cli_test import GOOD, ROOT, UNKNOWN_ACTOR, Case, run

OTHER = GOOD.replace("Menyimpan surat", "Menyimpan surat dan lampiran")


class Diff(Case):
    def test_text_and_language(self):
        old, new = self.path("a.xml", GOOD), self.path("b.xml", OTHER)
        got = run("diff", old, new, "--lang", "id")
        self.assertStatus(got, 0)
        self.assertEqual(got.stdout.decode(), "Prosedur\n  ~ langkah 3, uraian: Menyimpan surat {+dan lampiran+}\n1 perubahan.\n")
        self.assertIn(b"1 change.", run("diff", old, new, "--lang", "en").stdout)

    def test_no_changes_are_no_fault_and_no_difference_either(self):
        source = self.path("a.xml", GOOD)
        got = run("diff", source, source)
        self.assertStatus(got, 0)
        self.assertEqual(got.stdout, b"No changes.\n")

    def test_json(self):
        got = run("diff", self.path("a.xml", GOOD), self.path("b.xml", OTHER), "--format", "json")
        self.assertStatus(got, 0)
        told = json.loads(got.stdout)
        self.assertEqual(told["count"], 1)
        self.assertEqual(told["changes"][0]["words"], [{"kept": "Menyimpan surat"}, {"added": "dan lampiran"}])
        self.assertEqual(told["changes"][0]["newLine"], 9)

    def test_into_a_file_and_from_stdin(self):
        got = run("diff", "-", self.path("b.xml", OTHER), "-o", self.path("out.txt"), stdin=GOOD.encode())
        self.assertStatus(got, 0)
        self.assertEqual(got.stdout, b"")
        self.assertIn(b"lampiran", self.read("out.txt"))

    def test_review_copy_as_pdf(self):
        old, new, pdf = self.path("a.xml", GOOD), self.path("b.xml", OTHER), self.path("out.pdf")
        self.assertStatus(run("diff", old, new, "--format", "pdf", "-o", pdf), 0)
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
        for words in ("SALINAN TELAAH", "Daftar Perubahan sejak a.xml", "Semula", "Menjadi", "Menyimpan surat dan lampiran"):
            self.assertIn(words, text)
        self.assertNotIn("FILE", subprocess.run(["pdfsig", pdf], stdout=subprocess.PIPE).stdout.decode())
        self.assertIn(b"0 embedded", subprocess.run(["pdfdetach", "-list", pdf], stdout=subprocess.PIPE, check=True).stdout)

    def test_between_pdfs(self):
        for name, source in (("a", GOOD), ("b", OTHER)):
            self.assertStatus(run("render", self.path(name + ".xml", source)), 0)
        os.remove(self.path("a.xml"))
        os.remove(self.path("b.xml"))
        got = run("diff", self.path("a.pdf"), self.path("b.pdf"), "--lang", "en")
        self.assertStatus(got, 0)
        self.assertIn(b"step 3, uraian: Menyimpan surat {+dan lampiran+}", got.stdout)
        self.assertStatus(run("diff", self.path("a.pdf"), self.path("b.pdf"), "--format", "pdf", "-o", self.path("c.pdf")), 0)
        # A review copy is no record of either.
        self.assertStatus(run("diff", self.path("a.pdf"), self.path("c.pdf")), 1)

    def test_render_changes_since_takes_a_name_of_its_own(self):
        old, new = self.path("a.xml", GOOD), self.path("b.xml", OTHER)
        self.assertStatus(run("render", new, "--changes-since", old), 0)
        self.assertEqual(sorted(os.listdir(self.dir)), ["a.xml", "b.telaah.pdf", "b.xml"])
        text = subprocess.run(["pdftotext", self.path("b.telaah.pdf"), "-"], stdout=subprocess.PIPE, check=True).stdout
        self.assertNotIn(b"Daftar Perubahan", text)
        self.assertStatus(run("render", new, old, "--changes-since", old), 2)
        self.assertStatus(run("render", new, "--changes-since", self.path("none.xml")), 3)
        self.assertStatus(run("render", new, "--changes-since", self.path("bad.xml", UNKNOWN_ACTOR)), 1)

    def test_bad_input(self):
        good = self.path("a.xml", GOOD)
        for old, new, status in ((self.path("bad.xml", UNKNOWN_ACTOR), good, 1), (good, self.path("no.xml"), 3), (good, self.dir, 3),
                                 (self.path("bin.xml", b"\0\xff" * 50), good, 1), ("-", "-", 2)):
            got = run("diff", old, new, stdin=b"")
            self.assertStatus(got, status)
            self.assertEqual(got.stdout, b"")
            self.assertNotEqual(got.stderr, b"")
        self.assertStatus(run("diff", good), 2)
        self.assertStatus(run("diff", good, good, "--format", "doc"), 2)

    def test_every_sample_with_every_other(self):
        folder = os.path.join(ROOT, "samples")
        samples = sorted(os.path.join(folder, n) for n in os.listdir(folder) if n.endswith(".xml"))
        for old, new in zip(samples, samples[1:]):
            got = run("diff", old, new, "--format", "json")
            self.assertStatus(got, 0)
            self.assertGreater(json.loads(got.stdout)["count"], 0)


if __name__ == "__main__":
    unittest.main()
