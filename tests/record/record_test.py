#!/usr/bin/env python3
"""A PDF is enough: its source comes out, it is made again from itself, and what was done to it since is found."""
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import unittest
import zlib

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "signing"))
import signers  # noqa: E402

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "support"))
from small_sheet import FLOW, bytes_of  # noqa: E402

PROGRAM, JUDGE, SAMPLES = (os.environ[name] for name in ("LEMBAR", "JUDGE", "SAMPLES"))

TEMPLATE = '<templat versi="1" mewarisi="dasar.xml"/>'

SHEET = """<?xml version="1.0" encoding="UTF-8"?>
<himpunan versi="1">
  <umum><kop logo="../gambar/lambang.png"><baris peran="pemda">KABUPATEN MUARA JAYA</baris></kop></umum>
  <sertakan berkas="isi/satu.xml"/>
  <sertakan berkas="../dua.xml"/>
</himpunan>
"""
PART = """<?xml version="1.0" encoding="UTF-8"?>
<sop versi="1">
  <identitas><nomor>%s</nomor><tanggal-efektif>2023-07-28</tanggal-efektif>
    <disahkan-oleh><jabatan>CAMAT</jabatan><nama>Siti Rahmawati</nama></disahkan-oleh><nama-sop>%s</nama-sop></identitas>
""" + FLOW + "</sop>\n"


