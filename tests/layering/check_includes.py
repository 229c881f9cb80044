#!/usr/bin/env python3
"""Who may include whom, and which folder is the door of which outside library.

The link lines in CMake say the same, but all headers stay reachable under one include root, so only this test
proves it.  It also looks that every header can stand alone: its own source file includes it first, or it is compiled
by itself here."""
import argparse
import os
import re
import subprocess
import sys
import tempfile

# folder -> folders that it may include (itself always).  A folder is the path below renderer/, canvases by name.
MAY = {
    "include": [],
    "base": ["include"],
    "model": ["base", "include"],
    "read": ["model", "base", "include"],
    "check": ["model", "base", "include"],
    "text": ["base", "include"],
    "style": ["text", "base", "include"],
    "routing": ["base", "include"],
    "layout": ["model", "style", "text", "routing", "base", "include"],
    "scene": ["text", "base", "include"],
    "paint": ["layout", "scene", "style", "text", "base", "include"],
    "canvas": ["scene", "text", "base", "include"],
    "canvas/trace": ["canvas", "scene", "text", "base", "include"],
    "canvas/cairo": ["canvas", "scene", "text", "base", "include"],
    "canvas/haru": ["canvas", "scene", "text", "base", "include"],
    "finish": ["base", "include"],
    "job": ["read", "check", "style", "text", "layout", "paint", "canvas", "canvas/cairo", "canvas/haru", "canvas/trace",
            "scene", "finish", "routing", "model", "base", "include"],
    "cli": ["include"],
}

# a header of an outside library (as a pattern) -> the only folders that may include it
DOORS = [
    (r"tinyxml2\.h", ["read", "style"]),
    (r"pango/|hb[.-]|fontconfig/", ["text"]),
    (r"ft2build\.h|freetype/", ["text", "canvas/cairo", "canvas/haru"]),
    (r"cairo|jpeglib\.h", ["canvas/cairo"]),
    (r"hpdf|png\.h", ["canvas/haru"]),
    (r"qpdf/", ["finish"]),
    (r"CLI/", ["cli"]),
    (r"qrencode\.h", ["paint"]),
    (r"glib|gobject", ["text"]),
]

# what needs no permission: the language and the system
SYSTEM = re.compile(r"[a-z_0-9]+|c[a-z]+|(sys/)?[a-z_0-9]+\.h")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def folder_of(path):
    """The folder of a path below renderer/: base/length.h -> base, canvas/cairo/x.h -> canvas/cairo."""
    parts = path.split("/")
    if parts[0] == "canvas" and len(parts) > 2:
        return "canvas/" + parts[1]
    if parts[0] == "lembar":
        return "include"
    return parts[0]


def faults_of(path, text):
    """path below renderer/ -> list of what it includes and may not."""
    own = folder_of(path)
    if own not in MAY:
        return ["folder '%s' is not in the table" % own]
    out = []
    for kind, name in INCLUDE.findall(text):
        if kind == '"':
            other = folder_of(name)
            if other not in MAY:
                out.append('"%s" is of no folder of renderer/' % name)
            elif other != own and other not in MAY[own]:
                out.append("%s may not include %s (%s)" % (own, other, name))
            continue
        door = next((folders for pattern, folders in DOORS if re.match(pattern, name)), None)
        if door is not None and own not in door:
            out.append("<%s> belongs to %s only" % (name, ", ".join(door)))
        elif door is None and not SYSTEM.fullmatch(name):
            out.append("<%s> is a library that the table does not know" % name)
    return out


def first_include(text):
    found = INCLUDE.search(text)
    return found[2] if found else None


def sources(root):
    base = os.path.join(root, "renderer")
    for folder, _, names in sorted(os.walk(base)):
        for name in sorted(names):
            if name.endswith((".h", ".cc")):
                full = os.path.join(folder, name)
                path = os.path.relpath(full, base).replace(os.sep, "/")
                yield path[len("include/"):] if path.startswith("include/") else path, full


# folders whose files are compiled several at a time, so that a source file proves nothing of its header
TOGETHER = ["cli"]


def lonely_headers(files, texts):
    """Headers whose own source file does not include them first."""
    proven = {first_include(texts[p]) for p in files if p.endswith(".cc") and folder_of(p) not in TOGETHER}
    return [p for p in files if p.endswith(".h") and p not in proven]


def compile_alone(root, headers, compiler):
    flags = []
    for package in ("cairo", "pangocairo", "pangoft2", "freetype2", "libqpdf", "tinyxml2", "libqrencode", "libpng", "fontconfig", "harfbuzz"):
        got = subprocess.run(["pkg-config", "--cflags", package], stdout=subprocess.PIPE, text=True)
        flags += got.stdout.split() if got.returncode == 0 else []
    out = []
    with tempfile.TemporaryDirectory() as place:
        source = os.path.join(place, "alone.cc")
        for header in headers:
            with open(source, "w") as f:
                f.write('#include "%s"\n' % header)
            got = subprocess.run([compiler, "-std=c++20", "-fsyntax-only", "-DPOINTERHOLDER_TRANSITION=4",
                                  "-I" + os.path.join(root, "renderer"), "-I" + os.path.join(root, "renderer", "include"),
                                  *flags, source], stderr=subprocess.PIPE, text=True)
            if got.returncode != 0:
                out.append("%s cannot stand alone: %s" % (header, got.stderr.splitlines()[1:2]))
    return out


def selftest():
    assert faults_of("routing/route.cc", '#include "base/length.h"\n#include <vector>\n') == []
    assert faults_of("routing/route.cc", '#include "model/document.h"\n')
    assert faults_of("layout/a.cc", '#include "paint/paint_sheet.h"\n')
    assert faults_of("paint/a.cc", "#include <cairo.h>\n")
    assert faults_of("cli/a.cc", '#include "base/json.h"\n')
    assert faults_of("canvas/cairo/a.cc", "#include <cairo-pdf.h>\n#include <sys/stat.h>\n") == []
    assert faults_of("canvas/trace/a.cc", '#include "canvas/cairo/cairo_canvas.h"\n')
    assert faults_of("base/a.cc", "#include <boost/graph.hpp>\n")
    assert lonely_headers(["a/b.h", "a/b.cc"], {"a/b.h": "", "a/b.cc": '#include "a/b.h"\n'}) == []
    assert lonely_headers(["cli/b.h", "cli/b.cc"], {"cli/b.h": "", "cli/b.cc": '#include "cli/b.h"\n'}) == ["cli/b.h"]
    print("the selftest is right")


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("root", nargs="?")
    ap.add_argument("--compiler", default="c++")
    ap.add_argument("--selftest", action="store_true")
    args = ap.parse_args()
    if args.selftest:
        return selftest()
    files, texts, faults = [], {}, []
    for path, full in sources(args.root):
        with open(full, encoding="utf-8") as f:
            texts[path] = f.read()
        files.append(path)
        faults += ["renderer/%s: %s" % (path, fault) for fault in faults_of(path, texts[path])]
    faults += compile_alone(args.root, lonely_headers(files, texts), args.compiler)
    print("\n".join(faults) if faults else "%d files, every include as the table allows" % len(files))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
