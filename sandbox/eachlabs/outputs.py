"""What stands in `output` after a success: nearly always a URL, sometimes something else."""

import json
from dataclasses import dataclass
from typing import Any, Final

from sandbox.eachlabs.faults import FaultKind, Faults, FaultSwitch

PRIVATE_URL: Final = "http://169.254.169.254/uploads/clip.mp4"
# The reserved top-level name never resolves.
NO_SUCH_HOST_URL: Final = "https://clips.invalid/uploads/clip.mp4"

SHAPE_FAULTS: Final = (
    FaultKind.OUTPUT_MISSING,
    FaultKind.OUTPUT_EMPTY,
    FaultKind.OUTPUT_LIST,
    FaultKind.OUTPUT_OBJECT,
    FaultKind.OUTPUT_JSON_TEXT,
    FaultKind.OUTPUT_PRIVATE_ADDRESS,
    FaultKind.OUTPUT_NO_SUCH_HOST,
)
FILE_FAULTS: Final = (
    FaultKind.FILE_NOT_MP4,
    FaultKind.FILE_CUT_SHORT,
    FaultKind.FILE_LATE,
    FaultKind.FILE_GONE,
    FaultKind.FILE_HUGE,
    FaultKind.FILE_REDIRECTED,
    FaultKind.FILE_SLOW,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Output:
    """`file_fault` is what a download of it will meet."""

    value: Any
    file_fault: FaultSwitch | None


def draw_output(url: str, *, faults: Faults) -> Output:
    """Decided once, at the end of a prediction: later polls all see the same."""
    shape = faults.strike(*SHAPE_FAULTS)
    return Output(
        value=_shaped(url, shape.kind if shape else None),
        file_fault=faults.strike(*FILE_FAULTS),
    )


def _shaped(url: str, kind: FaultKind | None) -> Any:
    shapes: dict[FaultKind, Any] = {
        FaultKind.OUTPUT_MISSING: None,
        FaultKind.OUTPUT_EMPTY: "",
        FaultKind.OUTPUT_LIST: [url],
        FaultKind.OUTPUT_OBJECT: {"url": url},
        FaultKind.OUTPUT_JSON_TEXT: json.dumps({"video": {"url": url}}),
        FaultKind.OUTPUT_PRIVATE_ADDRESS: PRIVATE_URL,
        FaultKind.OUTPUT_NO_SUCH_HOST: NO_SUCH_HOST_URL,
    }
    return url if kind is None else shapes[kind]
