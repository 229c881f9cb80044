#!/usr/bin/env python3
"""Every sample renders, and its sheet is right by what the layout says and by what outside programs find in the PDF.

From the layout: cells and texts do not overlap, texts stand in their cells, symbols in their lanes and rows,
connectors run along x and y from symbol to symbol and through none, and every step of the XML is there.  From the
PDF, by poppler and qpdf: it is sound, its pages are those of the layout, and every word of the source extracts."""
import glob
import json
import os
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET

EPS = 0.15  # mm
TOOLS = ("pdftotext", "pdfinfo", "qpdf")
# printed nowhere: file names, ids and other values of attributes; words of elements that a template may leave out
UNPRINTED = {"riwayat", "umum"}


def run(*args):
    return subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)


def rect(o):
    return o["x"], o["y"], o["x"] + o["w"], o["y"] + o["h"]


def overlap(a, b):
    return min(a[2], b[2]) - max(a[0], b[0]) > EPS and min(a[3], b[3]) - max(a[1], b[1]) > EPS


def inside(a, b):
    return a[0] >= b[0] - EPS and a[1] >= b[1] - EPS and a[2] <= b[2] + EPS and a[3] <= b[3] + EPS


def squeezed(text):
    """As the eye compares: no spaces, no hyphens, no case."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in text if not c.isspace() and c not in "-\u2010\u2011\u00ad")


class Sample:
    def __init__(self, program, path):
        self.path, self.faults = path, []
        got = run(program, "render", path, "--emit", "layout")
        if got.returncode != 0:
            self.fault("does not lay out: %s" % got.stderr.decode()[:400])
            return
        self.layout = json.loads(got.stdout)
        made = [run(program, "render", path, "-o", "-").stdout for _ in range(2)]
        if made[0] != made[1]:
            self.fault("two runs give two PDFs")
        for page in self.layout["pages"]:
            self.check_page(page)
        self.check_steps()
        self.check_pdf(made[0])

    def fault(self, what):
        self.faults.append("%s: %s" % (os.path.basename(self.path), what))

    def check_page(self, page):
        n = page["number"]
        parents = {c.get("parent") for c in page["cells"]}
        leaves = [c for c in page["cells"] if c["id"] not in parents]
        self.check_apart(n, "cells", [(c["id"], rect(c)) for c in leaves])
        self.check_apart(n, "texts", [(t["text"], rect(t)) for t in page["texts"] if not t.get("stamp")])
        self.check_apart(n, "symbols", [(s["id"], rect(s)) for s in page["symbols"]])
        cells = {c["id"]: rect(c) for c in page["cells"]}
        for t in page["texts"]:
            if t.get("cell") and not inside(rect(t), cells.get(t["cell"], (0, 0, 0, 0))):
                self.fault("page %d: the text '%s' leaves its cell" % (n, t["text"]))
            if not inside(rect(t), (0, 0, page["width"], page["height"])):
                self.fault("page %d: the text '%s' leaves the paper" % (n, t["text"]))
        symbols = {s["id"]: s for s in page["symbols"]}
        for s in page["symbols"]:
            self.check_symbol(n, page, s)
        for c in page["connectors"]:
            self.check_connector(n, c, symbols)

    def check_apart(self, page, what, items):
        items.sort(key=lambda item: item[1][1])
        for i, (a, ra) in enumerate(items):
            for b, rb in items[i + 1:]:
                if rb[1] > ra[3]:
                    break
                if overlap(ra, rb):
                    self.fault("page %d: %s '%s' and '%s' overlap" % (page, what, a, b))

    def check_symbol(self, n, page, s):
        lanes = [l for l in page["lanes"] if l["actor"] in (s["actor"], s.get("actorTo")) and l.get("table") == s.get("table")]
        if page["lanes"] and (not lanes or s["x"] < min(l["x"] for l in lanes) - EPS or
                              s["x"] + s["w"] > max(l["x"] + l["w"] for l in lanes) + EPS):
            self.fault("page %d: the symbol %s leaves its lane" % (n, s["id"]))
        rows = [r for r in page["rows"] if r["step"] and r["step"] == s["step"]]
        if s["kind"] != "offpage" and page["rows"] and (not rows or s["y"] < min(r["y"] for r in rows) - EPS):
            self.fault("page %d: the symbol %s stands outside its row" % (n, s["id"]))

    def check_connector(self, n, c, symbols):
        points = c["points"]
        if len(points) < 2 or c["from"] not in symbols or c["to"] not in symbols:
            self.fault("page %d: the connector %s leads nowhere" % (n, c["id"]))
            return
        for a, b in zip(points, points[1:]):
            if abs(a[0] - b[0]) > 0.01 and abs(a[1] - b[1]) > 0.01:
                self.fault("page %d: the connector %s runs aslant" % (n, c["id"]))
            line = (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
            for s in symbols.values():
                x0, y0, x1, y1 = rect(s)
                core = (x0 + s["w"] * 0.3, y0 + s["h"] * 0.3, x1 - s["w"] * 0.3, y1 - s["h"] * 0.3)
                if line[0] < core[2] and line[2] > core[0] and line[1] < core[3] and line[3] > core[1]:
                    self.fault("page %d: the connector %s runs through %s" % (n, c["id"], s["id"]))
        for end, point in (("from", points[0]), ("to", points[-1])):
            x0, y0, x1, y1 = rect(symbols[c[end]])
            if not (x0 - EPS <= point[0] <= x1 + EPS and y0 - EPS <= point[1] <= y1 + EPS):
                self.fault("page %d: the connector %s does not touch %s" % (n, c["id"], c[end]))

    def check_steps(self):
        want = [e.get("id") for e in ET.parse(self.path).iter("langkah")]
        have = []
        for page in self.layout["pages"]:
            for r in page["rows"]:
                if r["step"] and (not have or have[-1] != r["step"]):
                    have.append(r["step"])
        if [s for s in have if s in want] != want:
            self.fault("the steps are not those of the source, in its order: %s" % have)

    def check_pdf(self, pdf):
        name = "/tmp/lembar-sample-%d.pdf" % os.getpid()
        with open(name, "wb") as f:
            f.write(pdf)
        try:
            check = run("qpdf", "--check", name)
            if check.returncode != 0:
                self.fault("qpdf: %s" % (check.stderr or check.stdout).decode()[:300])
            info = run("pdfinfo", name).stdout.decode()
            pages = re.search(r"^Pages:\s+(\d+)", info, re.M)
            if not pages or int(pages[1]) != len(self.layout["pages"]):
                self.fault("the PDF has other pages than the layout")
            text = squeezed(run("pdftotext", "-raw", name, "-").stdout.decode())
            for word in self.words():
                if squeezed(word) not in text:
                    self.fault("the word '%s' does not extract" % word)
            attached = run("qpdf", "--show-attachment=" + os.path.basename(self.path), name).stdout
            with open(self.path, "rb") as f:
                if attached != f.read():
                    self.fault("the source inside is not the source")
        finally:
            os.unlink(name)

    def words(self):
        out = []

        def walk(e):
            if e.tag in UNPRINTED:
                return
            for part in [e.text] + [c.tail for c in e]:
                out.extend((part or "").split())
            for child in e:
                walk(child)

        walk(ET.parse(self.path).getroot())
        # a date is printed in words
        return [w for w in out if not re.fullmatch(r"\d{4}-\d\d-\d\d", w)]


def main():
    program, folder = sys.argv[1:3]
    for tool in TOOLS:
        if run("sh", "-c", "command -v " + tool).returncode != 0:
            sys.exit("%s is missing" % tool)
    paths = sorted(glob.glob(os.path.join(folder, "**", "*.xml"), recursive=True))
    if not paths:
        sys.exit("no samples in %s" % folder)
    faults = [fault for path in paths for fault in Sample(program, path).faults]
    print("\n".join(faults) if faults else "%d samples are right" % len(paths))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
