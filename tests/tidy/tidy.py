#!/usr/bin/env python3
"""Runs checks of the source itself: `tidy.py CHECK…`, all of them when none is named."""

import argparse
import sys
from pathlib import Path

from arrows import arrows, libraries
from habits import coroutines, first_line, length, lock, marks, sleeps
from layout import layout
from rules import rules

CHECKS = {
    check.__name__: check
    for check in (
        arrows, libraries, coroutines, sleeps, length, first_line, marks, lock, layout, rules,
    )
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checks", nargs="*", metavar="CHECK", help=f"one of {', '.join(CHECKS)}")
    parser.add_argument("--root", type=Path, default=Path(__file__).parents[2])
    arguments = parser.parse_args()
    unknown = [name for name in arguments.checks if name not in CHECKS]
    if unknown:
        parser.error(f"no check is called {unknown[0]}; there are {', '.join(CHECKS)}")

    findings = [
        finding
        for name in arguments.checks or CHECKS
        for finding in CHECKS[name](arguments.root.resolve())
    ]
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
