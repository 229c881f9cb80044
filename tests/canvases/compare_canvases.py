#!/usr/bin/env python3
"""Two hands draw every sample, Cairo's and libharu's, and their sheets are alike.

By the words that poppler finds, each with its box, by the picture that it draws, and by the bookmarks, page labels and links
that qpdf finds.  A difference is a fault of one
of the two canvases, or of what is done for one of them afterwards.  Besides the samples, a sheet is compared that
libharu cannot set as text: a font that it cannot embed, characters beyond its plane, letters built of two; and sheets with
pictures of every kind."""
import argparse
import glob
import html
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

TOOLS = ("pdftotext", "pdftoppm", "pdffonts", "qpdf")
BOX = 0.1  # pt: libharu's pen may stand off by half of that
DPI = 100
DARK, INKED = 110, 215  # of 255: a pixel of the one canvas that is dark needs one of the other's that has some ink
WEIGHT = 0.01  # by how much the ink of a page may differ
WEIGHT_OF_OUTLINES = 0.07  # poppler fills outlines a little bolder than it sets glyphs

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')

TEMPLATE = """<?xml version="1.0" encoding="UTF-8"?>
<templat versi="1" judul="Bookman" mewarisi="p35"><huruf nama="Bookman Old Style"/></templat>
"""

UNUSUAL = """<?xml version="1.0" encoding="UTF-8"?>
<sop versi="1">
  <kop><baris peran="pemda">PEMERINTAH KABUPATEN</baris><baris peran="unit">KECAMATAN SUNGAI TENANG</baris></kop>
  <identitas><nomor>400.14/1/2023 \U0001d54a</nomor><tanggal-efektif>2023-07-28</tanggal-efektif>
    <disahkan-oleh><jabatan>CAMAT</jabatan><nama>Siti Rahmawati</nama></disahkan-oleh>
    <nama-sop>Penanganan Surat \u2192 Arsip \u2264 5 \u25cb</nama-sop></identitas>
  <dasar-hukum><butir>AVATAR Toko, Tahun\u00a02024, re\u0301sume\u0301 dan fi ffi fl</butir><butir><m>Miring</m> dan <t>tebal</t></butir></dasar-hukum>
  <pelaksana><aktor id="a">Pengadministrasi Umum</aktor><aktor id="b">Kepala</aktor></pelaksana>
  <prosedur>
    <langkah id="satu" pelaksana="a" bentuk="mulai"><uraian>Menerima surat masuk lalu mencatatnya dalam buku agenda \U0001d538\U0001d539 kantor</uraian><waktu>10 Menit</waktu></langkah>
    <langkah id="dua" pelaksana="b" bentuk="keputusan"><uraian>Memeriksa surat</uraian><alur ke="tiga" label="Ya"/><alur ke="satu" label="Tidak"/></langkah>
    <langkah id="tiga" pelaksana="a" bentuk="selesai"><uraian>Menyimpan surat</uraian></langkah>
  </prosedur>
</sop>
"""


def run(*args, **more):
    return subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120, **more)


def words_of(pdf):
    """Page by page the words with their boxes."""
    got = run("pdftotext", "-bbox", pdf, "-")
    text = got.stdout.decode(errors="replace")  # poppler writes a title beyond the plane as halves of pairs
    pages = [[(html.unescape(w), tuple(map(float, box))) for *box, w in WORD.findall(page)] for page in text.split("<page ")[1:]]
    return pages, got.stderr.decode()


def navigation(pdf):
    """What leads a reader about: labels as [style, first number], bookmarks as (depth, title, page, [height]), links as
    (page, page that it leads to, its rectangle)."""
    told = json.loads(run("qpdf", "--json=2", "--json-key=outlines", "--json-key=pagelabels", "--json-key=pages",
                          "--json-key=qpdf", pdf).stdout)
    objects = {name[4:]: value.get("value") for name, value in told["qpdf"][1].items() if name.startswith("obj:")}
    pages = [page["object"] for page in told["pages"]]

    def held(value):
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            value = objects[value]
        return value

    def walk(outlines, depth):
        for outline in outlines:
            yield depth, outline["title"], outline["destpageposfrom1"], [outline["dest"][3]]
            yield from walk(outline["kids"], depth + 1)

    links = []
    for number, page in enumerate(pages, 1):
        for annotation in map(held, held(held(page).get("/Annots", []))):
            if annotation["/Subtype"] == "/Link":
                target = held(annotation.get("/Dest") or held(annotation["/A"])["/D"])
                links.append((number, pages.index(target[0]) + 1, held(annotation["/Rect"])))
    return {"labels": [[label["label"].get("/S"), label["label"].get("/St", 1)] for label in told["pagelabels"]],
            "bookmarks": list(walk(told["outlines"], 0)), "links": links}


