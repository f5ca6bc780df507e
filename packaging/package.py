#!/usr/bin/env python3
"""Builds the packages of a release into target/packages. README.md beside this file says how."""

import argparse
import base64
import gzip
import hashlib
import io
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
from datetime import datetime, timezone
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import dependencies

ROOT = Path(__file__).resolve().parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target").resolve()
OUT = TARGET / "packages"
LINUX = sys.platform == "linux"
COMPLETIONS = {
    "bash": "usr/share/bash-completion/completions/indicia",
    "zsh": "usr/share/zsh/vendor-completions/_indicia",
    "fish": "usr/share/fish/vendor_completions.d/indicia.fish",
}


def run(*command, **more):
    return subprocess.run([str(word) for word in command], check=True, cwd=ROOT, **more)


def said(*command):
    return run(*command, stdout=subprocess.PIPE, text=True, encoding="utf-8").stdout


def version():
    return re.search(r'^version = "(.+)"', (ROOT / "Cargo.toml").read_text("utf-8"), re.M)[1]


def released():
    """The day of the release in CHANGELOG.md: every time in the packages is that day."""
    heading = rf"^## \[{re.escape(version())}\] - (\d{{4}}-\d\d-\d\d)$"
    found = re.search(heading, (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    if not found:
        sys.exit(f"CHANGELOG.md: write the heading '## [{version()}] - YEAR-MONTH-DAY'")
    return datetime.fromisoformat(found[1]).replace(tzinfo=timezone.utc)


def prepare():
    """The target triple. Sets what makes a build the same on every machine and in every folder."""
    run("cargo", "fetch", "--locked")
    cargo = Path(os.environ.get("CARGO_HOME") or Path.home() / ".cargo")
    folders = {ROOT: ".", TARGET: "target", cargo: "cargo"}
    folders |= {folder: "crates" for folder in (cargo / "registry" / "src").iterdir()}
    # Of two prefixes that fit the compiler takes the last one.
    by_length = sorted(folders.items(), key=lambda item: len(str(item[0])))
    flags = [f"--remap-path-prefix={folder}={name}" for folder, name in by_length]
    if sys.platform != "darwin":
        # With the C library inside, the program needs nothing of the machine that it runs on.
        flags += ["-C", "target-feature=+crt-static"]
    os.environ["CARGO_ENCODED_RUSTFLAGS"] = "\x1f".join(flags)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(released().timestamp()))
    return re.search(r"^host: (.+)$", said("rustc", "-vV"), re.M)[1]


def program(triple):
    run("cargo", "build", "--release", "--locked", "--bin", "indicia", "--target", triple)
    built = TARGET / triple / "release" / ("indicia.exe" if os.name == "nt" else "indicia")
    homes = {str(ROOT), str(Path.home()), str(TARGET)}
    named = [home for home in homes if home.encode() in built.read_bytes()]
    if named:
        sys.exit(f"{built}: holds the path {', '.join(named)} of this machine")
    return built


def files(built, triple):
    """What goes beside the program, by its path in a Debian package."""
    share = "usr/share/doc/indicia/"
    all_crates = dependencies.crates(ROOT, triple)
    texts = {
        "usr/share/man/man1/indicia.1": said(built, "man"),
        share + "third-party.txt": dependencies.licences(all_crates),
        share + "sbom.cdx.json": dependencies.sbom(version(), all_crates),
    }
    for shell, path in COMPLETIONS.items():
        texts[path] = said(built, "completions", shell)
    return {path: text.encode() for path, text in texts.items()}


def archive(built, triple, beside):
    name = f"indicia-{version()}-{triple}"
    members = {built.name: built.read_bytes()}
    for own in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"]:
        members[own] = (ROOT / own).read_bytes()
    for path, data in beside.items():
        folder = "completions/" if path in COMPLETIONS.values() else ""
        shell = "indicia.bash" if path == COMPLETIONS["bash"] else Path(path).name
        members[folder + shell] = data
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for path, data in sorted(members.items()):
            entry = tarfile.TarInfo(f"{name}/{path}")
            entry.size, entry.mtime = len(data), int(released().timestamp())
            entry.mode = 0o755 if path == built.name else 0o644
            tar.addfile(entry, io.BytesIO(data))
    (OUT / f"{name}.tar.gz").write_bytes(gzip.compress(packed.getvalue(), mtime=0))


def deb(built, beside):
    architecture = {"x86_64": "amd64", "aarch64": "arm64"}[platform.machine()]
    author = f"{os.environ['DEBFULLNAME']} <{os.environ['DEBEMAIL']}>"
    tree = TARGET / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    day = released().strftime("%a, %d %b %Y 00:00:00 +0000")
    members = beside | {
        "usr/bin/indicia": built.read_bytes(),
        "usr/share/doc/indicia/copyright": copyright_file().encode(),
        "usr/share/doc/indicia/NEWS": (ROOT / "CHANGELOG.md").read_bytes(),
        "usr/share/doc/indicia/changelog": (
            f"indicia ({version()}) unstable; urgency=medium\n\n"
            f"  * Version {version()}. What is new stands in NEWS.gz.\n\n -- {author}  {day}\n"
        ).encode(),
        # A static program that can be loaded at any address passes for a library without needs.
        "usr/share/lintian/overrides/indicia": b"indicia: shared-library-lacks-prerequisites\n",
    }
    for path, data in members.items():
        is_packed = path.endswith((".1", "/changelog", "/NEWS", "/third-party.txt"))
        file = tree / (path + ".gz" if is_packed else path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(gzip.compress(data, 9, mtime=0) if is_packed else data)
        file.chmod(0o755 if path.startswith("usr/bin/") else 0o644)
    installed = [file for file in sorted(tree.rglob("*")) if file.is_file()]
    size = sum(-(-file.stat().st_size // 1024) for file in installed)
    sums = "".join(
        f"{hashlib.md5(file.read_bytes()).hexdigest()}  {file.relative_to(tree)}\n"
        for file in installed
    )
    control = f"""\
Package: indicia
Version: {version()}
Architecture: {architecture}
Maintainer: {author}
Installed-Size: {size}
Section: text
Priority: optional
Description: terminal dashboard for the figures of a report
 indicia shows the figures of a report from one plain-text file. Every number
 keeps the words that limit it: "up to 70 %" is never drawn, sorted, printed
 or exported as 70 %. It also checks the file and articles that use it.
"""
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(control, "utf-8")
    (tree / "DEBIAN/md5sums").write_text(sums, "utf-8")
    for folder in [tree, *(path for path in tree.rglob("*") if path.is_dir())]:
        folder.chmod(0o755)
    run("dpkg-deb", "--build", "--root-owner-group", "-Zxz", tree, OUT)


def copyright_file():
    mit = (ROOT / "LICENSE-MIT").read_text("utf-8")
    holder = re.search(r"^Copyright \(c\) (.+)$", mit, re.M)[1]
    terms = mit.split(holder, 1)[1].strip().replace("\n\n", "\n.\n")
    indented = "".join(f" {line}\n" for line in terms.splitlines())
    return f"""\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: indicia
Comment: The licences of the crates inside the program are in third-party.txt.gz.

Files: *
Copyright: {holder}
License: Expat or Apache-2.0

License: Expat
{indented}
License: Apache-2.0
 On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.
"""


def wheel(triple, beside):
    libraries = ["--compatibility", "manylinux2014"] if LINUX else []
    folder = TARGET / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    run("maturin", "build", "--release", "--locked", "--target", triple, "--out", folder, *libraries)
    built = next(folder.iterdir())
    info = f"indicia-{version()}.dist-info/"
    more = {
        info + {".txt": "licenses/", ".json": "sboms/"}[Path(path).suffix] + Path(path).name: data
        for path, data in beside.items()
        if path.startswith("usr/share/doc/")
    }
    # The same wheel with these files in it, and in its list of files.
    with ZipFile(built) as old, ZipFile(OUT / built.name, "w", ZIP_DEFLATED) as new:
        for member in old.infolist():
            data = old.read(member)
            if member.filename == info + "RECORD":
                data += "".join(recorded(path, text) for path, text in more.items()).encode()
                for path, text in more.items():
                    extra = ZipInfo(path, member.date_time)
                    extra.external_attr, extra.create_system = 0o644 << 16, 3
                    new.writestr(extra, text, ZIP_DEFLATED)
            new.writestr(member, data)


def recorded(path, data):
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    return f"{path},sha256={digest},{len(data)}\n"


def main():
    kinds = ["archive", "deb", "wheel"]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"{', '.join(kinds)} (default: all)")
    wanted = parser.parse_args().kinds or kinds
    if unknown := set(wanted) - set(kinds):
        parser.error(f"there is no {', '.join(unknown)}")
    if "deb" in wanted and not {"DEBFULLNAME", "DEBEMAIL"} <= os.environ.keys():
        parser.error("a Debian package names who made it: set DEBFULLNAME and DEBEMAIL")
    OUT.mkdir(parents=True, exist_ok=True)
    triple = prepare()
    built = program(triple)
    beside = files(built, triple)
    if "archive" in wanted:
        archive(built, triple, beside)
    if "deb" in wanted:
        deb(built, beside)
    if "wheel" in wanted:
        wheel(triple, beside)
    for file in sorted(OUT.iterdir()):
        print(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}")


if __name__ == "__main__":
    main()
