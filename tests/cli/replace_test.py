#!/usr/bin/env python3
"""lembar replace over a folder: what is listed, what is changed, what a kill leaves behind."""
import os
import random
import subprocess
import time
import unittest

from cli_test import GOOD, PROGRAM, UNKNOWN_ACTOR, Case, run

SIGNED = GOOD.replace("<nama-sop>", "<disahkan-oleh><jabatan>CAMAT</jabatan><nama>Siti Rahma, S.IP.</nama>"
                      "<nip>19810412 200003 2 001</nip></disahkan-oleh><nama-sop>")
RULED = GOOD.replace("<pelaksana>", "<dasar-hukum><butir>Peraturan Bupati Nomor 12 Tahun 2018;</butir></dasar-hukum>\n  <pelaksana>", 1)
RULE = ("--rule", "Peraturan Bupati Nomor 12 Tahun 2018", "Peraturan Bupati Nomor 3 Tahun 2025")


class Replace(Case):
    def folder(self):
        os.mkdir(self.path("kantor"))
        os.mkdir(self.path("kantor/umum"))
        for name, text in (("a", SIGNED), ("b", RULED), ("umum/c", SIGNED), ("d", GOOD), ("lain", "<project>Siti Rahma, S.IP.</project>")):
            self.path("kantor/%s.xml" % name, text)
        return self.path("kantor")

    def all(self):
        paths = [os.path.relpath(os.path.join(d, n), self.dir) for d, _, names in os.walk(self.dir) for n in names]
        return {path: self.read(path) for path in paths}

    def test_lists_with_places_and_changes_nothing(self):
        folder = self.folder()
        before = self.all()
        got = run("replace", "--official", "Siti Rahma", "Bambang, S.H.", folder, "--nip", "19790817 200501 1 004", "--lang", "en")
        self.assertStatus(got, 0)
        text = got.stdout.decode()
        for name in ("a.xml:3:", "umum/c.xml:3:"):
            self.assertIn(name, text)
        self.assertNotIn("lain.xml", text)
        self.assertIn("2 sheets touched", got.stderr.decode())
        self.assertEqual(self.all(), before)

    def test_apply_revises_each_once(self):
        folder = self.folder()
        args = ("replace", "--official", "Siti Rahma", "Bambang, S.H.", folder, "--nip", "19790817 200501 1 004", "--apply", "--date", "2025-06-02")
        self.assertStatus(run(*args), 0)
        for name in ("kantor/a", "kantor/umum/c"):
            new = self.read(name + ".xml").decode()
            self.assertIn("<nama>Bambang, S.H.</nama><nip>19790817 200501 1 004</nip>", new)
            self.assertIn("Siti Rahma diganti Bambang, S.H.", new)
            self.assertEqual(self.read(name + ".rev-00.xml"), SIGNED.encode())
        self.assertEqual(self.read("kantor/b.xml"), RULED.encode())
        before = self.all()
        self.assertStatus(run(*args), 0)
        self.assertEqual(self.all(), before)

    def test_a_nip_must_be_said(self):
        folder = self.folder()
        before = self.all()
        got = run("replace", "--official", "Siti Rahma", "Bambang", folder, "--apply")
        self.assertStatus(got, 1)
        self.assertIn(b"--nip", got.stderr)
        self.assertEqual(self.all(), before)
        self.assertStatus(run("replace", "--official", "Siti Rahma", "Bambang", folder, "--apply", "--nip", ""), 0)
        self.assertIn(b"<nama>Bambang</nama><nip></nip>", self.read("kantor/a.xml"))

    def test_a_rule(self):
        folder = self.folder()
        self.assertStatus(run("replace", *RULE, folder, "--apply", "--note", "Perbup baru", "--by", "Bagian Hukum"), 0)
        new = self.read("kantor/b.xml").decode()
        self.assertIn("<butir>Peraturan Bupati Nomor 3 Tahun 2025;</butir>", new)
        self.assertIn('oleh="Bagian Hukum">Perbup baru<', new)
        self.assertStatus(run("render", self.path("kantor/b.xml")), 0)

    def test_one_broken_sheet_does_not_stop_the_others(self):
        folder = self.folder()
        self.path("kantor/aa.xml", UNKNOWN_ACTOR)
        self.assertStatus(run("replace", *RULE, folder, "--apply"), 1)
        self.assertIn(b"Nomor 3 Tahun 2025", self.read("kantor/b.xml"))

    def test_killed_at_any_moment_and_run_again(self):
        rng = random.Random(3)
        os.mkdir(self.path("k"))
        names = ["%02d" % i for i in range(12)]
        args = [PROGRAM, "replace", *RULE, self.path("k"), "--apply", "--date", "2025-06-02"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        for _ in range(12):
            for name in os.listdir(self.path("k")):
                os.remove(self.path("k/" + name))
            for name in names:
                self.path("k/%s.xml" % name, RULED)
            for _ in range(3):
                process = subprocess.Popen(args, **quiet)
                time.sleep(rng.random() * 0.02)
                process.kill()
                process.wait()
            subprocess.run(args, check=True, **quiet)
            for name in names:
                self.assertEqual(self.read("k/%s.rev-00.xml" % name), RULED.encode())
                new = self.read("k/%s.xml" % name)
                self.assertEqual((new.count(b"Nomor 3 Tahun 2025;"), new.count(b"<revisi ")), (1, 1))

    def test_words_that_no_file_may_hold(self):
        folder = self.folder()
        before = self.all()
        self.assertStatus(run("replace", *RULE[:2], b"\x01", folder, "--apply"), 1)
        self.assertStatus(run("replace", "--official", "Siti Rahma", "B", folder, "--nip", b"\xff", "--apply"), 1)
        self.assertEqual(self.all(), before)

    def test_wrong_usage(self):
        folder = self.folder()
        for args in ((folder,), ("--official", "a", folder), ("--official", "a", "b", "--rule", "a", "b", folder), ("--rule", "", "b", folder),
                     ("--rule", "a", " ", folder), ("--rule", "a", "b"), ("--rule", "a", "b", folder, "--nip", "1")):
            self.assertStatus(run("replace", *args), 2)
        self.assertStatus(run("replace", "--rule", "a", "b", self.path("none")), 3)


if __name__ == "__main__":
    unittest.main()
