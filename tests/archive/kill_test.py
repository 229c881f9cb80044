#!/usr/bin/env python3
"""Kills build and archive a hundred times each at moments of pinned seeds. Nothing is ever lost, no half file is seen, and
the next run completes the work."""
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from office import PROGRAM, Case, sheet, tree  # noqa: E402

KILLS = 100
SHEETS = 8


def records(folder):
    return {n: b for n, b in tree(folder).items() if n.endswith(".pdf")} if os.path.isdir(folder) else {}


def temporaries(folder):
    return {n: b for n, b in tree(folder, hidden=True).items() if ".lembar-" in os.path.basename(n)} if os.path.isdir(folder) else {}


class Kill(Case):
    def setUp(self):
        super().setUp()
        self.random = random.Random(20250401)
        for i in range(SHEETS):
            self.put("src/%d/s%02d.xml" % (i % 3, i), sheet("Lembar %d" % i, "067/%03d/KST/I/2023" % i))
        self.done("build", self.path("src"), "-o", self.path("whole"))
        self.whole = records(self.path("whole"))
        self.kills = self.ends = 0

    def kill_within(self, longest, *args):
        """SIGKILL after a random part of the time that a whole run takes. A run that was quicker does not count."""
        process = subprocess.Popen([PROGRAM, *args], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(self.random.uniform(0, longest))
        process.send_signal(signal.SIGKILL)
        if process.wait() == -signal.SIGKILL:
            self.kills += 1
        else:
            self.ends += 1
        self.assertLess(self.ends, 5 * KILLS, "too few runs can be killed")

    def time_of(self, *args):
        start = time.monotonic()
        self.done(*args)
        return time.monotonic() - start

    def assertWholeFiles(self, folder):
        for name, content in {**records(folder), **temporaries(folder)}.items():
            self.assertTrue(content.startswith(b"%PDF-") or "SHA256SUMS" in name or ".csv" in name, name)
            if content.startswith(b"%PDF-"):
                self.assertTrue(content.rstrip().endswith(b"%%EOF"), "half a file: " + name)

    def test_build(self):
        out = self.path("out")
        args = ("build", self.path("src"), "-o", out)
        longest = self.time_of(*args)
        checked = 0
        while self.kills < KILLS:
            # Each time some sheets change, so that there is work to cut short; some runs begin with nothing.
            if self.random.random() < 0.2:
                shutil.rmtree(out, ignore_errors=True)
            for name in self.random.sample(sorted(self.whole), 4):
                with open(self.path("src", name.replace(".pdf", ".xml")), "a") as f:
                    f.write("<!-- %d -->\n" % self.kills)
            before = records(out)
            self.kill_within(longest, *args)
            self.assertEqual([n for n in before if n not in records(out)], [], "a result was lost")
            self.assertWholeFiles(out)
            if self.kills >= checked + 20:
                checked = self.kills
                self.assertComplete(args, out)
        self.assertComplete(args, out)

    def assertComplete(self, args, out):
        self.done(*args)
        shutil.rmtree(self.path("fresh"), ignore_errors=True)
        self.done("build", self.path("src"), "-o", self.path("fresh"))
        self.assertEqual(records(out), records(self.path("fresh")))
        self.assertEqual(temporaries(out), {})

    def test_archive(self):
        archive = self.path("arsip")
        longest = self.time_of("archive", self.path("whole"), "-o", archive)
        shutil.rmtree(archive)
        held = {}
        while self.kills < KILLS:
            if self.random.random() < 0.3:
                self.assertMended(archive)
                shutil.rmtree(archive, ignore_errors=True)
                held = {}
            some = [self.path("whole", n) for n in self.random.sample(sorted(self.whole), 4)]
            self.kill_within(longest, "archive", *some, "-o", archive)
            after = records(archive)
            for name, content in held.items():
                self.assertEqual(after.get(name), content, "a record was lost or changed")
            for name, content in after.items():
                self.assertIn(content, self.whole.values(), "half a record: " + name)
            self.assertWholeFiles(archive)
            # What the sums know is there, whenever one looks.
            if os.path.exists(os.path.join(archive, "SHA256SUMS")):
                got = subprocess.run(["sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS"], cwd=archive,
                                     stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
                self.assertEqual(got.returncode, 0, got.stdout)
            held = after
        self.assertMended(archive)
        self.done("archive", self.path("whole"), "-o", archive)
        self.assertEqual(sorted(records(archive).values()), sorted(self.whole.values()))
        self.assertMended(archive)

    def assertMended(self, archive):
        if not records(archive):
            return
        before = records(archive)
        self.done("archive", "-o", archive)
        self.assertEqual(records(archive), before)
        self.assertEqual(temporaries(archive), {})
        self.done("archive", "--verify", archive)


if __name__ == "__main__":
    unittest.main()
