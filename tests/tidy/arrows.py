"""Who may include whom: the arrows of the design, and where the big libraries may be seen."""

import re
from pathlib import Path

from sources import CPP, Finding, Source, sources

BASE = ["server/base", "proto"]
CORE = ["server/core", *BASE]

# Each folder and the folders whose headers it may include besides its own. Generated contract
# headers (rebond/v1/*.pb.h) count as proto.
MAY_INCLUDE = {
    "server/base": [],
    "server/core": BASE,
    "server/method": CORE,
    "server/trace": CORE,
    "server/live": CORE,
    "server/store": ["server/live", *CORE],
    "server/net": ["server/live", *CORE],
    "server/operate": ["server/store", "server/live", *CORE],
    "clients/cpp": CORE,
    "clients/cli": ["clients/cpp", "server/trace", "server/method", *CORE],
    "loadtest": ["clients/cpp", *CORE],
}

# A test may include what the folder that it mirrors may, and other tests. A test folder that is
# not listed here (simulation, crash, …) looks at the whole.
MIRRORS = {
    "tests/base": ["server/base"],
    "tests/core": ["server/core"],
    "tests/method": ["server/method"],
    "tests/trace": ["server/trace"],
    # The live café runs on the journal in memory, which is live's own interface.
    "tests/live": ["server/live", "server/store"],
    "tests/store": ["server/store"],
    "tests/net": ["server/net", "server/store", "clients/cpp"],
    "tests/clients": ["clients/cpp"],
    "tests/cli": ["clients/cli"],
    "tests/loadtest": ["loadtest"],
}

# A library and the folders that may include it.
MAY_USE = {
    "boost/beast": ["server/net", "clients/cpp", "loadtest",
                    "tests/net", "tests/clients", "tests/loadtest", "tests/end_to_end", "tests/fuzz"],
    "rocksdb": ["server/store", "tests/store", "tests/crash"],
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.MULTILINE)


def arrows(root: Path) -> list[Finding]:
    """Every quoted include follows an arrow of the design."""
    findings = []
    for source in sources(root, *CPP):
        here = folder_of(source.path)
        allowed = allowed_from(here)
        for line, quote, path in includes(source):
            if quote == "<":
                continue
            there = folder_of(target_of(path))
            if there is None:
                findings.append(Finding(source.path, line, (
                    f'"{path}" is no path from the root of server/ or of the repository; '
                    "write it from there, or use <> for a library")))
            elif allowed is not None and there not in allowed and not there.startswith("tests"):
                findings.append(Finding(source.path, line, (
                    f"{here} may not include {there}; it may include "
                    f"{', '.join(sorted(allowed))}. Pass what you need in, or move the code")))
            elif there.startswith("tests") and not source.path.startswith("tests/"):
                findings.append(Finding(source.path, line, "the product may not include its tests"))
    return findings


def libraries(root: Path) -> list[Finding]:
    """Beast and RocksDB are seen only behind their edges."""
    findings = []
    for source in sources(root, *CPP):
        for line, _, path in includes(source):
            for library, folders in MAY_USE.items():
                inside = path == library + ".hpp" or path.startswith(library + "/")
                if inside and not source.path.startswith(tuple(f + "/" for f in folders)):
                    findings.append(Finding(source.path, line, (
                        f"{library} belongs to {', '.join(folders)}; "
                        "use the plain interface of that folder")))
    return findings


def includes(source: Source):
    """Line, opening quote and path of each #include."""
    for match in INCLUDE.finditer(source.text):
        yield source.line_of(match.start(2)), match[1], match[2]


def target_of(path: str) -> str:
    """The place in the repository that an include's path means."""
    if path.startswith("rebond/v1/"):
        return "proto/" + path
    if f"server/{path.split('/')[0]}" in MAY_INCLUDE and "/" in path:
        return "server/" + path
    return path


def folder_of(path: str) -> str | None:
    """The folder of the tables in which `path` lies; server/main.cc is a folder of its own."""
    if path.startswith("tests/"):
        return "/".join(path.split("/")[:2])
    known = [folder for folder in (*MAY_INCLUDE, "proto") if path.startswith(folder + "/")]
    return known[0] if known else None


def allowed_from(folder: str | None) -> set[str] | None:
    """The folders that `folder` may include; None means all of them."""
    if folder in MAY_INCLUDE:
        return {folder, *MAY_INCLUDE[folder]}
    if folder in MIRRORS:
        mirrored = MIRRORS[folder]
        return {*mirrored, *(below for name in mirrored for below in MAY_INCLUDE[name])}
    return None
