#!/usr/bin/env python3
"""lembar archive: where records go, that none is ever lost or changed, and that the lists tell the truth."""
import csv
import io
import os
import re
import shutil
import subprocess
import sys
import threading
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from office import Case, run, sheet, tree  # noqa: E402

SIGNED = b"\n%%appended by a signer\n"


def revised(xml, number, date):
    return (xml.replace("<tanggal-revisi>-<", "<tanggal-revisi>%s<" % date)
            .replace("</sop>", '<riwayat><revisi nomor="%s" tanggal="%s" oleh="Umum">Ubah</revisi></riwayat></sop>' % (number, date)))


class Archive(Case):
    def pdf(self, name, xml):
        self.put("src/%s.xml" % name, xml)
        os.makedirs(self.path("pdf"), exist_ok=True)
        self.done("render", self.path("src/%s.xml" % name), "-o", self.path("pdf/%s.pdf" % name))
        return self.path("pdf/%s.pdf" % name)

    def archive(self, *args, status=0):
        return self.done("archive", *args, "-o", self.path("arsip"), "--lang", "en", status=status).stderr.decode()

    def verify(self, status=0):
        said = self.done("archive", "--verify", self.path("arsip"), "--lang", "en", status=status).stderr.decode()
        if status == 0:
            sums = subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=self.path("arsip"), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            self.assertEqual(sums.returncode, 0, sums.stdout)
        return said

    def index(self):
        return {row["berkas"]: row for row in csv.DictReader(io.StringIO(self.read("arsip/indeks.csv").decode()))}

    def pdfs(self):
        return sorted(n for n in tree(self.path("arsip"), hidden=True) if n.endswith(".pdf"))

    def test_by_classification_unit_and_number(self):
        a = self.pdf("a", sheet("Surat Masuk", "067/015/KST/VII/2023", "2023-07-28"))
        b = self.pdf("b", sheet("Surat Keluar", "000.8.3.3/2/KST/2024", "2024-03-01"))
        c = self.pdf("c", sheet("Cuti", "01/SOP/KST/III/2024", "2024-03-01"))
        d = self.pdf("d", sheet("Tanpa Nomor", "-", "2024-03-01"))
        self.assertIn("4 archived, 0 there already", self.archive(a, b, c, d))
        unit = "kecamatan-sungai-tenang"
        where = {"067/%s/067-015-KST-VII-2023/067-015-KST-VII-2023_rev-00.pdf" % unit: a,
                 "000.8.3.3/%s/000.8.3.3-2-KST-2024/000.8.3.3-2-KST-2024_rev-00.pdf" % unit: b,
                 "000.8.3.3/%s/01-SOP-KST-III-2024/01-SOP-KST-III-2024_rev-00.pdf" % unit: c,
                 "000.8.3.3/%s/tanpa-nomor_tanpa-nomor/tanpa-nomor_tanpa-nomor_rev-00.pdf" % unit: d}
        self.assertEqual(self.pdfs(), sorted(where))
        for place, pdf in where.items():
            self.assertEqual(self.read("arsip", place), self.read(pdf))
        row = self.index()["067/%s/067-015-KST-VII-2023/067-015-KST-VII-2023_rev-00.pdf" % unit]
        self.assertEqual((row["nomor"], row["nama"], row["tanggal"], row["status"], row["tertanda"]),
                         ("067/015/KST/VII/2023", "Surat Masuk", "2023-07-28", "berlaku", "tidak"))
        # Two years active, three inactive, then for ever.
        self.assertEqual((row["aktif_sampai"], row["inaktif_sampai"], row["nasib_akhir"]), ("2025-07-28", "2028-07-28", "permanen"))
        self.assertRegex(row["diarsipkan"], r"^\d{4}-\d\d-\d\d$")
        self.assertIn("4 files whole, 0 problems", self.verify())

    def test_again_changes_nothing(self):
        self.pdf("a", sheet("Surat Masuk"))
        self.archive(self.path("pdf"))
        before = tree(self.path("arsip"), hidden=True)
        self.assertIn("0 archived, 1 there already", self.archive(self.path("pdf")))
        self.assertEqual(tree(self.path("arsip"), hidden=True), before)

    def test_older_revisions_are_marked_replaced_in_whatever_order_they_come(self):
        xml = sheet("Surat Masuk")
        old, new = self.pdf("r0", xml), self.pdf("r1", revised(xml, "1", "2024-02-29"))
        for order in ((old, new), (new, old)):
            shutil.rmtree(self.path("arsip"), ignore_errors=True)
            for pdf in order:
                self.archive(pdf)
            rows = self.index()
            self.assertEqual(len(rows), 2)
            first, second = (next(r for r in rows.values() if r["revisi"] == n) for n in ("", "1"))
            self.assertEqual((first["status"], first["digantikan_oleh"]), ("digantikan", second["berkas"]))
            self.assertEqual((second["status"], second["digantikan_oleh"]), ("berlaku", ""))
            self.assertEqual(second["aktif_sampai"], "2026-02-28")
            self.assertTrue(second["berkas"].endswith("_rev-01.pdf"))
            self.verify()

    def test_nothing_is_ever_written_over(self):
        pdf = self.pdf("a", sheet("Surat Masuk"))
        self.archive(pdf)
        with open(pdf, "ab") as f:
            f.write(SIGNED)  # as a signer appends; other bytes, the same sheet
        self.archive(pdf)
        names = self.pdfs()
        self.assertEqual([re.sub(".*_rev", "rev", n) for n in names], ["rev-00.pdf", "rev-00_2.pdf"])
        self.assertNotEqual(self.read("arsip", names[0]), self.read("arsip", names[1]))
        self.verify()

    def test_one_number_for_two_sheets_is_told_and_neither_replaces_the_other(self):
        a, b = self.pdf("a", sheet("Surat Masuk")), self.pdf("b", sheet("Surat Keluar"))
        self.archive(a)
        self.assertIn("number-double", self.archive(b))
        self.assertEqual({r["status"] for r in self.index().values()}, {"berlaku"})
        self.assertEqual(len({os.path.dirname(n) for n in self.pdfs()}), 2)
        self.verify()

    def test_what_others_made_stays_out(self):
        self.pdf("a", sheet("Surat Masuk"))
        self.put("pdf/other.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
                                  b"trailer<</Root 1 0 R>>\n")
        self.put("pdf/note.txt", b"x")
        self.assertIn("1 archived, 0 there already, 1 not made by Lembar", self.archive(self.path("pdf")))
        self.assertIn("archive-foreign", self.archive(self.path("pdf/other.pdf"), status=1))
        self.put("pdf/broken.pdf", b"nothing")
        self.assertIn("pdf-not", self.archive(self.path("pdf"), status=1))
        self.archive(self.path("none.pdf"), status=3)
        self.assertEqual(len(self.pdfs()), 1)
        self.verify()

    def test_a_review_copy_is_no_record(self):
        self.put("src/a.xml", sheet("Surat Masuk"))
        self.put("src/b.xml", sheet("Surat Masuk").replace("Memeriksa", "Menelaah"))
        self.done("render", self.path("src/b.xml"), "--changes-since", self.path("src/a.xml"), "-o", self.path("b.telaah.pdf"))
        self.assertIn("archive-foreign", self.archive(self.path("b.telaah.pdf"), status=1))
        self.assertEqual(self.pdfs(), [])

    def test_what_is_not_what_its_source_makes_stays_out(self):
        whole = self.read(self.pdf("a", sheet("Surat Masuk")))
        plain = self.path("plain.pdf")
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable", self.path("pdf/a.pdf"), plain], check=True)
        self.put("pdf/a.pdf", self.read(plain))  # saved anew by another program
        self.assertIn("archive-changed", self.archive(self.path("pdf"), status=1))
        # One bit of the drawing.
        at = whole.index(b"stream", whole.index(b"/FlateDecode")) + 300
        self.put("pdf/a.pdf", whole[:at] + bytes([whole[at] ^ 16]) + whole[at + 1:])
        self.done("verify", self.path("pdf/a.pdf"), status=1)
        self.archive(self.path("pdf"), status=1)
        self.assertEqual(self.pdfs(), [])
        self.put("pdf/a.pdf", whole)
        self.archive(self.path("pdf"))
        self.assertEqual(len(self.pdfs()), 1)

    def test_revisions_are_ordered_by_the_number_that_they_end_in(self):
        for number in ("Rev. 10", "Rev. 9"):
            self.archive(self.pdf("a", revised(sheet("Surat Masuk"), number, "2024-06-07")))
        marked = sheet("Surat Masuk").replace("</identitas>", '<isian label="No. Revisi">11</isian></identitas>')
        self.archive(self.pdf("b", marked))
        status = {row["revisi"]: row["status"] for row in self.index().values()}
        self.assertEqual(status, {"Rev. 9": "digantikan", "Rev. 10": "digantikan", "11": "berlaku"})
        # With another title it is a later revision all the same, not another sheet of that number.
        self.assertNotIn("number-double", self.archive(self.pdf("c", revised(sheet("Surat Masuk Lagi"), "Rev. 12", "2024-06-08"))))

    def test_verify_finds_what_is_wrong(self):
        a = self.pdf("a", sheet("Surat Masuk"))
        self.pdf("b", sheet("Surat Keluar", "067/002/KST/I/2023"))
        self.archive(self.path("pdf"))
        good = tree(self.path("arsip"))
        first = self.pdfs()[0]

        def spoilt(name, content, code):
            if content is None:
                os.unlink(self.path("arsip", name))
            else:
                self.put(os.path.join("arsip", name), content)
            self.assertIn(code, self.verify(status=1))
            if name in good:
                self.put(os.path.join("arsip", name), good[name])
            else:
                os.unlink(self.path("arsip", name))
            self.verify()

        spoilt(first, good[first].replace(b"%%EOF", b"%%EOG"), "archive-altered")
        spoilt(first, None, "archive-missing")
        spoilt("067/x.pdf", good[first], "archive-unlisted")
        spoilt("indeks.csv", good["indeks.csv"].replace(b"berlaku", b"dicabut"), "archive-index")
        spoilt("indeks.csv", None, "archive-index")
        spoilt("SHA256SUMS", good["SHA256SUMS"] + b"what is this\n", "archive-sums")
        spoilt("SHA256SUMS", good["SHA256SUMS"].split(b"\n", 1)[1], "archive-unlisted")
        # Lost and brought back from a copy, to its own place.
        os.unlink(self.path("arsip", first))
        self.assertIn("archive-missing", self.archive(status=1))
        self.assertIn(first.encode(), self.read("arsip/indeks.csv"))
        self.archive(self.path("pdf"), status=1)
        self.assertEqual(tree(self.path("arsip")), good)
        self.assertEqual(good[first], self.read(a))
        self.verify()
        self.done("archive", "--verify", self.path("pdf"), status=1)
        self.done("archive", "--verify", self.path("none"), status=3)

    def test_lists_that_are_gone_are_made_again_from_the_pdfs(self):
        self.pdf("a", revised(sheet("Surat Masuk"), "2", "2024-05-06"))
        self.pdf("b", sheet("Surat Keluar", "067/002/KST/I/2023"))
        self.archive(self.path("pdf"))
        good = tree(self.path("arsip"))
        for gone in (["indeks.csv"], ["SHA256SUMS"], ["indeks.csv", "SHA256SUMS"]):
            for name in gone:
                os.unlink(self.path("arsip", name))
            self.archive()
            self.assertEqual(tree(self.path("arsip")), good)

    def test_the_table_of_retention_is_the_archives_own(self):
        pdf = self.pdf("a", sheet("Surat Masuk", date="2023-01-16"))
        self.archive(pdf)
        table = self.read("arsip/retensi.csv").decode()
        self.put("arsip/retensi.csv", table + "067,Pelayanan umum,1,4,musnah,tanggal\n")
        self.archive()
        row = next(iter(self.index().values()))
        self.assertEqual((row["aktif_sampai"], row["inaktif_sampai"], row["nasib_akhir"]), ("2024-01-16", "2028-01-16", "musnah"))
        self.verify()
        # Counted from the day that a newer one took its place.
        self.put("arsip/retensi.csv", table + "067,Pelayanan umum,1,4,musnah,diganti\n")
        self.archive(self.pdf("b", revised(sheet("Surat Masuk"), "1", "2024-06-07")))
        self.assertEqual(sorted(r["aktif_sampai"] for r in self.index().values()), ["", "2025-06-07"])
        self.put("arsip/retensi.csv", table.replace(",2,3,", ",two,3,", 1))
        self.assertIn("retention-table", self.archive(status=1))

    def test_two_at_once(self):
        for i in range(6):
            self.pdf("s%d" % i, sheet("Lembar %d" % i, "067/%03d/KST/I/2023" % i))
        runs = []
        jobs = [threading.Thread(target=lambda: runs.append(run("archive", self.path("pdf"), "-o", self.path("arsip"), "--lang", "en")))
                for _ in range(3)]
        for j in jobs:
            j.start()
        for j in jobs:
            j.join()
        self.assertEqual([r.returncode for r in runs], [0, 0, 0])
        self.assertEqual(sum(int(r.stderr.decode().split(" archived")[0].split()[-1]) for r in runs), 6)
        self.assertEqual(len(self.pdfs()), 6)
        self.verify()

    def test_an_archive_inside_the_folder_it_takes_from(self):
        self.pdf("a", sheet("Surat Masuk"))
        for _ in range(2):
            self.done("archive", self.dir, "-o", self.path("arsip"))
        self.assertEqual(len(self.pdfs()), 1)

    def test_usage(self):
        for args in (["archive"], ["archive", "x.pdf"], ["archive", "--verify"], ["archive", "--verify", "a", "b"]):
            self.done(*args, status=2)


if __name__ == "__main__":
    unittest.main()
