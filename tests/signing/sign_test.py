#!/usr/bin/env python3
"""A rendered sheet can be signed, by two people and with two programs in turn, and stays what it was: the bytes that were
there are untouched, it is sound and PDF/A-3a and PDF/UA-1 still, its source comes out and makes it, and nobody writes over it."""
import glob
import itertools
import os
import shutil
import sys
import tempfile
import unittest

import signers
from signers import run

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "conformance"))
from check_conformance import judge  # noqa: E402

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "support"))
from small_sheet import FLOW, bytes_of  # noqa: E402

PROGRAM = os.environ["LEMBAR"]
CAMAT, SECRETARY = "Siti Rahmawati, S.STP., M.Si.", "Budi Santoso, S.Sos."

SHEET = """<?xml version="1.0" encoding="UTF-8"?>
<sop versi="1">
  <identitas><nomor>400.14/1/2023</nomor><tanggal-efektif>2023-07-28</tanggal-efektif>
    <disahkan-oleh><jabatan>CAMAT SUNGAI TENANG</jabatan><nama>%s</nama><nip>19810412 200003 2 001</nip></disahkan-oleh>
    <nama-sop>Penanganan Surat Masuk</nama-sop></identitas>
%s  <pengesah><pembuka>Diperiksa oleh</pembuka><jabatan>SEKRETARIS KECAMATAN</jabatan><nama>%s</nama></pengesah>
</sop>
""" % (CAMAT, FLOW, SECRETARY)

FIRST, SECOND = "ttd-1", "ttd-2"


