"""Habits that the compiler does not check: coroutines, sleeping, length, first lines, marks."""

import re
from pathlib import Path

from sources import CPP, Finding, sources

LINES_MAX = 300
MEASURED = (*CPP, ".ts", ".svelte", ".proto")

LAMBDA = re.compile(r"\[(?!\[)\s*[&=\w*][^\]]*\]\s*(?:[({<]|mutable\b|->)")
SLEEP = re.compile(r"\b(sleep_for|sleep_until|usleep|nanosleep|sleep|waitForTimeout)\s*\(")
MARK = re.compile(r"\b(TODO|FIXME|XXX)\b")
# The words of the first line's comment, after a #! line, by kind of file.
OPENING = {
    "//": re.compile(r"\A(?://|/\*\*?)[ \t]*(.*)"),
    "#": re.compile(r"\A(?:#!.*\n)?#(?!!)[ \t]*(.*)"),
    '"""': re.compile(r'\A(?:#!.*\n)?(?:"""|#(?!!))[ \t]*(.*)'),
    "<!--": re.compile(r"\A<!--[ \t]*(.*)"),
}


def coroutines(root: Path) -> list[Finding]:
    """No lambda with captures inside a co_await expression: g++ 12 frees the captures twice."""
    findings = []
    for source in sources(root, *CPP):
        code = source.code()
        for start in re.finditer(r"\bco_await\b", code):
            expression = code[start.end() : end_of_expression(code, start.end())]
            for match in LAMBDA.finditer(expression):
                before = expression[: match.start()].rstrip()
                if before and (before[-1].isalnum() or before[-1] in "_)]"):
                    continue  # A subscript, not a lambda.
                findings.append(Finding(source.path, source.line_of(start.end() + match.start()), (
                    "a lambda with captures inside a co_await expression; make it a named function "
                    "that takes its data by value, and build the awaitable in a statement before")))
    return findings


def end_of_expression(code: str, start: int) -> int:
    """Where the expression that begins at `start` ends: its semicolon or its closing bracket."""
    depth = 0
    for offset in range(start, len(code)):
        if code[offset] in "([{":
            depth += 1
        elif code[offset] in ")]}":
            depth -= 1
        if depth < 0 or (depth == 0 and code[offset] == ";"):
            return offset
    return len(code)


def sleeps(root: Path) -> list[Finding]:
    """No test sleeps."""
    findings = []
    for source in sources(root, *CPP, ".ts", ".mjs", ".py"):
        in_tests = source.path.startswith(("tests/", "clients/web/tests/"))
        if source.path.startswith("tests/tidy/") or not (in_tests or ".test." in source.path):
            continue
        for match in SLEEP.finditer(source.code()):
            findings.append(Finding(source.path, source.line_of(match.start()), (
                f"{match[1]}() in a test; move the test's clock, or wait for the event itself")))
    return findings


def length(root: Path) -> list[Finding]:
    """A file has one subject."""
    return [
        Finding(source.path, LINES_MAX + 1, (
            f"{len(source.lines)} lines, more than {LINES_MAX}; give the second subject its file"))
        for source in sources(root, *MEASURED)
        if len(source.lines) > LINES_MAX
    ]


def first_line(root: Path) -> list[Finding]:
    """The first line places the file."""
    findings = []
    for source in sources(root):
        sign = sign_of(source.path)
        if sign is None:
            continue
        opening = OPENING[sign].match(source.text)
        if not opening or not opening[1].strip(' *'):
            findings.append(Finding(source.path, 1, (
                f"the first line does not say what the file is; begin with {sign} and a sentence")))
    return findings


def sign_of(path: str) -> str | None:
    """How a file of this name begins a comment; None for files that need none."""
    name = path.rsplit("/", 1)[-1]
    if name.endswith((*CPP, ".ts", ".mjs", ".proto")):
        return "//"
    if name.endswith(".svelte"):
        return "<!--"
    if name.endswith(".py"):
        return '"""'
    is_script = path.startswith("scripts/") and "." not in name
    if is_script or name == "CMakeLists.txt" or name.endswith(".cmake"):
        return "#"
    return None


def marks(root: Path) -> list[Finding]:
    """No unfinished marks."""
    return [
        Finding(source.path, source.line_of(match.start()),
                f"{match[1]}; do it now, or describe the limit in plain words")
        for source in sources(root)
        if not source.path.startswith("tests/tidy/")
        for match in MARK.finditer(source.text)
    ]


def lock(root: Path) -> list[Finding]:
    """The lock file names no registry: it pins by version and hash, wherever packages come from."""
    path = root / "clients/web/package-lock.json"
    if not path.exists():
        return []
    return [
        Finding("clients/web/package-lock.json", number, (
            "names a host; keep omit-lockfile-registry-resolved=true in .npmrc and "
            "make the lock file again"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if '"resolved"' in line
    ]
