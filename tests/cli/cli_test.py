#!/usr/bin/env python3
"""The program as a user or a script meets it: words, files, exit codes."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "support"))
from small_sheet import FLOW  # noqa: E402

PROGRAM = os.environ["LEMBAR"]
ROOT = os.environ["LEMBAR_ROOT"]

GOOD = """<?xml version="1.0" encoding="UTF-8"?>
<sop versi="1">
  <identitas><nomor>400.14/1/2023</nomor><tanggal-efektif>2023-07-28</tanggal-efektif><nama-sop>Surat Masuk</nama-sop></identitas>
""" + FLOW + "</sop>\n"
UNKNOWN_ACTOR = GOOD.replace('id="simpan" pelaksana="umum"', 'id="simpan" pelaksana="umun"')
NO_LOGO = GOOD.replace("<identitas>", '<kop logo="tiada.png"><baris peran="unit">Kecamatan</baris></kop><identitas>')


def run(*args, stdin=None, env=None, cwd=None):
    full = {**os.environ, "LC_ALL": "C", **(env or {})}
    return subprocess.run([PROGRAM, *args], input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=full, cwd=cwd,
                          timeout=60)


class Case(unittest.TestCase):
    def setUp(self):
        self.dir = tempfile.mkdtemp(prefix="lembar-cli-")
        self.addCleanup(shutil.rmtree, self.dir)

    def path(self, name, content=None):
        p = os.path.join(self.dir, name)
        if content is not None:
            with open(p, "wb") as f:
                f.write(content if isinstance(content, bytes) else content.encode())
        return p

    def read(self, name):
        with open(self.path(name), "rb") as f:
            return f.read()

    def assertStatus(self, got, status):
        self.assertEqual(got.returncode, status, got.stderr.decode(errors="replace")[:2000])


class ExitStatus(Case):
    def test_a_good_source_is_done(self):
        got = run("render", self.path("a.xml", GOOD))
        self.assertStatus(got, 0)
        self.assertEqual(got.stdout, b"")
        self.assertTrue(self.read("a.pdf").startswith(b"%PDF-"))

    def test_errors_of_the_input(self):
        got = run("render", self.path("a.xml", UNKNOWN_ACTOR))
        self.assertStatus(got, 1)
        self.assertEqual(os.listdir(self.dir), ["a.xml"])

    def test_wrong_usage(self):
        source = self.path("a.xml", GOOD)
        for args in ([], ["paint", source], ["render"], ["render", source, "--format", "doc"], ["render", source, "--sign", "x"],
                     ["render", source, "--no-such"], ["render", source, "--canvas", "haru", "--format", "png"], ["render", "-", "-"]):
            got = run(*args, stdin=b"")
            self.assertStatus(got, 2)
            self.assertNotEqual(got.stderr, b"")
            self.assertEqual(got.stdout, b"")

    def test_wrong_usage_says_what_and_where_help_is_in_both_languages(self):
        source = self.path("a.xml", GOOD)
        cases = [([], "no verb", "perintahnya belum"), (["paint", source], '"paint"', '"paint"'), (["render"], "FILE is missing", "FILE belum"),
                 (["render", source, "--no-such"], "unknown option: --no-such", "pilihan tidak dikenal: --no-such"),
                 (["render", source, "--format", "doc"], "pdf, png, svg", "pdf, png, svg"),
                 (["render", source, "--dpi", "9999"], "30 to 600", "30 sampai 600"), (["render", source, "--dpi"], "--dpi needs a value", "--dpi perlu nilai"),
                 (["replace", "--official", "Budi", source], "needs values: 2", "perlu nilai: 2"),
                 (["diff", source, source, source], "too many", "terlalu banyak"),
                 (["catalog", source, "--today", "2024-02-31"], "2024-02-31", "tanggal"),
                 (["catalog", source, "--format", "csv", "-o", self.path("a.pdf"), "-o", self.path("b.pdf")], "one result", "satu hasil")]
        for args, english, indonesian in cases:
            for language, words, look in (("en", english, "help: see lembar"), ("id", indonesian, "saran: lihat lembar")):
                got = run("--lang", language, *args)
                self.assertStatus(got, 2)
                said = got.stderr.decode()
                self.assertIn(words, said)
                self.assertIn(look, said)

    def test_the_help_is_in_both_languages(self):
        verbs = [line.split()[0] for line in run("--help", "--lang", "en").stdout.decode().split("Verbs:")[1].splitlines() if line.strip()]
        self.assertIn("render", verbs)
        for verb in [None, *verbs]:
            english, indonesian = (run(*([verb] if verb else []), "--help", "--lang", language).stdout.decode().splitlines() for language in ("en", "id"))
            self.assertEqual(len(english), len(indonesian), verb)
            for a, b in zip(english, indonesian):
                words = a[28:] if a.startswith("  ") else a
                self.assertTrue(a != b or not words.strip(), "the same in both languages: %s" % a)

    def test_a_source_that_is_not_there(self):
        self.assertStatus(run("render", self.path("none.xml")), 3)
        self.assertStatus(run("render", self.dir), 3)

    def test_a_missing_picture_is_the_surroundings_and_told_at_its_line(self):
        got = run("render", self.path("a.xml", NO_LOGO))
        self.assertStatus(got, 3)
        self.assertIn(b"a.xml:3:", got.stderr)
        self.assertIn(b"image-missing", got.stderr)

    def test_a_broken_picture_is_the_authors(self):
        self.path("tiada.png", b"\x89PNG\r\n\x1a\nbroken")
        got = run("render", self.path("a.xml", NO_LOGO))
        self.assertStatus(got, 1)
        self.assertIn(b"image-broken", got.stderr)

    def test_no_room_to_write(self):
        self.assertStatus(run("render", self.path("a.xml", GOOD), "-o", self.path("no/such/folder/a.pdf")), 3)

    def test_one_bad_source_does_not_stop_the_others(self):
        got = run("render", self.path("bad.xml", UNKNOWN_ACTOR), self.path("good.xml", GOOD))
        self.assertStatus(got, 1)
        self.assertTrue(os.path.exists(self.path("good.pdf")))

    def test_help_and_version(self):
        self.assertStatus(run("--help"), 0)
        got = run("--version")
        self.assertStatus(got, 0)
        for name in (b"lembar", b"cairo", b"pango", b"qpdf"):
            self.assertIn(name, got.stdout)


class Diagnostics(Case):
    def test_place_line_caret_and_remedy(self):
        got = run("render", self.path("a.xml", UNKNOWN_ACTOR), "--lang", "en")
        text = got.stderr.decode()
        self.assertRegex(text, r"a\.xml:9:\d+: error: .*\[[a-z-]+\]")
        self.assertIn('pelaksana="umun"', text)
        self.assertIn("^", text)
        self.assertIn("help:", text)

    def test_the_locale_chooses_the_language(self):
        source = self.path("a.xml", UNKNOWN_ACTOR)
        self.assertIn(b"kesalahan:", run("render", source, env={"LC_ALL": "id_ID.UTF-8"}).stderr)
        self.assertIn(b"error:", run("render", source, env={"LC_ALL": "de_DE.UTF-8"}).stderr)
        self.assertIn(b"kesalahan:", run("render", source, "--lang", "id").stderr)

    def test_what_is_no_xml_gets_one_sentence(self):
        for bytes_, words in ((b"%PDF-1.7\n\x80\n", b"lembar extract"), (b"PK\3\4\0\0", b"Word"), (b"Yth. Camat\n", b"lembar new"), (bytes(range(1, 256)), b"lembar new")):
            got = run("render", "-", "--lang", "en", stdin=bytes_)
            self.assertStatus(got, 1)
            self.assertIn(words, got.stderr)
            self.assertEqual(got.stderr.count(b"error:"), 1)

    def test_a_line_that_is_shown_cannot_play_with_the_terminal(self):
        got = run("render", self.path("a.xml", GOOD.encode().replace(b"Menerima", b"\x1b[2J\xc2\x9b2J\xe9x\x80")))
        self.assertStatus(got, 1)
        got.stderr.decode()  # is UTF-8
        for bad in (b"\x1b", b"\xc2\x9b"):
            self.assertNotIn(bad, got.stderr)

    def test_the_surroundings_are_told_in_both_languages(self):
        source = self.path("a.xml", GOOD)
        for args, english, indonesian in ((["render", self.path("none.xml")], "does not exist", "tidak ada"),
                                          (["render", self.dir], "it is a folder", "sebuah folder"),
                                          (["render", source, "-o", self.path("no/a.pdf")], "Make the target folder", "Buat dahulu folder"),
                                          (["render", source, "-o", "/dev/full"], "the disk is full", "cakramnya penuh"),
                                          (["render", source, "-o", self.path("a.xml/b.pdf")], "is a file", "ternyata berkas"),
                                          (["archive", source, "-o", source], "is a file", "ternyata berkas"),
                                          (["archive", "--verify", self.path("none")], "does not exist", "tidak ada"),
                                          (["catalog", self.path("none.pdf")], "does not exist", "tidak ada"),
                                          (["build", self.path("none"), "-o", self.path("out")], "does not exist", "tidak ada")):
            for language, words, help_ in (("en", english, "help:"), ("id", indonesian, "saran:")):
                got = run("--lang", language, *args)
                self.assertStatus(got, 3)
                self.assertIn(words, got.stderr.decode())
                self.assertIn(help_, got.stderr.decode())

    def test_check_as_json(self):
        got = run("check", self.path("a.xml", UNKNOWN_ACTOR), "--format", "json")
        self.assertStatus(got, 1)
        found = json.loads(got.stdout)
        self.assertTrue(any(d["severity"] == "error" and d["line"] == 9 for d in found), found)
        self.assertEqual(got.stderr, b"")

    def test_check_writes_no_file(self):
        self.assertStatus(run("check", self.path("a.xml", GOOD)), 0)
        self.assertEqual(os.listdir(self.dir), ["a.xml"])

    def test_no_bytes_crash_it(self):
        for bytes_ in (b"", b"\0", b"<sop", b"\xff\xfe<\0s\0", b"<sop versi='1'/>" * 2, b"<!DOCTYPE a><sop/>", b"PK\3\4" * 100):
            got = run("render", "-", stdin=bytes_)
            self.assertStatus(got, 1)
            self.assertEqual(got.stdout, b"")


class Output(Case):
    def test_stdin_and_stdout(self):
        source = self.path("a.xml", GOOD)
        self.assertStatus(run("render", source), 0)
        got = run("render", "-", "-o", "-", stdin=GOOD.encode())
        self.assertStatus(got, 0)
        self.assertTrue(got.stdout.startswith(b"%PDF-"))
        self.assertTrue(got.stdout.rstrip().endswith(b"%%EOF"))

    def test_a_failed_run_leaves_the_old_file(self):
        source = self.path("a.xml", UNKNOWN_ACTOR)
        self.path("a.pdf", b"the old one")
        self.assertStatus(run("render", source), 1)
        self.assertEqual(self.read("a.pdf"), b"the old one")

    def test_no_temporary_file_stays(self):
        self.assertStatus(run("render", self.path("a.xml", GOOD), "-o", self.path("b.pdf")), 0)
        self.assertEqual(sorted(os.listdir(self.dir)), ["a.xml", "b.pdf"])

    def test_a_signed_pdf_is_never_written_over(self):
        signed = b"%PDF-1.7\n1 0 obj <</Type/Sig /ByteRange [0 1 2 3]>> endobj\n%%EOF\n"
        self.path("a.pdf", signed)
        self.assertStatus(run("render", self.path("a.xml", GOOD)), 3)
        self.assertEqual(self.read("a.pdf"), signed)

    def test_the_source_is_never_written_over(self):
        source = self.path("a.xml", GOOD)
        self.assertStatus(run("render", source, "-o", source), 2)
        self.assertEqual(self.read("a.xml"), GOOD.encode())

    def test_several_sources_into_a_folder(self):
        a, b = self.path("a.xml", GOOD), self.path("b.xml", GOOD)
        self.assertStatus(run("render", a, b, "-o", self.path("out")), 0)
        self.assertEqual(sorted(os.listdir(self.path("out"))), ["a.pdf", "b.pdf"])

    def test_two_sources_never_become_one_file(self):
        os.mkdir(self.path("sub"))
        a, b = self.path("a.xml", GOOD), self.path("sub/a.xml", GOOD)
        got = run("render", a, b, "-o", self.path("out"))
        self.assertStatus(got, 2)
        self.assertIn(b"a.pdf", got.stderr)
        self.assertFalse(os.path.exists(self.path("out")))
        self.assertStatus(run("render", a, b), 0)

    def test_svg_and_png(self):
        source = self.path("a.xml", GOOD)
        for form, start in (("svg", b"<?xml"), ("png", b"\x89PNG")):
            self.assertStatus(run("render", source, "--format", form), 0)
            made = sorted(n for n in os.listdir(self.dir) if n.endswith("." + form))
            self.assertTrue(made == ["a." + form] or made[0] == "a-1." + form, made)
            self.assertTrue(self.read(made[0]).startswith(start))

    def test_stages_as_json(self):
        source = self.path("a.xml", GOOD)
        for stage in ("model", "layout", "scene"):
            got = run("render", source, "--emit", stage)
            self.assertStatus(got, 0)
            self.assertEqual(json.loads(got.stdout)["version"], 1)
        self.assertEqual(os.listdir(self.dir), ["a.xml"])

    def test_paper_and_signing_from_the_command_line(self):
        source = self.path("a.xml", GOOD)
        wide = json.loads(run("render", source, "--emit", "layout", "--paper", "A3").stdout)
        usual = json.loads(run("render", source, "--emit", "layout").stdout)
        self.assertGreater(wide["pages"][-1]["width"], usual["pages"][-1]["width"])
        self.assertStatus(run("render", source, "--sign", "tte", "-o", "-"), 0)
        self.assertStatus(run("render", source, "--paper", "A99", "-o", "-"), 1)
        self.assertStatus(run("render", source, "--template", "tiada", "-o", "-"), 1)


class Determinism(Case):
    def test_two_runs_two_locales_two_time_zones(self):
        source = self.path("a.xml", GOOD)
        made = {run("render", source, "-o", "-", env=env).stdout
                for env in ({}, {}, {"LC_ALL": "id_ID.UTF-8", "TZ": "Asia/Jakarta"}, {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/New_York"},
                            {"FONTCONFIG_FILE": "/nonexistent", "HOME": "/nonexistent"})}
        self.assertEqual(len(made), 1)

    def test_the_folder_does_not_matter(self):
        os.mkdir(self.path("sub"))
        self.path("a.xml", GOOD)
        self.path("sub/a.xml", GOOD)
        here = run("render", "a.xml", "-o", "-", cwd=self.dir).stdout
        self.assertEqual(here, run("render", self.path("sub/a.xml"), "-o", "-").stdout)

    def test_no_path_of_the_machine_in_the_file(self):
        pdf = self.path("a.pdf")
        self.assertStatus(run("render", self.path("a.xml", GOOD), "-o", pdf), 0)
        plain = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", pdf, "-"], stdout=subprocess.PIPE, check=True).stdout
        self.assertNotIn(self.dir.encode(), plain)
        self.assertNotIn(ROOT.encode() + b"/", plain)


if __name__ == "__main__":
    unittest.main()