class Signing(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.keys = tempfile.mkdtemp(prefix="lembar-keys-")
        cls.nss = signers.Nss(cls.keys)
        cls.nss.add("Camat")
        cls.nss.add("Sekretaris")
        cls.hanko = signers.PyHanko("Sekretaris")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.keys)

    def setUp(self):
        self.dir = tempfile.mkdtemp(prefix="lembar-signing-")
        self.addCleanup(shutil.rmtree, self.dir)
        self.source, self.pdf = os.path.join(self.dir, "sop.xml"), os.path.join(self.dir, "sop.pdf")
        with open(self.source, "w", encoding="utf-8") as f:
            f.write(SHEET)

    def remove_pdf(self):
        if os.path.exists(self.pdf):
            os.unlink(self.pdf)

    def render(self, *options):
        got = run(PROGRAM, "render", self.source, *options)
        self.assertEqual(got.returncode, 0, got.stderr.decode())
        return bytes_of(self.pdf)

    def sign_with(self, tool, field):
        """One more signature: what was there before must be the beginning of what is there now."""
        before = bytes_of(self.pdf)
        if tool == "pdfsig":
            self.nss.sign(self.pdf, field, "Camat" if field == FIRST else "Sekretaris")
        else:
            self.hanko.sign(self.pdf, field)
        after = bytes_of(self.pdf)
        self.assertGreater(len(after), len(before))
        self.assertEqual(after[:len(before)], before)

    def assertSound(self):
        check = run("qpdf", "--check", self.pdf)
        self.assertEqual(check.returncode, 0, check.stderr.decode() + check.stdout.decode())
        attached = run("qpdf", "--show-attachment=sop.xml", self.pdf)
        self.assertEqual(attached.stdout, bytes_of(self.source))
        out = os.path.join(self.dir, "detached")
        run("pdfdetach", "-savefile", "sop.xml", "-o", out, self.pdf)
        self.assertEqual(bytes_of(out), bytes_of(self.source))

    def assertSame(self, signed):
        got = run(PROGRAM, "verify", "--lang", "en", self.pdf)
        self.assertEqual(got.returncode, 0, got.stderr.decode())
        lines = got.stdout.decode().splitlines()
        self.assertRegex(lines[0], r"\.pdf: same\b")
        self.assertEqual(sum("that revision is untouched" in line for line in lines), signed, lines)

    def assertSigned(self, *fields, strict=True):
        self.assertEqual(self.nss.verdicts(self.pdf), {field: True if field in fields else None for field in (FIRST, SECOND)})
        self.assertEqual(self.hanko.verdicts(self.pdf, strict), {field: True for field in fields})

    def test_two_signers_in_turn(self):
        tools = ("pdfsig", "pyhanko")
        archive = os.path.join(self.dir, "archive")
        os.mkdir(archive)
        for canvas, mode in (("cairo", "wet"), ("cairo", "tte"), ("haru", "tte")):
            for first, second in itertools.product(tools, tools):
                with self.subTest(canvas=canvas, mode=mode, first=first, second=second):
                    self.remove_pdf()
                    self.render("--canvas", canvas, "--sign", mode)
                    self.assertSigned()
                    self.sign_with(first, FIRST)
                    self.assertSigned(FIRST)
                    self.sign_with(second, SECOND)
                    self.assertSigned(FIRST, SECOND, strict=second != "pdfsig")
                    self.assertSound()
                    self.assertSame(2)
                    shutil.copy(self.pdf, os.path.join(archive, "-".join((canvas, mode, first, second)) + ".pdf"))
        count = len(os.listdir(archive))
        verdict = judge(os.environ["LEMBAR_JUDGE"], "3a,ua1", archive).stdout
        self.assertEqual(verdict.splitlines()[-1], "%d passed, 0 failed" % (2 * count), verdict[-4000:])

    def test_a_changed_byte_is_found(self):
        self.render()
        self.sign_with("pdfsig", FIRST)
        data = bytearray(bytes_of(self.pdf))
        data[len(data) // 3] ^= 1
        with open(self.pdf, "wb") as f:
            f.write(data)
        self.assertFalse(self.nss.verdicts(self.pdf).get(FIRST))
        got = run(PROGRAM, "verify", "--lang", "en", self.pdf)
        self.assertNotIn(b"sop.pdf: same", got.stdout)

    def test_a_signed_sheet_is_never_written_over(self):
        for tool in ("pdfsig", "pyhanko"):
            with self.subTest(tool=tool):
                self.remove_pdf()
                unsigned = self.render()
                self.assertEqual(self.render(), unsigned)  # an unsigned one is
                self.sign_with(tool, FIRST)
                signed = bytes_of(self.pdf)
                link = os.path.join(self.dir, "link.pdf")
                if not os.path.islink(link):
                    os.symlink("sop.pdf", link)
                for options in ((), ("-o", self.pdf), ("-o", link), ("-o", self.dir + "/"), ("--canvas", "haru"), ("--sign", "blank")):
                    got = run(PROGRAM, "render", self.source, *options)
                    self.assertEqual(got.returncode, 3, options)
                    self.assertIn(b"output-signed", got.stderr)
                    self.assertEqual(bytes_of(self.pdf), signed)

    def test_a_build_leaves_a_signed_sheet_alone(self):
        def build(*options):
            return run(PROGRAM, "build", sources, "-o", self.dir, "--lang", "en", *options)
        sources = os.path.join(self.dir, "sources")
        os.mkdir(sources)
        self.source = shutil.move(self.source, sources)
        self.assertEqual(build().returncode, 0)
        self.sign_with("pyhanko", FIRST)
        signed = bytes_of(self.pdf)
        self.assertEqual(build().returncode, 0)  # nothing changed: nothing to do
        with open(self.source, "a", encoding="utf-8") as f:
            f.write("<!-- changed -->")
        for options in ((), ("--again",)):
            got = build(*options)
            self.assertEqual(got.returncode, 3, got.stdout.decode() + got.stderr.decode())
            self.assertEqual(bytes_of(self.pdf), signed)

    def test_a_signed_sheet_survives_the_archive(self):
        def done(*args):
            got = run(PROGRAM, *args)
            self.assertEqual(got.returncode, 0, got.stderr.decode())
        unsigned = self.render("--sign", "tte")
        self.sign_with("pyhanko", FIRST)
        signed, tree = bytes_of(self.pdf), os.path.join(self.dir, "tree")
        done("archive", self.pdf, "-o", tree)
        kept = glob.glob(os.path.join(tree, "**", "*.pdf"), recursive=True)
        self.assertEqual([bytes_of(path) for path in kept], [signed])
        # The sheet made again, unsigned, is another file and takes nothing's place.
        with open(self.pdf, "wb") as f:
            f.write(unsigned)
        done("archive", self.pdf, "-o", tree)
        self.assertEqual(bytes_of(kept[0]), signed)
        out, again = os.path.join(self.dir, "out"), os.path.join(self.dir, "again.pdf")
        done("extract", kept[0], "-o", out)
        done("render", os.path.join(out, "sop.xml"), "--sign", "tte", "-o", again)
        self.assertEqual(bytes_of(again), unsigned)
        self.pdf = kept[0]
        self.assertSame(1)

    def test_a_blank_sheet_has_no_field(self):
        self.render("--sign", "blank")
        self.assertEqual(self.nss.verdicts(self.pdf), {})


if __name__ == "__main__":
    for tool in ("pdfsig", "certutil", "qpdf", "pdfdetach", "java"):
        if not shutil.which(tool):
            sys.exit("%s is missing; ./dev packages installs it" % tool)
    unittest.main()