def pictures_of(pdf):
    """Page by page width, height and the grey of every pixel."""
    data = run("pdftoppm", "-r", str(DPI), "-gray", pdf).stdout
    pages, at = [], 0
    while at < len(data):
        head = re.compile(rb"P5\s+(\d+)\s+(\d+)\s+255\s").match(data, at)
        width, height = int(head[1]), int(head[2])
        pages.append((width, height, data[head.end():head.end() + width * height]))
        at = head.end() + width * height
    return pages


def marks(row, below):
    """The pixels of a row that are darker than that, as bits."""
    return int(row.translate(bytes(49 if grey < below else 48 for grey in range(256))), 2) if row else 0


def lonely(a, b):
    """Dark pixels of one picture that have no ink of the other beside them: (how many, a row that has some)."""
    width, height, ink = a
    rows = [marks(b[2][y * width:(y + 1) * width], INKED) for y in range(height)]
    wide = [0] + [row | row << 1 | row >> 1 for row in rows] + [0]
    count, where = 0, None
    for y in range(height):
        left = marks(ink[y * width:(y + 1) * width], DARK) & ~(wide[y] | wide[y + 1] | wide[y + 2])
        if left:
            count, where = count + bin(left).count("1"), y
    return count, where


def weight(picture):
    """How much ink there is, in dark pixels."""
    return sum(255 - grey for grey in picture[2]) / 255


class Pair:
    def __init__(self, program, source, folder, options=(), outlined=False):
        self.name, self.faults = os.path.basename(source), []
        made = {}
        for canvas in ("cairo", "haru"):
            made[canvas] = os.path.join(folder, "%s-%s.pdf" % (self.name, canvas))
            got = run(program, "render", source, "--canvas", canvas, "-o", made[canvas], *options)
            if got.returncode != 0:
                self.fault("%s does not render: %s" % (canvas, got.stderr.decode()[:400]))
                return
            check = run("qpdf", "--check", made[canvas])
            if check.returncode != 0:
                self.fault("%s: %s" % (canvas, (check.stderr or check.stdout).decode()[:300]))
            fonts = run("pdffonts", made[canvas]).stdout.decode().splitlines()[2:]
            if any(not re.search(r" yes yes yes +\d+ +\d+$", line) for line in fonts):
                self.fault("%s: a font is not embedded, cut to size and mapped to characters: %s" % (canvas, fonts))
        again = run(program, "render", source, "--canvas", "haru", "-o", "-", *options).stdout
        with open(made["haru"], "rb") as f:
            if f.read() != again:
                self.fault("two runs of haru give two PDFs")
        self.compare_words(made, outlined)
        self.compare_navigation(made)
        self.compare_pictures(made, WEIGHT_OF_OUTLINES if outlined else WEIGHT)

    def fault(self, what):
        self.faults.append("%s: %s" % (self.name, what))

    def compare_words(self, made, outlined):
        (cairo, _), (haru, complaints) = words_of(made["cairo"]), words_of(made["haru"])
        if complaints:
            self.fault("poppler complains of haru's: %s" % complaints[:200])
        if len(cairo) != len(haru):
            self.fault("%d pages of cairo, %d of haru" % (len(cairo), len(haru)))
        for n, (a, b) in enumerate(zip(cairo, haru), 1):
            if sorted(w for w, _ in a) != sorted(w for w, _ in b):
                lost = [w for w, _ in a if w not in [v for v, _ in b]] + [w for w, _ in b if w not in [v for v, _ in a]]
                self.fault("page %d: other words: %s" % (n, lost[:8] or "the same in other numbers"))
                continue
            left = list(b)
            for word, box in a:
                # A font that stands in for another may be higher, and reach lower.
                sides = (0, 2) if outlined else range(4)
                near = min((c for c in left if c[0] == word), key=lambda c: sum(abs(c[1][i] - box[i]) for i in range(4)))
                left.remove(near)
                if any(abs(near[1][i] - box[i]) > BOX for i in sides):
                    self.fault("page %d: the word '%s' stands at %s, and in haru's at %s" % (n, word, box, near[1]))

    def compare_navigation(self, made):
        cairo, haru = [navigation(made[canvas]) for canvas in ("cairo", "haru")]
        for canvas, pdf in (("cairo", cairo), ("haru", haru)):
            if pdf["labels"] != [["/D", 1]]:
                self.fault("the pages of %s are not labelled by decimal numbers: %s" % (canvas, pdf["labels"]))
        for what in ("bookmarks", "links"):
            a, b = cairo[what], haru[what]
            if [x[:-1] for x in a] != [x[:-1] for x in b]:
                self.fault("other %s: %s and %s" % (what, a, b))
            # Cairo takes whole points for the height of a bookmark.
            elif any(abs(p - q) > 1 for x, y in zip(a, b) for p, q in zip(x[-1], y[-1])):
                self.fault("%s lead elsewhere: %s and %s" % (what, a, b))

    def compare_pictures(self, made, most):
        for n, (a, b) in enumerate(zip(pictures_of(made["cairo"]), pictures_of(made["haru"])), 1):
            if a[:2] != b[:2]:
                self.fault("page %d: %s pixels of cairo, %s of haru" % (n, a[:2], b[:2]))
                continue
            for one, other, x, y in (("cairo", "haru", a, b), ("haru", "cairo", b, a)):
                count, where = lonely(x, y)
                if count:
                    self.fault("page %d: %d dark pixels of %s are white in %s's, some in row %d" % (n, count, one, other, where))
            if abs(weight(a) - weight(b)) > most * weight(a):
                self.fault("page %d: the ink of cairo's weighs %d, of haru's %d" % (n, weight(a), weight(b)))


