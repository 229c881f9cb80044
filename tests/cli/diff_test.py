#!/usr/bin/env python3
"""lembar diff as a user or a script meets it."""
import json
import os
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
