#!/usr/bin/env python3
"""lembar revise and lembar new as a user or a script meets them."""
import difflib
import os
import random
import re
import subprocess
import time
import unittest

from cli_test import GOOD, PROGRAM, ROOT, UNKNOWN_ACTOR, Case, run

SAMPLES = sorted(n for n in os.listdir(os.path.join(ROOT, "samples")) if n.endswith(".xml"))


def sample(name):
    with open(os.path.join(ROOT, "samples", name), "rb") as f:
        return f.read()


class Revise(Case):
    def test_marks_history_and_the_old_source(self):
        source = self.path("a.xml", GOOD)
        got = run("revise", source, "--note", "Alasan", "--by", "Sekretaris", "--date", "2025-06-02")
        self.assertStatus(got, 0)
        self.assertEqual(sorted(os.listdir(self.dir)), ["a.rev-00.xml", "a.xml"])
        self.assertEqual(self.read("a.rev-00.xml"), GOOD.encode())
        self.assertIn(b'<revisi nomor="01" tanggal="2025-06-02" oleh="Sekretaris">Alasan</revisi>', self.read("a.xml"))
        self.assertIn(b"<tanggal-revisi>2025-06-02</tanggal-revisi>", self.read("a.xml"))
        self.assertStatus(run("render", source), 0)

    def test_today_is_the_default(self):
        source = self.path("a.xml", GOOD)
        before = time.strftime("%Y-%m-%d")
        self.assertStatus(run("revise", source), 0)
        dates = re.findall(rb'tanggal="([0-9-]+)"', self.read("a.xml"))
        self.assertIn(dates[0].decode(), (before, time.strftime("%Y-%m-%d")))

    def test_nothing_changed_is_refused(self):
        source = self.path("a.xml", GOOD)
        self.assertStatus(run("revise", source), 0)
        revised = self.read("a.xml")
        got = run("revise", source, "--note", "lagi")
        self.assertStatus(got, 1)
        self.assertIn(b"revision-unchanged", got.stderr)
        self.assertEqual(self.read("a.xml"), revised)
        self.path("a.xml", revised.replace(b"Menyimpan", b"Menata"))
        self.assertStatus(run("revise", source), 0)
        self.assertEqual(sorted(os.listdir(self.dir)), ["a.rev-00.xml", "a.rev-01.xml", "a.xml"])

    def test_since_an_archived_pdf(self):
        source, pdf = self.path("a.xml", GOOD), self.path("arsip.pdf")
        self.assertStatus(run("render", source, "-o", pdf), 0)
        self.assertStatus(run("revise", source, "--since", pdf), 1)
        self.path("a.xml", GOOD.replace("Menyimpan", "Menata"))
        self.assertStatus(run("revise", source, "--since", pdf), 0)
        self.assertEqual(self.read("a.rev-00.xml"), GOOD.encode())
        self.assertIn(b"Menata", self.read("a.xml"))

    def test_every_sample_keeps_all_its_other_lines(self):
        for name in SAMPLES:
            source = self.path(name, sample(name))
            got = run("revise", source, "--date", "2027-01-04", "--note", "Uji", "--number", "77")
            if b"<himpunan" in sample(name):  # revisions belong to sheets
                self.assertStatus(got, 1)
                self.assertEqual(self.read(name), sample(name))
                continue
            self.assertStatus(got, 0)
            old, new = sample(name).decode().splitlines(True), self.read(name).decode().splitlines(True)
            for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
                if kind == "equal":
                    continue
                for line in old[a:b]:
                    self.assertRegex(line, r"<(tanggal-revisi|isian label=\"[^\"]*[Rr]evisi[^\"]*\")", name)
                for line in new[c:d]:
                    self.assertRegex(line, r"<(tanggal-revisi|isian |/?riwayat>|revisi nomor=\"77\")", name)
            self.assertStatus(run("check", source), 0)

    def test_a_kept_source_is_never_written_over(self):
        source = self.path("a.xml", GOOD)
        self.path("a.rev-00.xml", GOOD.replace("Menerima", "Mencatat"))
        got = run("revise", source)
        self.assertStatus(got, 1)
        self.assertIn(b"revision-kept-differs", got.stderr)
        self.assertEqual(self.read("a.xml"), GOOD.encode())

    def test_an_interrupted_revision_goes_on(self):
        source = self.path("a.xml", GOOD)
        self.path("a.rev-00.xml", GOOD)
        self.assertStatus(run("revise", source), 0)
        self.assertIn(b'nomor="01"', self.read("a.xml"))

    def test_killed_at_any_moment(self):
        rng = random.Random(1)
        source = self.path("a.xml")
        for _ in range(25):
            for name in os.listdir(self.dir):
                os.remove(self.path(name))
            self.path("a.xml", GOOD)
            process = subprocess.Popen([PROGRAM, "revise", source, "--date", "2025-06-02"], stderr=subprocess.DEVNULL)
            time.sleep(rng.random() * 0.012)
            process.kill()
            process.wait()
            if self.read("a.xml") == GOOD.encode():
                self.assertStatus(run("revise", source, "--date", "2025-06-02"), 0)
            self.assertEqual(self.read("a.xml").count(b"<revisi "), 1)
            self.assertEqual(self.read("a.rev-00.xml"), GOOD.encode())

    def test_bad_input(self):
        self.assertStatus(run("revise", self.path("none.xml")), 3)
        self.assertStatus(run("revise", "-"), 2)
        self.assertStatus(run("revise"), 2)
        self.assertStatus(run("revise", self.path("bad.xml", UNKNOWN_ACTOR)), 1)
        self.assertStatus(run("revise", self.path("a.xml", GOOD), "--date", "2025-02-30"), 1)
        for words in (b"\xff", b"\x01", b"a\xed\xa0\x80"):
            for option in ("--note", "--by", "--number"):
                self.assertStatus(run("revise", self.path("a.xml", GOOD), option, words), 1)
        self.assertStatus(run("revise", self.path("a.xml", GOOD), "--since", self.path("none.pdf")), 3)
        self.assertStatus(run("revise", self.path("a.xml", GOOD), "--since", self.path("x.pdf", b"%PDF-1.7\nrubbish")), 1)
        self.assertStatus(run("revise", self.path("b.pdf", b"%PDF-1.7\nrubbish")), 2)
        self.assertStatus(run("revise", self.path("c.xml", "<himpunan versi=\"1\">" + GOOD[GOOD.index("<sop"):] + "</himpunan>")), 1)
        self.assertEqual(self.read("a.xml"), GOOD.encode())
        self.assertFalse([n for n in os.listdir(self.dir) if ".rev-" in n])


