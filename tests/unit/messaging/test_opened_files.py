"""What goes along with a message is opened without holding up anything."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.messaging.rest import Upload, opened_files


@pytest.fixture
async def no_free_thread():
    """Every thread for slow work is taken, as on a machine that is busy."""
    freed = threading.Event()
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=1) as executor:
        loop.set_default_executor(executor)
        taken = loop.run_in_executor(None, freed.wait)
        yield freed
        freed.set()
        await taken


@pytest.mark.usefixtures("no_free_thread")
async def test_a_text_goes_along_without_waiting_for_a_thread():
    async with asyncio.timeout(5):
        async with opened_files([Upload(name="report.txt", source="wörd")]) as files:
            read = files[0].fp.read()

    assert (files[0].filename, read.decode()) == ("report.txt", "wörd")


async def test_a_file_waits_for_one(tmp_path, no_free_thread):
    path = tmp_path / "clip.mp4"
    path.write_bytes(b"a clip")

    async def read():
        async with opened_files([Upload(name="clip.mp4", source=path)]) as files:
            content = files[0].fp.read()
            files[0].close()  # as discord.py does when it has sent it
            return content

    reading = asyncio.create_task(read())
    await asyncio.sleep(0)
    assert not reading.done()
    no_free_thread.set()

    assert await reading == b"a clip"