def unusual(folder):
    """A sheet all set in a font that libharu cannot embed, and its template."""
    paths = []
    for name, text in (("unusual.xml", UNUSUAL), ("bookman.xml", TEMPLATE)):
        paths.append(os.path.join(folder, name))
        with open(paths[-1], "w", encoding="utf-8") as f:
            f.write(text)
    return paths


def png(kind, depth, pixels, width, height, more=b""):
    """A PNG of rows of bytes; `more` are chunks that stand before the pixels."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    rows = b"".join(b"\0" + pixels(y) for y in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)) +
            b"".join(chunk(name, data) for name, data in more or ()) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def pictured(folder, pdf):
    """Sheets with two pictures each.  JPEGs are made by poppler of a sheet that is there."""
    side = 64
    made = {
        "rgba.png": png(6, 8, lambda y: bytes(b for x in range(side) for b in (4 * x, 4 * y, 128, 255 if (x // 8 + y // 8) % 2 else 4 * x)), side, side),
        "grey.png": png(0, 8, lambda y: bytes(4 * (x ^ y) for x in range(side)), side, side),
        "deep.png": png(2, 16, lambda y: b"".join(struct.pack(">HHH", 1000 * x, 1000 * y, 30000) for x in range(side)), side, side),
        "palette.png": png(3, 8, lambda y: bytes((x // 8 + y // 8) % 3 for x in range(side)), side, side,
                           [(b"PLTE", bytes((200, 0, 0, 0, 120, 0, 0, 0, 220))), (b"tRNS", bytes((255, 255, 0)))]),
    }
    for name, options in (("light.jpg", ()), ("grey.jpg", ("-gray",))):
        made[name] = run("pdftoppm", "-r", "40", "-f", "1", "-l", "1", "-jpeg", *options, pdf).stdout
    for name, data in made.items():
        with open(os.path.join(folder, name), "wb") as f:
            f.write(data)
    for i, (left, right) in enumerate((("rgba.png", "light.jpg"), ("grey.png", "grey.jpg"), ("deep.png", "palette.png"))):
        path = os.path.join(folder, "pictured-%d.xml" % i)
        with open(path, "w", encoding="utf-8") as f:
            f.write(re.sub("[\U00010000-\U0010ffff]", "", UNUSUAL).replace("<kop>", '<kop logo="%s" logo-kanan="%s">' % (left, right)))
        yield path


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("program")
    ap.add_argument("root")
    ap.add_argument("--keep", help="folder for the PDFs")
    args = ap.parse_args()
    for tool in TOOLS:
        if not shutil.which(tool):
            sys.exit("%s is missing" % tool)
    samples = sorted(glob.glob(os.path.join(args.root, "samples", "**", "*.xml"), recursive=True))
    if not samples:
        sys.exit("no samples")
    with tempfile.TemporaryDirectory(prefix="lembar-canvases-") as place:
        folder = args.keep or place
        faults = [fault for path in samples for fault in Pair(args.program, path, folder).faults]
        extra = list(pictured(place, os.path.join(folder, os.path.basename(samples[0]) + "-cairo.pdf")))
        faults += [fault for path in extra for fault in Pair(args.program, path, folder).faults]
        source, template = unusual(place)
        faults += Pair(args.program, source, folder, ("--template", template), outlined=True).faults
    print("\n".join(faults) if faults else "%d sheets are alike" % (len(samples) + len(extra) + 1))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
