"""Puts the latest results into `docs/performance.md`, between marks that name the benchmark.

A document that is written by hand says what was measured once; here it says what the files say.
"""

import json
import re
from pathlib import Path
from typing import Any, Final

from bench.report import RESULTS, ROOT, Figure, cells

DOCUMENT: Final = ROOT / "docs" / "performance.md"
_MARKED: Final = re.compile(
    r"(?P<begin><!-- figures: (?P<name>[a-z-]+) -->\n).*?(?P<end><!-- end of figures -->)",
    re.DOTALL,
)
_HEADING: Final = "| figure | value | reference | ratio | goal | |\n|---|---:|---:|---:|---:|---|\n"


def documented(text: str, *, results: Path) -> str:
    """Return the text with every marked table as the results have it.

    Raises FileNotFoundError for a mark without a result.
    """

    def fill(found: re.Match[str]) -> str:
        path = results / f"{found['name']}.json"
        record = json.loads(path.read_text(encoding="utf-8"))
        return f"{found['begin']}{_table(record)}{found['end']}"

    return _MARKED.sub(fill, text)


def marked_names(text: str) -> set[str]:
    return {found["name"] for found in _MARKED.finditer(text)}


def _table(record: dict[str, Any]) -> str:
    rows = "".join(f"| {' | '.join(cells(_figure(row)))} |\n" for row in record["figures"])
    return f"\n{_HEADING}{rows}\n{_machine(record)}\n\n"


def _figure(row: dict[str, Any]) -> Figure:
    return Figure(**{name: row[name] for name in Figure.__dataclass_fields__})


def _machine(record: dict[str, Any]) -> str:
    machine = record["machine"]
    return (
        f"Measured on {record['date']}: {machine['cores']} cores of {machine['cpu']}, "
        f"{machine['memory_gib']} GiB, {machine['os']}, Python {machine['python']}."
    )


def main() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(documented(text, results=RESULTS), encoding="utf-8")


if __name__ == "__main__":
    main()
