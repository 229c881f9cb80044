#!/usr/bin/env python3
"""One office through two years, by command line only: ten sheets, three revisions, a change of camat, signing, archiving,
and a lost source that is brought back."""
import csv
import io
import os
import re
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from office import Case, sheet, tree  # noqa: E402

TITLES = ["Penanganan Surat Masuk", "Penanganan Surat Keluar", "Pelayanan Legalisasi", "Pengelolaan Arsip Dinamis",
          "Penyusunan Rencana Kerja", "Pengumpulan Data Kinerja", "Pelayanan Pengaduan", "Peminjaman Ruang Rapat",
          "Perjalanan Dinas", "Pengajuan Cuti"]
OLD, NEW = "Siti Rahmawati, S.STP., M.Si.", "Ahmad Fauzan, S.Sos."
NEW_NIP = "19790305 200501 1 004"
PASSWORD = "kunci-camat"


def tool(*args, **more):
    got = subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, **more)
    if got.returncode != 0:
        raise RuntimeError("%s: %s" % (args[0], got.stdout.decode(errors="replace")))
    return got.stdout.decode(errors="replace")


class Story(Case):
    def make_key(self):
        os.mkdir(self.path("nss"))
        self.put("nss-pw", PASSWORD + "\n")
        self.put("nss-noise", os.urandom(64))
        self.db = "sql:" + self.path("nss")
        tool("certutil", "-N", "-d", self.db, "-f", self.path("nss-pw"))
        tool("certutil", "-S", "-d", self.db, "-f", self.path("nss-pw"), "-z", self.path("nss-noise"), "-n", "Camat", "-s", "CN=Camat", "-x", "-t",
             "CTu,CTu,CTu", "-Z", "SHA256", "--keyUsage", "digitalSignature,nonRepudiation")

    def sign(self, pdf, target):
        field = re.search(r"Signature Field Name: (.+)", tool("pdfsig", "-nocert", pdf))[1]
        tool("pdfsig", "-nssdir", self.db, "-nss-pwd", PASSWORD, "-sign", field, "-nick", "Camat", "-digest", "SHA256", pdf, target)
        self.assertIn("Signature is Valid", tool("pdfsig", "-nocert", "-nssdir", self.db, target))

    def build(self, made, unchanged):
        said = self.done("build", self.path("sop"), "-o", self.path("pdf"), "--lang", "en").stderr.decode()
        self.assertIn("%d made, %d unchanged, 0 failed" % (made, unchanged), said)

    def archive(self, *more):
        self.done("archive", self.path("pdf"), *more, "-o", self.path("arsip"))
        self.done("archive", "--verify", self.path("arsip"))
        tool("sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS", cwd=self.path("arsip"))

    def index(self):
        return list(csv.DictReader(io.StringIO(self.read("arsip/indeks.csv").decode())))

    def current(self, title):
        (row,) = [r for r in self.index() if r["nama"] == title and r["status"] == "berlaku"]
        return row

    def source(self, i):
        return self.path("sop", "%02d.xml" % i)

    def revise(self, i, old, new, note, date):
        text = self.read("sop/%02d.xml" % i).decode()
        self.assertIn(old, text)
        last = self.path("arsip", self.current(TITLES[i])["berkas"])
        # Nothing has changed since the archived sheet: no revision.
        got = self.done("revise", self.source(i), "--since", last, "--note", note, "--date", date, status=1)
        self.assertNotEqual(got.stderr, b"")
        self.put("sop/%02d.xml" % i, text.replace(old, new))
        self.done("revise", self.source(i), "--since", last, "--note", note, "--by", "Sekretaris", "--date", date)
        self.done("check", self.source(i))

    def test_two_years(self):
        # January 2023: ten sheets. One begins from an empty form, the others from colleagues' sheets.
        self.done("new", self.path("formulir.xml"))
        for i, title in enumerate(TITLES):
            related = "SOP " + TITLES[(i + 1) % 10]
            self.put("sop/%02d.xml" % i, sheet(title, "067/%03d/KST/I/2023" % (i + 1), "2023-01-16", signer=OLD, related=related))
            self.done("check", self.source(i))
        self.build(10, 0)
        self.make_key()
        os.mkdir(self.path("ttd"))
        for i in range(10):
            self.sign(self.path("pdf/%02d.pdf" % i), self.path("ttd/%02d.pdf" % i))
        self.archive(self.path("ttd"))
        self.assertEqual(len(self.index()), 20)  # signed, and as it was before signing
        self.assertEqual({r["tertanda"] for r in self.index() if r["status"] == "berlaku"}, {"ya"})
        first_year = tree(self.path("arsip"))

        # Three revisions.
        self.revise(0, "5 Menit", "10 Menit", "Waktu disesuaikan", "2023-07-03")
        self.build(1, 9)
        self.archive()
        self.revise(2, "Memeriksa berkas", "Memeriksa berkas dan cap", "Cap diperiksa", "2023-09-11")
        self.build(1, 9)
        self.archive()
        self.revise(0, "10 Menit", "7 Menit", "Waktu disesuaikan lagi", "2024-02-05")
        self.build(1, 9)
        self.archive()
        history = [r for r in self.index() if r["nama"] == TITLES[0]]
        self.assertEqual(sorted(r["status"] for r in history), ["berlaku", "digantikan", "digantikan", "digantikan"])
        now = self.path("arsip", self.current(TITLES[0])["berkas"])
        then = self.path("arsip", min(history, key=lambda r: (r["tanggal"], r["tertanda"] == "tidak"))["berkas"])
        self.assertIn("[-5-] {+7+} Menit", self.done("diff", then, now).stdout.decode())

        # A new camat: every sheet is touched, and made anew.
        listed = self.done("replace", "--official", OLD, NEW, "--nip", NEW_NIP, self.path("sop")).stdout.decode()
        for i in range(10):
            self.assertIn("%02d.xml" % i, listed)
        self.build(0, 10)  # a list changes nothing
        self.done("replace", "--official", OLD, NEW, "--nip", NEW_NIP, "--date", "2024-08-01", "--by", "Sekretaris", "--apply", self.path("sop"))
        self.build(10, 0)
        for i in range(10):
            self.sign(self.path("pdf/%02d.pdf" % i), self.path("ttd/%02d-2024.pdf" % i))
        self.archive(self.path("ttd"))
        self.assertEqual({r["penandatangan"] for r in self.index() if r["status"] == "berlaku"}, {NEW})
        self.assertEqual(len([r for r in self.index() if r["status"] == "berlaku"]), 10)

        # The list of the office; nothing in it is at odds.
        got = self.done("catalog", self.path("arsip"), "--today", "2024-12-31", "-o", "-", "-o", self.path("daftar.pdf"), "-o", self.path("daftar.html"))
        self.assertEqual(got.stderr, b"")
        rows = list(csv.DictReader(io.StringIO(got.stdout.decode())))
        self.assertEqual([r["nama"] for r in rows], TITLES)
        self.assertEqual({(r["tanggal"], r["penandatangan"], r["lewat"]) for r in rows}, {("2024-08-01", NEW, "tidak")})
        self.assertIn(TITLES[9], tool("pdftotext", self.path("daftar.pdf"), "-"))

        # A source is lost, and comes back from the archive by one command.
        lost = self.read("sop/03.xml")
        os.unlink(self.source(3))
        self.done("extract", self.path("arsip", self.current(TITLES[3])["berkas"]), "-o", self.path("kembali"))
        found = [b for n, b in tree(self.path("kembali")).items() if n.endswith("03.xml")]
        self.assertEqual(found, [lost])
        shutil.copy(next(self.path("kembali", n) for n in tree(self.path("kembali")) if n.endswith("03.xml")), self.source(3))
        self.build(0, 10)

        # Two years on, all that was ever archived is as it was, and is what its source makes.
        after = tree(self.path("arsip"))
        for name, content in first_year.items():
            if name.endswith(".pdf"):
                self.assertEqual(after[name], content)
        self.done("verify", *[self.path("arsip", r["berkas"]) for r in self.index() if r["nama"] == TITLES[0]])
        self.done("archive", "--verify", self.path("arsip"))


if __name__ == "__main__":
    for program in ("certutil", "pdfsig", "pdftotext", "sha256sum"):
        if not shutil.which(program):
            sys.exit("missing: " + program)
    unittest.main()
