#!/usr/bin/env python3
"""lembar build: what is drawn, what is left alone, and that nothing stops it."""
import base64
import fcntl
import os
import shutil
import subprocess
import sys
import threading
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from office import PROGRAM, Case, run, sheet, tree  # noqa: E402

ROOT = os.environ["LEMBAR_ROOT"]
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
PNG2 = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==")
BAD = sheet("Rusak").replace('pelaksana="camat"', 'pelaksana="cmat"')


class Build(Case):
    def office(self, n=3):
        for i in range(n):
            self.put("src/bagian-%d/s%d.xml" % (i % 2, i), sheet("Lembar %d" % i, "067/%03d/KST/I/2023" % i))
        return self.path("src")

    def build(self, *more, status=0, source=None, env=None):
        got = self.done("build", source or self.path("src"), "-o", self.path("out"), "--lang", "en", *more, status=status, env=env)
        return got.stderr.decode()

    def assertCounts(self, said, made, unchanged, failed=0):
        self.assertIn("%d made, %d unchanged, %d failed" % (made, unchanged, failed), said)

    def test_a_folder_with_all_in_it_and_then_only_what_changed(self):
        self.office()
        self.assertCounts(self.build(), 3, 0)
        first = tree(self.path("out"))
        self.assertEqual(sorted(first), ["bagian-0/s0.pdf", "bagian-0/s2.pdf", "bagian-1/s1.pdf"])
        self.assertCounts(self.build(), 0, 3)
        self.put("src/bagian-1/s1.xml", sheet("Lembar lain"))
        self.assertCounts(self.build(), 1, 2)
        second = tree(self.path("out"))
        self.assertEqual([n for n in first if first[n] != second[n]], ["bagian-1/s1.pdf"])
        # The same bytes as a sheet drawn alone.
        self.done("render", self.path("src/bagian-0/s0.xml"), "-o", self.path("alone.pdf"))
        self.assertEqual(self.read("alone.pdf"), first["bagian-0/s0.pdf"])

    def test_a_sheet_or_a_pdf_is_no_list(self):
        self.office(1)
        self.done("render", self.path("src/bagian-0/s0.xml"))
        for name in ("s0.xml", "s0.pdf"):
            self.assertIn("lembar render", self.build(source=self.path("src/bagian-0/" + name), status=2))
        self.assertFalse(os.path.exists(self.path("out")))

    def test_touching_a_file_changes_nothing(self):
        self.office(1)
        self.build()
        os.utime(self.path("src/bagian-0/s0.xml"), (2e9, 2e9))
        self.assertCounts(self.build(), 0, 1)

    def test_everything_that_a_sheet_is_made_from_counts(self):
        data = self.path("data")
        for part in ("templates", "fonts"):
            shutil.copytree(os.path.join(ROOT, part), os.path.join(data, part))
        env = {"LEMBAR_DATA": data}
        self.put("src/tpl/kantor.xml", '<templat versi="1" judul="Kantor" mewarisi="p52"/>')
        own = sheet("Isi").replace("<kop>", '<kop logo="l.png">').replace('versi="1"', 'versi="1" templat="tpl/kantor.xml"', 1)
        self.put("src/isi.xml", own)
        self.put("src/l.png", PNG)
        self.put("src/buku.xml", '<himpunan versi="1"><sertakan berkas="bagian.xml"/></himpunan>')
        self.put("src/bagian.xml", sheet("Bagian"))
        self.assertCounts(self.build(env=env), 3, 0)
        self.assertCounts(self.build(env=env), 0, 3)
        self.put("src/l.png", PNG2)
        self.assertCounts(self.build(env=env), 1, 2)  # isi
        self.put("src/bagian.xml", sheet("Bagian kedua"))
        self.assertCounts(self.build(env=env), 2, 1)  # bagian, and buku that includes it
        self.put("src/tpl/kantor.xml", '<templat versi="1" judul="Kantor" mewarisi="p52"><garis bingkai="0.6pt"/></templat>')
        self.assertCounts(self.build(env=env), 1, 2)  # isi
        for name, touched in (("p52.xml", 1), ("p35.xml", 3)):
            with open(os.path.join(data, "templates", name), "a") as f:
                f.write("<!-- changed -->")
            self.assertCounts(self.build(env=env), touched, 3 - touched)
        with open(os.path.join(data, "fonts", "fonts.list"), "a") as f:
            f.write("\n# changed\n")
        said = self.build(env=env)  # looked at again; the bytes turn out the same
        self.assertIn("0 failed", said)
        self.assertCounts(self.build("--paper", "F4", env=env), 3, 0)
        self.assertCounts(self.build("--paper", "F4", env=env), 0, 3)
        self.assertCounts(self.build(env=env), 3, 0)

    def test_a_result_that_was_lost_or_spoilt_is_made_again(self):
        self.office(2)
        self.build()
        good = tree(self.path("out"))
        os.unlink(self.path("out/bagian-0/s0.pdf"))
        self.put("out/bagian-1/s1.pdf", b"%PDF-half")
        self.assertCounts(self.build(), 2, 0)
        self.assertEqual(tree(self.path("out")), good)

    def test_a_signed_result_stays_and_a_changed_source_is_told(self):
        self.office(1)
        self.build()
        pdf = self.path("out/bagian-0/s0.pdf")
        with open(pdf, "ab") as f:
            f.write(b"\n1 0 obj <</Type/Sig /ByteRange [0 1 2 3]>> endobj\n%%EOF\n")
        signed = self.read("out/bagian-0/s0.pdf")
        self.assertCounts(self.build(), 0, 1)
        shutil.rmtree(self.path("out/.lembar"))
        self.assertCounts(self.build(), 0, 1)
        self.put("src/bagian-0/s0.xml", sheet("Berubah"))
        said = self.build(status=3)
        self.assertIn("output-signed", said)
        self.assertEqual(self.read("out/bagian-0/s0.pdf"), signed)

    def test_one_bad_sheet_stops_no_other_and_stands_last(self):
        self.office(3)
        self.put("src/rusak.xml", BAD)
        self.put("src/kosong.xml", b"")
        said = self.build(status=1)
        self.assertCounts(said, 3, 0, 2)
        self.assertRegex(said, r"rusak\.xml:\d+:\d+: error: ")
        last = said.strip().splitlines()[-2:]
        self.assertEqual([line.split("/")[-1] for line in last], ["kosong.xml", "rusak.xml"])
        self.put("src/rusak.xml", sheet("Betul"))
        os.unlink(self.path("src/kosong.xml"))
        self.assertCounts(self.build(), 1, 3)

    def test_a_failed_sheet_keeps_its_old_result(self):
        self.office(1)
        self.build()
        old = tree(self.path("out"))
        self.put("src/bagian-0/s0.xml", BAD)
        self.build(status=1)
        self.assertEqual(tree(self.path("out")), old)

    def test_other_xml_hidden_files_and_the_output_are_no_sources(self):
        self.office(1)
        self.put("src/templat.xml", '<?xml version="1.0"?>\n<!-- not a sheet -->\n<templat versi="1"/>')
        self.put("src/.draf.xml", BAD)
        self.put("src/.git/x.xml", BAD)
        self.put("src/bagian-0/s0.rev-00.xml", BAD)  # as lembar revise keeps it
        said = self.done("build", self.path("src"), "-o", self.path("src/pdf"), "--lang", "en").stderr.decode()
        self.assertCounts(said, 1, 0)
        self.put("src/pdf/x.xml", BAD)
        said = self.done("build", self.path("src"), "-o", self.path("src/pdf"), "--lang", "en").stderr.decode()
        self.assertCounts(said, 0, 1)

    def test_a_list_from_a_file_or_from_stdin(self):
        self.office(3)
        self.put("daftar.txt", "# the sheets of today\nsrc/bagian-0/s0.xml\n\n  src/bagian-1/s1.xml \r\n")
        self.assertCounts(self.build(source=self.path("daftar.txt")), 2, 0)
        self.assertEqual(sorted(tree(self.path("out"))), ["src/bagian-0/s0.pdf", "src/bagian-1/s1.pdf"])
        got = self.done("build", "-", "-o", "out2", stdin=b"src/bagian-0/s2.xml\n../nowhere.xml\n", cwd=self.dir, status=3)
        self.assertEqual(sorted(tree(self.path("out2"))), ["src/bagian-0/s2.pdf"])
        self.assertIn(b"nowhere.xml", got.stderr)

    def test_two_sources_for_one_result(self):
        self.put("src/a.xml", sheet("A"))
        self.put("src/a.XML", sheet("B"))
        said = self.build(status=1)
        self.assertIn("target-double", said)
        self.assertCounts(said, 1, 0, 1)

    def test_shares_are_whole_and_apart(self):
        self.office(12)
        self.build()
        whole = tree(self.path("out"))
        parts = []
        for k in (1, 2, 3):
            self.done("build", self.path("src"), "-o", self.path("part%d" % k), "--shard", "%d/3" % k)
            self.done("build", self.path("src"), "-o", self.path("shared"), "--shard", "%d/3" % k)
            parts.append(tree(self.path("part%d" % k)))
        self.assertEqual(sum(len(p) for p in parts), 12)
        self.assertEqual({n: b for p in parts for n, b in p.items()}, whole)
        self.assertEqual(tree(self.path("shared")), whole)
        # A run over everything knows what the shares made.
        said = self.done("build", self.path("src"), "-o", self.path("shared"), "--lang", "en").stderr.decode()
        self.assertCounts(said, 0, 12)
        for bad in ("0/3", "4/3", "3", "a/b", "1/2/3", "-1/3", "1/", "1/99999999999"):
            self.done("build", self.path("src"), "-o", self.path("out"), "--shard", bad, status=2)

    def test_the_same_bytes_for_any_number_of_threads(self):
        made = []
        self.office(12)
        shutil.copytree(os.path.join(ROOT, "samples"), self.path("src/samples"))
        for jobs in ("1", "2", "5"):
            self.done("build", self.path("src"), "-o", self.path("j" + jobs), "-j", jobs)
            made.append(tree(self.path("j" + jobs)))
        self.assertEqual(made[0], made[1])
        self.assertEqual(made[0], made[2])

    def test_two_at_once_do_no_harm(self):
        self.office(12)
        runs = []
        threads = [threading.Thread(target=lambda: runs.append(run("build", self.path("src"), "-o", self.path("out"), "--lang", "en")))
                   for _ in range(3)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        self.assertEqual([r.returncode for r in runs], [0, 0, 0])
        self.assertEqual(sum(int(r.stderr.decode().split(" made")[0].split()[-1]) for r in runs), 12)
        self.assertEqual(len(tree(self.path("out"))), 12)

    def test_a_second_run_waits_and_a_dead_one_holds_nothing(self):
        self.office(1)
        self.build()
        with open(self.path("out/.lembar/lock-1-1")) as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            second = subprocess.Popen([PROGRAM, "build", self.path("src"), "-o", self.path("out"), "--lang", "en"], stderr=subprocess.PIPE)
            self.assertIn(b"waiting", second.stderr.readline())
            time.sleep(0.1)
            self.assertIsNone(second.poll())
        said = second.communicate(timeout=60)[1].decode()
        self.assertEqual(second.returncode, 0)
        self.assertCounts(said, 0, 1)

    def test_a_torn_journal_costs_time_only(self):
        self.office(3)
        self.build()
        journal = self.read("out/.lembar/built-1-1")
        self.put("out/.lembar/built-1-1", journal[:-30])
        # The sheet whose line is torn is drawn again, and found the same.
        self.assertCounts(self.build(), 0, 3)
        self.put("out/.lembar/built-1-1", journal.replace(b"s0", b"s9"))
        self.assertCounts(self.build(), 0, 3)

    def test_surroundings(self):
        self.assertIn("system-read", self.build(source=self.path("none"), status=3))
        self.office(1)
        self.put("file", b"")
        self.done("build", self.path("src"), "-o", self.path("file"), status=3)
        self.done("build", self.path("src"), status=2)


if __name__ == "__main__":
    unittest.main()
