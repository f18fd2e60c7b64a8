"""C++ is laid out as .clang-format says, by clang-format 14 (other versions differ)."""

import re
import shutil
import subprocess
from pathlib import Path

from sources import CPP, Finding, sources

COMPLAINT = re.compile(r"^(.*?):(\d+):\d+: error: ", re.MULTILINE)


def layout(root: Path) -> list[Finding]:
    """One finding per badly laid out file, at its first bad line."""
    program = shutil.which("clang-format-14")
    if program is None:
        return [Finding(".clang-format", 1, "no clang-format-14 here; scripts/setup installs it")]
    files = [str(root / source.path) for source in sources(root, *CPP)]
    if not files:
        return []
    style = f"--style=file:{root / '.clang-format'}"
    result = subprocess.run([program, "--dry-run", "-Werror", style, *files],
                            capture_output=True, text=True, check=False)
    first: dict[str, int] = {}
    for path, line in COMPLAINT.findall(result.stderr):
        first.setdefault(Path(path).relative_to(root).as_posix(), int(line))
    findings = [Finding(path, line, "is not laid out as .clang-format says; run scripts/format")
                for path, line in first.items()]
    if result.returncode != 0 and not findings:
        findings.append(Finding(".clang-format", 1, result.stderr.strip()))
    return findings
