"""An office for tests: a folder of its own, sheets to put there, and the program run as an officer or a script would."""
import os
import shutil
import subprocess
import tempfile
import unittest
from xml.sax.saxutils import escape

PROGRAM = os.environ["LEMBAR"]

SHEET = """<?xml version="1.0" encoding="UTF-8"?>
<sop versi="1" status="berlaku">
  <kop><baris peran="pemda">PEMERINTAH KABUPATEN MUARA JAYA</baris><baris peran="unit">{unit}</baris></kop>
  <identitas>
    <nomor>{number}</nomor>
    <tanggal-pembuatan>{date}</tanggal-pembuatan>
    <tanggal-revisi>-</tanggal-revisi>
    <tanggal-efektif>{date}</tanggal-efektif>
    <disahkan-oleh><jabatan>CAMAT</jabatan><nama>{signer}</nama><nip>{nip}</nip></disahkan-oleh>
    <nama-sop>{title}</nama-sop>
  </identitas>
  <keterkaitan>{related}</keterkaitan>
  <pelaksana><aktor id="umum">{lane}</aktor><aktor id="camat">Camat</aktor></pelaksana>
  <prosedur>
    <langkah id="terima" pelaksana="umum" bentuk="mulai"><uraian>Menerima berkas {title}</uraian><waktu>5 Menit</waktu></langkah>
    <langkah id="periksa" pelaksana="camat" bentuk="keputusan"><uraian>Memeriksa berkas</uraian>
      <alur ke="simpan" label="Ya"/><alur ke="terima" label="Tidak"/></langkah>
    <langkah id="simpan" pelaksana="umum" bentuk="selesai"><uraian>Menyimpan berkas</uraian></langkah>
  </prosedur>
</sop>
"""


def sheet(title, number="067/001/KST/I/2023", date="2023-01-16", unit="KECAMATAN SUNGAI TENANG",
          signer="Siti Rahmawati, S.STP., M.Si.", nip="19810412 200003 2 001", lane="Pengadministrasi Umum", related=""):
    return SHEET.format(title=escape(title), number=number, date=date, unit=unit, signer=signer, nip=nip, lane=lane,
                        related="".join("<butir>%s</butir>" % r for r in ([related] if isinstance(related, str) and related else related or [])))


def run(*args, stdin=None, env=None, cwd=None):
    return subprocess.run([PROGRAM, *args], input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env={**os.environ, "LC_ALL": "C", **(env or {})}, cwd=cwd, timeout=120)


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.dir = tempfile.mkdtemp(prefix="lembar-office-")
        self.addCleanup(shutil.rmtree, self.dir)

    def path(self, *names):
        return os.path.join(self.dir, *names)

    def put(self, name, content):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(content if isinstance(content, bytes) else content.encode())
        return path

    def read(self, *names):
        with open(self.path(*names), "rb") as f:
            return f.read()

    def done(self, *args, status=0, **more):
        got = run(*args, **more)
        self.assertEqual(got.returncode, status, got.stderr.decode(errors="replace")[-3000:])
        return got


def tree(folder, hidden=False):
    """Every file below a folder, by its path from there, with its bytes; hidden ones only if asked for."""
    out = {}
    for place, folders, names in os.walk(folder):
        if not hidden:
            folders[:] = [f for f in folders if not f.startswith(".")]
        for name in names:
            if hidden or not name.startswith("."):
                path = os.path.join(place, name)
                with open(path, "rb") as f:
                    out[os.path.relpath(path, folder)] = f.read()
    return out
