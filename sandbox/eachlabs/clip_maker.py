"""Real H.264 clips, since a player, a browser and a download check all look inside the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

import av

from sandbox.eachlabs.scene import Scene

FRAMES_PER_SECOND: Final = 24
# A quarter of the real 720p area: a five-second clip is encoded in well under a second.
FRAME_SIZES: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {"16:9": (640, 360), "9:16": (360, 640), "1:1": (480, 480)}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ClipPlan:
    """What decides a clip's content: the same plan gives the same clip."""

    prompt: str
    duration_s: int
    aspect_ratio: str


def make_clip(plan: ClipPlan, path: Path) -> None:
    """Write the clip under its final name only when it is whole."""
    size = FRAME_SIZES[plan.aspect_ratio]
    scene = Scene(
        prompt=plan.prompt,
        size=size,
        duration_s=plan.duration_s,
        label=f"Sandbox clip · {plan.duration_s} s · {plan.aspect_ratio}",
    )
    unfinished = path.with_suffix(".part")
    with av.open(
        str(unfinished), "w", format="mp4", options={"movflags": "+faststart"}
    ) as container:
        stream = container.add_stream(
            "libx264",
            rate=FRAMES_PER_SECOND,
            options={"preset": "ultrafast", "tune": "animation", "crf": "24", "threads": "1"},
        )
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        for number in range(plan.duration_s * FRAMES_PER_SECOND):
            picture = scene.frame(number / FRAMES_PER_SECOND)
            frame = av.VideoFrame.from_image(picture)  # type: ignore[no-untyped-call]  # PyAV's gap
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    unfinished.replace(path)