class New(Case):
    TEMPLATES = sorted(n[:-4] for n in os.listdir(os.path.join(ROOT, "templates")) if n.endswith(".xml"))

    def test_every_template_validates_and_renders(self):
        for template in self.TEMPLATES:
            for language in ("id", "en"):
                target = self.path("%s-%s.xml" % (template, language))
                self.assertStatus(run("new", target, "--template", template, "--lang", language), 0)
                schema = os.path.join(ROOT, "templates", "sop.xsd")
                subprocess.run(["xmllint", "--noout", "--schema", schema, target], check=True, stderr=subprocess.DEVNULL)
                self.assertStatus(run("render", target), 0)
                self.assertIn(b"<!--", self.read(os.path.basename(target)))

    def test_a_template_of_ones_own_is_named_from_the_new_file(self):
        for folder in ("templat", "sop"):
            os.mkdir(self.path(folder))
        self.path("templat/kantor.xml", '<templat versi="1" judul="Kantor" mewarisi="p35"/>')
        self.assertStatus(run("new", self.path("sop/a.xml"), "--template", self.path("templat/kantor.xml")), 0)
        self.assertIn(b'templat="../templat/kantor.xml"', self.read("sop/a.xml"))
        self.assertStatus(run("render", self.path("sop/a.xml")), 0)

    def test_to_stdout(self):
        got = run("new")
        self.assertStatus(got, 0)
        self.assertTrue(got.stdout.startswith(b"<?xml"))
        self.assertStatus(run("render", "-", "-o", "-", stdin=got.stdout), 0)

    def test_from_every_sample(self):
        os.mkdir(self.path("in"))
        os.mkdir(self.path("out"))
        os.symlink(os.path.join(ROOT, "samples", "logo"), self.path("in/logo"))
        for name in SAMPLES:
            self.path("in/" + name, sample(name))
            self.assertStatus(run("new", self.path("out/" + name), "--from", self.path("in/" + name)), 0)
            made = self.read("out/" + name).decode()
            self.assertNotIn("<revisi ", made)
            for gone in re.findall(r"<(?:nip|nomor)>([^<]+)<", sample(name).decode()):
                self.assertNotIn(gone, made)
            self.assertStatus(run("render", self.path("out/" + name)), 0)

    def test_from_a_pdf(self):
        self.assertStatus(run("render", self.path("a.xml", GOOD)), 0)
        got = run("new", "--from", self.path("a.pdf"))
        self.assertStatus(got, 0)
        self.assertIn(b"<nomor></nomor>", got.stdout)
        self.assertIn(b"Menyimpan surat", got.stdout)

    def test_from_a_file_of_a_strange_name(self):
        for name in (b"a\xff--.xml", b"-->.xml", b"a\nb---c.xml"):
            source = os.path.join(self.dir.encode(), name)
            with open(source, "wb") as f:
                f.write(GOOD.encode())
            got = run("new", "--from", source)
            self.assertStatus(got, 0)
            self.assertStatus(run("render", "-", "-o", "-", stdin=got.stdout), 0)

    def test_nothing_is_written_over(self):
        there = self.path("a.xml", GOOD)
        self.assertStatus(run("new", there), 2)
        self.assertStatus(run("new", "-o", there, "--from", there), 2)
        self.assertEqual(self.read("a.xml"), GOOD.encode())

    def test_bad_input(self):
        self.assertStatus(run("new", self.path("x.xml"), "--template", "tiada"), 1)
        self.assertStatus(run("new", self.path("x.xml"), "--from", self.path("none.xml")), 3)
        self.assertStatus(run("new", self.path("x.xml"), "--from", self.path("bad.xml", UNKNOWN_ACTOR)), 1)
        self.assertStatus(run("new", "--from", self.path("bad.xml"), "--template", "p35"), 2)
        self.assertStatus(run("new", self.path("no/folder/x.xml")), 3)
        self.assertFalse(os.path.exists(self.path("x.xml")))


if __name__ == "__main__":
    unittest.main()
