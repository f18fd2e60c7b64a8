"""Every rule of docs/protocol.md has a test that carries its id; every id in a test is a rule."""

import re
from pathlib import Path

from sources import Finding, sources

PROTOCOL = "docs/protocol.md"

# A rule is a line that begins with its id in bold: **RT4** A reader that …
RULE = re.compile(r"^\*\*([A-Z]{2}\d+)\*\*", re.MULTILINE)

# One or several ids at the start of a test's name.
IN_CPP = re.compile(r"\b(?:TYPED_)?TEST(?:_F|_P)?\s*\(\s*\w+\s*,\s*((?:[A-Z]{2}\d+)+)")
IN_TYPESCRIPT = re.compile(r"\b(?:it|test)(?:\.\w+)*\s*\(\s*['\"`]((?:\[[A-Z]{2}\d+\]\s*)+)")
IN_PYTHON = re.compile(r"\bdef test_((?:[A-Z]{2}\d+_)+)")
NAMES = {".cc": IN_CPP, ".h": IN_CPP, ".py": IN_PYTHON, ".ts": IN_TYPESCRIPT, ".mjs": IN_TYPESCRIPT}
ID = re.compile(r"[A-Z]{2}\d+")


def rules(root: Path) -> list[Finding]:
    """Rules without a test, ids without a rule, and ids given twice."""
    path = root / PROTOCOL
    if not path.exists():
        return [Finding(PROTOCOL, 1, "is missing; it numbers the behaviours that others rely on")]
    text = path.read_text(encoding="utf-8")
    findings, known = [], {}
    for match in RULE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if match[1] in known:
            findings.append(Finding(PROTOCOL, line, (
                f"{match[1]} is already the rule of line {known[match[1]]}; choose a new id")))
        known.setdefault(match[1], line)

    tested = set()
    for where, line, rule in ids_in_tests(root):
        tested.add(rule)
        if rule not in known:
            findings.append(Finding(where, line, (
                f"{rule} is no rule of {PROTOCOL}; write the rule, or mend the test's name")))
    findings.extend(
        Finding(PROTOCOL, line, (
            f"{rule} has no test; name one after it, such as TEST(Subject, {rule}Does…)"))
        for rule, line in known.items()
        if rule not in tested
    )
    return findings


def ids_in_tests(root: Path):
    """Path, line and id of every rule id that a test's name carries."""
    for source in sources(root, *NAMES):
        if source.path.startswith("tests/tidy/"):
            continue
        for match in NAMES[source.suffix].finditer(source.text):
            for rule in ID.findall(match[1]):
                yield source.path, source.line_of(match.start()), rule