def run(*command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


class Record(unittest.TestCase):
    def setUp(self):
        self.dir = tempfile.mkdtemp(prefix="lembar-record-")
        self.addCleanup(shutil.rmtree, self.dir)
        self.pdf = self.at("out.pdf")

    def at(self, *parts):
        return os.path.join(self.dir, *parts)

    def write(self, data, *parts):
        os.makedirs(os.path.dirname(self.at(*parts)), exist_ok=True)
        with open(self.at(*parts), "wb") as f:
            f.write(data if isinstance(data, bytes) else data.encode())
        return self.at(*parts)

    def sheet(self):
        """A source with files beside it, below it and above it."""
        self.write(PART % ("1/2023", "Surat Masuk"), "buku", "isi", "satu.xml")
        self.write(PART % ("2/2023", "Surat Keluar"), "dua.xml")
        self.write(bytes_of(os.path.join(SAMPLES, "logo", "lambang.png")), "gambar", "lambang.png")
        return self.write(SHEET, "buku", "semua.xml")

    def single(self):
        return self.write(PART % ("1/2023", "Surat Masuk"), "sop.xml")

    def render(self, source, *options, target=None, **more):
        got = run(PROGRAM, "render", source, "-o", target or self.pdf, *options, **more)
        self.assertEqual(got.returncode, 0, got.stderr.decode())
        return bytes_of(target or self.pdf)

    def verify(self, path=None, *options, **more):
        got = run(PROGRAM, "--lang", "en", "verify", path or self.pdf, *options, **more)
        return got.returncode, got.stdout.decode() + got.stderr.decode()

    def assertVerdict(self, verdict, status=None, path=None, says=""):
        code, words = self.verify(path)
        self.assertIn(": %s: " % verdict, words)
        self.assertIn(says, words)
        self.assertEqual(code, (0 if verdict == "same" else 1) if status is None else status, words)
        return words

    def plain(self):
        """The PDF with all that qpdf can spell out."""
        out = self.at("plain.pdf")
        run("qpdf", "--qdf", "--object-streams=disable", self.pdf, out)
        return bytes_of(out)

    def test_the_pdf_alone_is_enough(self):
        source = self.sheet()
        self.write(TEMPLATE, "kantor.xml")
        self.write('<templat versi="1" mewarisi="p52"/>', "dasar.xml")
        for options in ([], ["--sign", "tte"], ["--paper", "A3"], ["--canvas", "haru"], ["--template", self.at("kantor.xml")],
                        ["--template", "kantor.xml"]):
            with self.subTest(options=options):
                made = self.render(source, *options, cwd=self.dir)
                away = tempfile.mkdtemp(dir=self.dir)
                shutil.copy(self.pdf, os.path.join(away, "x.pdf"))
                # Nothing of what it was made from is left, nor looked for.
                hidden = self.at("hidden")
                os.mkdir(hidden)
                for name in ("buku", "gambar", "dua.xml", "kantor.xml", "dasar.xml"):
                    os.rename(self.at(name), os.path.join(hidden, name))
                try:
                    self.assertVerdict("same", path=os.path.join(away, "x.pdf"))
                    out = os.path.join(away, "out")
                    got = run(PROGRAM, "extract", os.path.join(away, "x.pdf"), "-o", out)
                    self.assertEqual(got.returncode, 0, got.stderr)
                    again = self.render(os.path.join(out, "sumber", "semua.xml"), *self.moved(options, out), target=self.at("again.pdf"))
                    if "--template" not in options:
                        self.assertEqual(again, made)
                finally:
                    for name in os.listdir(hidden):
                        os.rename(os.path.join(hidden, name), self.at(name))
                    os.rmdir(hidden)

    def moved(self, options, folder):
        return [os.path.join(folder, "templat", "kantor.xml") if o.endswith("kantor.xml") else o for o in options]

    def test_files_come_out_as_they_went_in(self):
        source = self.sheet()
        self.render(source)
        out = self.at("out")
        self.assertEqual(run(PROGRAM, "extract", self.pdf, "-o", out).returncode, 0)
        for there, here in (("sumber/semua.xml", "buku/semua.xml"), ("sumber/isi/satu.xml", "buku/isi/satu.xml"), ("dua.xml", "dua.xml"),
                            ("gambar/lambang.png", "gambar/lambang.png")):
            self.assertEqual(bytes_of(os.path.join(out, there)), bytes_of(self.at(here)), there)
        self.assertIn("p35.xml", os.listdir(os.path.join(out, "templat")))
        self.assertEqual(run(PROGRAM, "extract", self.pdf, "-o", "-").stdout, bytes_of(source))
        self.assertEqual(run(PROGRAM, "extract", self.pdf, "-o", "-", "--file", "dua.xml").stdout, bytes_of(self.at("dua.xml")))
        self.assertEqual(run(PROGRAM, "extract", self.pdf, "-o", "-", "--file", "tiga.xml").returncode, 2)
        listed = run(PROGRAM, "extract", self.pdf, "--list").stdout.decode().splitlines()
        self.assertEqual([line.split("\t")[0] for line in listed][:3], ["semua.xml", "satu.xml", "dua.xml"])
        # What is there already stays.
        again = run(PROGRAM, "extract", self.pdf, "-o", out)
        self.assertEqual(again.returncode, 3)
        self.assertIn(b"output-exists", again.stderr)

    def test_the_same_bytes_everywhere(self):
        source = self.sheet()
        made = self.render(source)
        for where, name, more in ((self.dir, source, {}), (self.at("buku"), "semua.xml", {}), ("/", source, {"TZ": "Asia/Jayapura"}),
                                  (self.dir, "buku/../buku/semua.xml", {"LC_ALL": "id_ID.UTF-8", "LANG": "C"}),
                                  (self.dir, source, {"SOURCE_DATE_EPOCH": "1", "TZ": "America/New_York", "HOME": "/nowhere"})):
            with self.subTest(where=where, name=name, more=more):
                self.assertEqual(self.render(name, cwd=where, env={**os.environ, **more}), made)
        self.assertVerdict("same")
        self.assertEqual(self.verify(env={**os.environ, "TZ": "Asia/Jayapura", "LC_ALL": "id_ID.UTF-8"})[0], 0)

    def test_a_changed_page_is_found_and_named(self):
        self.render(self.single())
        data = self.plain()
        self.assertIn(b"(2)Tj", data)
        with open(self.pdf, "wb") as f:
            f.write(data.replace(b"(2)Tj", b"(1)Tj", 1))
        self.assertVerdict("changed", says='page 2: it says "1", its source says "2"')

    def test_a_changed_source_is_found(self):
        self.render(self.single())
        self.write(PART % ("1/2024", "Surat Masuk"), "lain", "sop.xml")
        other = self.at("other.pdf")
        run("qpdf", self.pdf, "--add-attachment", self.at("lain", "sop.xml"), "--replace", "--", other)
        self.assertVerdict("changed", path=other, says='its source says "1/2024"')

    def test_a_pdf_that_was_only_repacked_is_changed(self):
        self.render(self.single())
        other = self.at("other.pdf")
        run("qpdf", "--object-streams=disable", self.pdf, other)
        self.assertVerdict("changed", path=other, says="how the PDF is put together")

    def test_without_its_source_it_proves_nothing(self):
        self.render(self.single())
        other = self.at("other.pdf")
        run("qpdf", self.pdf, "--remove-attachment=sop.xml", other)
        code, words = self.verify(other)
        self.assertEqual(code, 1)
        self.assertIn("record-source", words)

    def test_another_version_is_told_and_contents_compared(self):
        self.render(self.single())
        data = self.plain()
        older = re.sub(rb"/Version \([0-9.]+\)", b"/Version (0.0.1)", data)
        self.assertNotEqual(older, data)
        with open(self.pdf, "wb") as f:
            f.write(older)
        self.assertIn("made with lembar 0.0.1", self.assertVerdict("other version", 0))
        with open(self.pdf, "wb") as f:
            f.write(older.replace(b"(2)Tj", b"(1)Tj", 1))
        self.assertVerdict("other version", 1, says='it says "1"')
        self.assertIn(b"bila Ya ke langkah 3", older)
        with open(self.pdf, "wb") as f:
            f.write(older.replace(b"bila Ya ke langkah 3", b"bila Ya ke langkah 1", 1))
        self.assertVerdict("other version", 1, says="bila Ya ke langkah 1")

    def test_what_others_made_is_not_ours(self):
        self.render(self.single())
        other = self.at("other.pdf")
        run("qpdf", "--empty", "--pages", self.pdf, "1", "--", other)
        code, words = self.verify(other)
        self.assertEqual(code, 1)
        self.assertIn("not made by Lembar", words)
        for data in (b"", b"no pdf", b"%PDF-1.7\n" + b"x" * 3000):
            code, words = self.verify(self.write(data, "broken.pdf"))
            self.assertEqual(code, 1, words)
            self.assertIn("[pdf-", words)

    def test_a_later_change_on_top_is_found(self):
        """The sheet's own bytes are all there, and still something else is seen."""
        made = self.render(self.single())
        with open(self.pdf, "rb+") as f:
            writer = IncrementalPdfFileWriter(f)
            page = writer.root["/Pages"]["/Kids"][0].get_object()
            page["/Rotate"] = generic.NumberObject(180)
            writer.mark_update(page.container_ref)
            writer.write_in_place()
        self.assertEqual(bytes_of(self.pdf)[:len(made)], made)
        self.assertVerdict("changed", says="page 1: ")

    def test_a_signed_sheet_survives_the_round_trip(self):
        keys = self.at("keys")
        os.mkdir(keys)
        nss, hanko = signers.Nss(keys), signers.PyHanko("Sekretaris")
        nss.add("Camat")
        source = self.sheet()
        signed = []
        for canvas in ("cairo", "haru"):
            for first, second in (("pdfsig", "pyhanko"), ("pyhanko", "pdfsig")):
                with self.subTest(canvas=canvas, first=first):
                    self.pdf = self.at("%s-%s.pdf" % (canvas, first))
                    made = self.render(source, "--canvas", canvas, "--sign", "tte")
                    self.assertIn("signature sop-1-ttd-1: empty", self.assertVerdict("same"))
                    for number, tool in ((1, first), (2, second)):
                        field = "sop-%d-ttd-1" % number
                        nss.sign(self.pdf, field, "Camat") if tool == "pdfsig" else hanko.sign(self.pdf, field)
                        words = self.assertVerdict("same", says="the first %d bytes, is untouched" % len(made))
                        self.assertRegex(words, r"signature %s.*: covers the whole file, that revision is untouched" % field)
                        self.assertNotIn("BROKEN", words)
                    self.assertEqual(run(PROGRAM, "extract", self.pdf, "-o", "-").stdout, bytes_of(source))
                    signed.append(self.pdf)
                    self.assertBrokenIfTouched(bytes_of(self.pdf), len(made))
        with open(os.path.join(JUDGE, "classpath")) as f:
            classes = os.path.join(JUDGE, "classes") + ":" + f.read().strip()
        got = run("java", "-cp", classes, "Judge", "3a,ua1", *signed)
        self.assertEqual(got.returncode, 0, got.stdout.decode()[:3000])

    def assertBrokenIfTouched(self, data, original):
        """A byte of the first signature's own revision, which no source makes."""
        at = data.index(b"/Reason", original) if b"/Reason" in data[original:] else data.index(b"/ByteRange", original) - 3
        touched = bytearray(data)
        touched[at + 1] ^= 1
        code, words = self.verify(self.write(bytes(touched), "touched.pdf"))
        self.assertEqual(code, 1, words)

    def test_programs_get_the_verdict_as_json(self):
        self.render(self.sheet(), "--sign", "tte")
        broken = self.write(b"%PDF-1.7\nno more", "broken.pdf")
        got = run(PROGRAM, "verify", "--format", "json", self.pdf, broken)
        self.assertEqual(got.returncode, 1)
        good, bad = json.loads(got.stdout)
        self.assertEqual((good["file"], good["holds"], good["verdict"], good["differences"]), (self.pdf, True, "same", []))
        self.assertEqual(good["original"], good["size"])
        self.assertEqual([s["nomor"] for s in good["sheets"]], ["1/2023", "2/2023"])
        self.assertEqual([(s["field"], s["signed"]) for s in good["signatures"]], [("sop-1-ttd-1", False), ("sop-2-ttd-1", False)])
        self.assertEqual((bad["holds"], "verdict" in bad, bad["faults"][0]["code"]), (False, False, "pdf-broken"))

    def test_a_bomb_is_refused_before_it_goes_off(self):
        """A few hundred kilobytes that unpack to more than there is: once as an object stream, once as a cross-reference stream."""
        packed = zlib.compressobj(1)
        data = b"".join(packed.compress(b" " * (1 << 20)) for _ in range(600)) + packed.flush()
        for kind in (b"/Type/ObjStm/N 1/First 10", b"/Type/XRef/W[1 2 1]/Size 9/Root 1 0 R", b"/Type/Obj#53tm/N 1/First 10"):
            head = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
            stream = b"5 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (kind, len(data), data)
            end = b"trailer\n<</Root 1 0 R/Size 6>>\nstartxref\n%d\n%%%%EOF\n" % len(head)
            path = self.write(head + stream + end, "bomb.pdf")
            got = run(PROGRAM, "--lang", "en", "verify", path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29)))
            self.assertEqual(got.returncode, 1, got.stderr)
            self.assertIn(b"pdf-broken", got.stderr)

    def test_names_from_strangers_stay_in_the_folder(self):
        self.render(self.single())
        data = self.plain()
        wicked = re.sub(rb"/Path \(sop.xml\)", b"/Path (../../../../wicked.xml)", data)
        self.assertNotEqual(wicked, data)
        out = self.at("a", "b", "c", "out")
        got = run(PROGRAM, "extract", self.write(wicked, "wicked.pdf"), "-o", out)
        self.assertEqual(got.returncode, 0, got.stderr)
        found = [os.path.join(folder, name) for folder, _, names in os.walk(self.at("a")) for name in names]
        self.assertTrue(found)
        self.assertTrue(all(path.startswith(out + os.sep) for path in found), found)


if __name__ == "__main__":
    for tool in ("qpdf", "pdfsig", "certutil", "java"):
        if not shutil.which(tool):
            sys.exit("%s is missing" % tool)
    unittest.main()
