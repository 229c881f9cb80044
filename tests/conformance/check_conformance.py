#!/usr/bin/env python3
"""check_conformance.py LEMBAR MAKE_SHEETS SAMPLES JUDGE: PDF/A-3a and PDF/UA-1, judged by veraPDF and PDFBox.

Every sample from both canvases, random sheets, review copies and a list of sheets, without one failed check; qpdf too must find nothing. Before that the
judges must show that it can condemn: sheets broken on purpose have to fail for the reason they were broken."""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

REVIEWS = 26  # every so many a review copy
SEED, SHEETS = 4, 20  # of each of the kinds of make_sheets
CANVASES = ("cairo", "haru")
# broken on purpose: what is taken out of an uncompressed PDF -> the clause that must be named, for either flavour
WRONGS = [
    (rb"/OutputIntents \[", rb"/OutputIntentz [", "3a", "6.2.4.3"),
    (rb"<pdfuaid:part>1", rb"<pdfuaid:part>7", "ua1", "5-"),
    (rb"/Artifact BMC", rb"/Artifaqt BMC", "ua1", "7.1-"),
    (rb"/Lang \(id-ID\)", rb"/Lanx (id-ID)", "ua1", "7.2-"),
    (rb"/Alt ", rb"/Alx ", "ua1", "7.3-"),
]


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def java(folder, *command):
    with open(os.path.join(folder, "classpath")) as f:
        classes = os.path.join(folder, "classes") + ":" + f.read().strip()
    return run("java", "-XX:+UseSerialGC", "-Xmx1500m", "-cp", classes, *command)


def judge(folder, flavours, *paths):
    return java(folder, "Judge", flavours, *paths)


def check_judge(folder, pdf, place):
    """The judge condemns what is wrong."""
    plain = os.path.join(place, "plain.pdf")
    run("qpdf", "--qdf", "--object-streams=disable", "--newline-before-endstream", "--no-original-object-ids", pdf, plain)
    with open(plain, "rb") as f:
        data = f.read()
    faults, names = [], []
    for i, (pattern, wrong, flavour, clause) in enumerate(WRONGS):
        if not re.search(pattern, data):
            faults.append("the sheet has no %s to break" % pattern.decode())
            continue
        names.append((os.path.join(place, "wrong-%d.pdf" % i), flavour, clause))
        with open(names[-1][0], "wb") as f:
            f.write(re.sub(pattern, lambda _: wrong, data))
    for flavour in ("3a", "ua1"):
        mine = [n for n in names if n[1] == flavour]
        said = judge(folder, flavour, *[n[0] for n in mine]).stdout
        for name, _, clause in mine:
            verdict = said[said.find(" " + name):]
            verdict = verdict[:re.search(r"\n(?=pass|FAIL|\d+ passed)", verdict).start()]
            if "FAIL %s %s" % (flavour, name) not in said or "\n  " + clause not in verdict:
                faults.append("the judge did not miss %s in %s: %s" % (clause, os.path.basename(name), verdict[:400]))
    said = java(folder, "Preflight", names[0][0]).stdout
    if "0 passed, 1 failed" not in said or "\n  2.4.3 " not in said:
        faults.append("PDFBox did not miss the colours' intent: %s" % said[:400])
    return faults


def review_copies(folder):
    """Some random sheets with a word more, to be drawn with their changes."""
    out = []
    for path in sorted(glob.glob(os.path.join(folder, "*.xml")))[::REVIEWS]:
        with open(path, encoding="utf-8") as f:
            text = f.read()
        changed = os.path.join(folder, "review-" + os.path.basename(path))
        with open(changed, "w", encoding="utf-8") as f:
            f.write(text.replace("<uraian>", "<uraian>Segera ", 1))
        out.append((changed, "cairo", "--changes-since", path))
    return out


def render(program, path, canvas, *rest):
    *options, target = rest
    got = run(program, "render", path, "--canvas", canvas, "-o", target, *options)
    return [] if got.returncode == 0 else ["%s: %s" % (path, got.stdout[:400])]


def main():
    program, make_sheets, samples, folder = sys.argv[1:5]
    for tool in ("java", "qpdf"):
        if not shutil.which(tool):
            sys.exit("%s is missing" % tool)
    with tempfile.TemporaryDirectory() as place, ThreadPoolExecutor(os.cpu_count()) as workers:
        for name in ("xml", "pdf", "wrong"):
            os.mkdir(os.path.join(place, name))
        made = run(make_sheets, os.path.join(place, "xml"), str(SEED), str(SHEETS))
        if made.returncode != 0:
            sys.exit("make_sheets: " + made.stdout)
        jobs = []
        for path in sorted(glob.glob(os.path.join(samples, "**", "*.xml"), recursive=True)):
            for canvas in CANVASES:
                jobs.append((path, canvas))
        count = len(jobs)
        for i, path in enumerate(sorted(glob.glob(os.path.join(place, "xml", "*.xml")))):
            jobs.append((path, "haru" if i % 8 == 0 else "cairo"))
        jobs += review_copies(os.path.join(place, "xml"))
        if count == 0 or len(jobs) == count:
            sys.exit("nothing to judge")
        targets = [os.path.join(place, "pdf", "%s-%s.pdf" % (os.path.basename(path)[:-4], canvas)) for path, canvas, *_ in jobs]
        faults = sum(workers.map(lambda job, target: render(program, *job, target), jobs, targets), [])
        targets.append(os.path.join(place, "pdf", "daftar.pdf"))
        listed = run(program, "catalog", *targets[:count], "--today", "2026-01-01", "-o", targets[-1])
        if not os.path.exists(targets[-1]):
            faults.append("catalog: " + listed.stdout[:400])
        for got in workers.map(lambda target: run("qpdf", "--check", target), targets):
            if got.returncode != 0:
                faults.append("qpdf: " + got.stdout[:400])
        faults += check_judge(folder, targets[0], os.path.join(place, "wrong"))
        verdict = judge(folder, "3a,ua1", os.path.join(place, "pdf")).stdout
        lines = [line for line in verdict.splitlines() if not line.startswith("pass")]
        if lines[-1] != "%d passed, 0 failed" % (2 * len(targets)):
            faults += lines[:60]
        second = [line for line in java(folder, "Preflight", os.path.join(place, "pdf")).stdout.splitlines() if not line.startswith("pass")]
        if second[-1] != "%d passed, 0 failed" % len(targets):
            faults += second[:60]
    print("\n".join(faults) if faults else "%d PDFs before qpdf, veraPDF (%s) and PDFBox (%s)" % (len(targets), lines[-1], second[-1]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
