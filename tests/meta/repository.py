"""What stands in the repository, for the tests that hold its rules."""

import ast
import re
import subprocess
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PRODUCT = ("bot", "cogs", "sandbox")

# `code`, and the lines of blocks, fenced or indented.
_FENCED = re.compile(r"^```[a-z]*\n(.*?)^```", re.DOTALL | re.MULTILINE)
_INDENTED = re.compile(r"^ {4,}(\S.*)$", re.MULTILINE)
_INLINE = re.compile(r"`([^`\n]+)`")


@lru_cache
def tracked_files():
    """Everything under version control that still stands; skipped where there is no checkout."""
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout: nothing tells what belongs to the repository")
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


def tracked_texts():
    """Yield (path in the repository, text) of every tracked text file."""
    for path in tracked_files():
        try:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def python_files(*folders):
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def syntax_trees(*folders):
    """Yield (path in the repository, syntax tree) of every Python file."""
    for path in python_files(*folders):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def documents():
    """Every page a person reads."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def document(name):
    return (ROOT / name).read_text(encoding="utf-8")


def code_pieces(text):
    """Yield what a document shows as code: each inline piece, and each line of a block."""
    for block in _FENCED.findall(text):
        yield from (line.strip() for line in block.splitlines())
    outside = _FENCED.sub("", text)
    yield from _INDENTED.findall(outside)
    yield from _INLINE.findall(outside)


def section(text, heading):
    """The lines under a heading, up to the next one of its rank or above."""
    rank = len(heading) - len(heading.lstrip("#"))
    body = text.split(f"\n{heading}\n", 1)[1]
    return re.split(rf"^#{{1,{rank}}} ", body, maxsplit=1, flags=re.MULTILINE)[0]


def table_rows(text):
    """Yield the cells of every row of the tables in a text, without their heads."""
    rows = [line for line in text.splitlines() if line.startswith("|")]
    for row, below in zip(rows, [*rows[1:], ""], strict=True):
        is_rule, is_head = set(row) <= set("|-: "), "---" in below
        if not is_rule and not is_head:
            yield [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]


def words_in(cell):
    """The `code` words of one cell."""
    return _INLINE.findall(cell)
