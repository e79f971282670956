"""A moderator asks for figures, the log and its changes; the picture is drawn, all by wire."""

import io
from pathlib import Path

from PIL import Image

from bot.domain.job import JobStatus
from tests.support.stage import Stage

MODERATOR = "Ada"


async def run(stage: Stage, command: str, **options: str):
    """Return the answer, once the work for it is done."""
    begun = await stage.world.run_command(command, options, **stage.where(MODERATOR))
    settled = await stage.world.settled(int(begun["id"]))

    def done():
        found = stage.answer(settled, MODERATOR)
        return found if found["attachments"] or command == "usage audit" else None

    return await stage.world.until(done, timeout_s=30)


def bytes_of(stage: Stage, message) -> bytes:
    (attachment,) = message["attachments"]
    stored = stage.world.attachment(int(attachment["id"]))
    assert stored is not None
    return Path(stored.path).read_bytes()


async def test_figures_come_with_a_picture_and_the_log_as_a_file(stage):
    await stage.video("a fox in the snow")
    await stage.until_status(JobStatus.DELIVERED)

    figures = await run(stage, "usage stats", period="day")
    assert "Requests: 1** · Delivered: 1" in figures["content"]
    picture = Image.open(io.BytesIO(bytes_of(stage, figures)))
    assert (picture.format, picture.size) == ("PNG", (1000, 1250))

    exported = await run(stage, "usage export", format="jsonl")
    assert b'"prompt": "a fox in the snow"' in bytes_of(stage, exported)

    changes = await run(stage, "usage audit")
    assert changes["content"].endswith("exported the log from its beginning: one request as jsonl")

    media = Path(stage.sandbox.settings.media_dir)
    assert list((media / "exports").iterdir()) == []
    assert all(file.name.startswith("fontlist") for file in (media / "charts").iterdir())
