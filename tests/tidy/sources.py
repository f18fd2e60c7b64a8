"""Our own files: which there are, and their text without comments and literals."""

import os
import re
from pathlib import Path
from typing import Iterator, NamedTuple

FOLDERS = ("proto", "server", "clients", "loadtest", "tests", "scripts", "cmake")
NOT_OURS = {"node_modules", "dist", "gen", "build", "__pycache__", ".tools"}
CPP = (".cc", ".h")


class Finding(NamedTuple):
    """One thing to mend: where it is and how."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class Source(NamedTuple):
    """One file of ours; `path` counts from the root of the repository, with slashes."""

    path: str
    text: str

    @property
    def suffix(self) -> str:
        return Path(self.path).suffix

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    def line_of(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1

    def code(self) -> str:
        """The text with comments and literals blanked out, every line in its place."""
        return BLANKED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), self.text)


# Raw strings, comments, strings and characters of C++ and TypeScript. The quote of a C++ number
# such as 1'000 is no character.
BLANKED = re.compile(
    r'R"(?P<delimiter>[^()\s\\]{0,16})\(.*?\)(?P=delimiter)"'
    r"|//[^\n]*"
    r"|/\*.*?\*/"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])*'",
    re.DOTALL,
)


def sources(root: Path, *suffixes: str) -> Iterator[Source]:
    """Our files below `root` with one of `suffixes` (all when none is given), in order."""
    for folder in FOLDERS:
        for place, folders, names in os.walk(root / folder):
            folders[:] = sorted(name for name in folders if name not in NOT_OURS)
            for name in sorted(names):
                if not suffixes or name.endswith(suffixes):
                    path = Path(place, name)
                    try:
                        text = path.read_text(encoding="utf-8")
                    except UnicodeDecodeError:
                        continue  # A picture or recorded bytes.
                    yield Source(path.relative_to(root).as_posix(), text)
