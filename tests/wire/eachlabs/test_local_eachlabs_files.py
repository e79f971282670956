"""The outputs: real clips, whole files, ranges, and everything a download may meet."""

import asyncio
import io

import aiohttp
import av
import pytest

from sandbox.eachlabs import FaultKind, make_clip


async def finished_url(caller, clock, **model_input):
    prediction_id = await caller.created_id(**model_input)
    clock.pass_s(100)
    return (await caller.poll(prediction_id))["output"]


async def download(caller, url, **more):
    async with caller.session.get(url, **more) as response:
        return response.status, dict(response.headers), await response.read()


@pytest.mark.parametrize(
    ("aspect_ratio", "duration", "size"),
    [("16:9", 5, (640, 360)), ("9:16", 10, (360, 640)), ("1:1", 5, (480, 480))],
)
async def test_the_clip_is_a_real_film_of_the_right_shape_and_length(
    opened, clock, aspect_ratio, duration, size
):
    async with opened(make_clip=make_clip) as caller:
        url = await finished_url(caller, clock, aspect_ratio=aspect_ratio, duration=duration)
        status, headers, content = await download(caller, url)

    assert (200, "video/mp4", str(len(content))) == (
        status,
        headers["Content-Type"],
        headers["Content-Length"],
    )
    with av.open(io.BytesIO(content)) as film:
        (stream,) = film.streams
        frames = sum(1 for _ in film.decode(stream))
        assert (stream.codec_context.name, stream.pix_fmt) == ("h264", "yuv420p")
        assert size == (stream.width, stream.height)
        assert (duration * 24, duration) == (frames, film.duration / av.time_base)


async def test_a_file_can_be_read_in_ranges_and_asked_for_its_length(caller, clock, small_file):
    url = await finished_url(caller, clock)
    part = await download(caller, url, headers={"Range": "bytes=4-11"})
    async with caller.session.head(url) as response:
        announced = response.headers["Content-Length"]

    assert (206, f"bytes 4-11/{len(small_file)}", b"ftypisom") == (
        part[0],
        part[1]["Content-Range"],
        part[2],
    )
    assert str(len(small_file)) == announced


async def test_there_is_no_file_before_the_end_nor_after_a_cancel(caller):
    running = await caller.created_id()
    cancelled = await caller.created_id()
    await caller.cancel(cancelled)

    for name in (running, cancelled, "unknown"):
        url = f"{caller.eachlabs.base_url}/uploads/{name}.mp4"
        assert (await download(caller, url))[0] == 404


async def test_a_download_waits_for_a_clip_that_is_still_being_made(opened, clock, small_file):
    may_finish = asyncio.Event()
    loop = asyncio.get_running_loop()

    def slow_maker(_plan, path):
        asyncio.run_coroutine_threadsafe(may_finish.wait(), loop).result(timeout=5)
        path.write_bytes(small_file)

    async with opened(make_clip=slow_maker) as caller:
        url = await finished_url(caller, clock)
        waiting = asyncio.create_task(download(caller, url))
        await asyncio.sleep(0.02)
        early = waiting.done()
        may_finish.set()

        assert (False, small_file) == (early, (await waiting)[2])


async def test_clips_stay_in_the_directory_that_was_handed_in(opened, clock, tmp_path):
    async with opened(clip_directory=tmp_path) as caller:
        url = await finished_url(caller, clock)
        await download(caller, url)

    assert [url.rpartition("/")[2]] == [path.name for path in tmp_path.iterdir()]


async def test_a_web_page_may_stand_where_the_clip_should_be(caller, clock):
    caller.eachlabs.faults.switch_on(FaultKind.FILE_NOT_MP4)
    status, headers, content = await download(caller, await finished_url(caller, clock))

    assert (status, content.startswith(b"<!doctype html>")) == (200, True)
    assert headers["Content-Type"].startswith("text/html")


async def test_a_file_may_end_half_way(caller, clock, small_file):
    caller.eachlabs.faults.switch_on(FaultKind.FILE_CUT_SHORT)
    url = await finished_url(caller, clock)
    async with caller.session.get(url) as response:
        received = await response.content.readexactly(len(small_file) // 2)
        with pytest.raises(aiohttp.ClientPayloadError):
            await response.content.read()

    assert len(small_file) == int(response.headers["Content-Length"])
    assert small_file[: len(small_file) // 2] == received


async def test_a_file_may_not_be_there_at_first(caller, clock, small_file):
    caller.eachlabs.faults.switch_on(FaultKind.FILE_LATE, amount=2)
    url = await finished_url(caller, clock)
    answers = [await download(caller, url) for _ in range(3)]

    assert [status for status, _, _ in answers] == [404, 404, 200]
    assert small_file == answers[-1][2]


async def test_a_file_may_never_be_there(caller, clock):
    caller.eachlabs.faults.switch_on(FaultKind.FILE_GONE)
    url = await finished_url(caller, clock)

    assert [(await download(caller, url))[0] for _ in range(2)] == [404, 404]


async def test_a_file_may_be_redirected(caller, clock, small_file):
    caller.eachlabs.faults.switch_on(FaultKind.FILE_REDIRECTED, amount=3)
    url = await finished_url(caller, clock)
    async with caller.session.get(url) as response:
        hops = [hop.status for hop in response.history]
        content = await response.read()

    assert ([302, 302, 302], small_file) == (hops, content)


async def test_a_file_may_arrive_slowly(caller, clock, small_file):
    caller.eachlabs.faults.switch_on(FaultKind.FILE_SLOW, amount=0.1)
    url = await finished_url(caller, clock)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(download(caller, url), timeout=0.05)

    assert small_file == (await download(caller, url))[2]


async def test_a_huge_file_still_plays(opened, clock):
    async with opened(make_clip=make_clip) as caller:
        caller.eachlabs.faults.switch_on(FaultKind.FILE_HUGE, amount=12)
        url = await finished_url(caller, clock)
        _, headers, content = await download(caller, url)

    assert (str(12 * 1024 * 1024), 12 * 1024 * 1024) == (headers["Content-Length"], len(content))
    with av.open(io.BytesIO(content)) as film:
        assert film.duration / av.time_base == 5
