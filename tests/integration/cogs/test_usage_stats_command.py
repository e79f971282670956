"""`/usage stats`: a server's own figures, for its moderators alone, with a picture."""

import discord
import pytest

from bot.domain.errors import StorageUnavailableError
from tests.integration.cogs.conftest import Town

# What cannot be read is an error until the command tree has made a sentence of it.
pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)


async def stats(town, *, who="mod", **options):
    # The clock stands still by itself, and figures end before the moment they are asked for.
    await town.env.advance_time(1)
    answer = await getattr(town, who).slash(town.channel, "usage stats", **options)
    assert answer.response.ephemeral
    return answer.response


class TestModerators:
    async def test_the_figures_come_in_words_and_in_a_picture(self, house, town, accepted):
        job = await accepted()
        sent = await house.messenger.send_to_channel(house.result(job))
        await house.delivered(job, sent, finished_at=house.clock.now())
        await accepted()

        answer = await stats(town)

        assert "**Requests: 2** · Delivered: 1 · Under way: 1" in answer.content
        assert f"Most clips: <@{town.alice.id}> 1 ($2.80)" in answer.content
        (picture,) = answer.attachments
        assert picture.filename == "usage.png"
        assert "Requests: 2" in picture.description
        assert len(house.painter.asked) == 1

    async def test_nothing_asked_for_needs_no_picture(self, house, town):
        answer = await stats(town, period="month")

        assert answer.content.startswith("Nothing was asked for between <t:")
        assert answer.attachments == []
        assert house.painter.asked == []

    async def test_without_a_picture_the_figures_still_come(self, house, town, accepted):
        await accepted()
        house.painter.is_broken = True

        answer = await stats(town)

        assert "**Requests: 1**" in answer.content
        assert answer.content.endswith("the figures are complete without them.")
        assert answer.attachments == []

    async def test_an_undecided_report_is_counted_with_its_case(self, house, town, accepted):
        job = await accepted()
        sent = await house.messenger.send_to_channel(house.result(job))
        await house.delivered(job, sent, finished_at=house.clock.now())
        opened = await town.bob.click(town.message(sent.message_id), label="Report")
        await town.bob.submit_modal(opened, {"text": "That is my face"})

        assert f"One report waits for a decision: case #{job.id}" in (await stats(town)).content

    async def test_blocks_and_a_pause_are_told(self, town):
        await town.mod.slash(town.channel, "video-mod block", member=town.bob)
        await town.mod.slash(town.channel, "video-mod pause")

        lines = (await stats(town)).content.splitlines()

        assert lines[-2] == "One member is blocked."
        assert lines[-1].startswith("This server has been paused since <t:")

    async def test_a_range_ends_with_its_last_day(self, town, env, accepted):
        await accepted()
        await env.advance_time(2 * 86_400)

        only_that_day = await stats(town, since="2026-01-01", until="2026-01-01")
        the_next = await stats(town, since="2026-01-02")

        assert "**Requests: 1**" in only_that_day.content
        assert the_next.content.startswith("Nothing was asked for")

    @pytest.mark.parametrize(
        ("options", "begin"),
        [
            ({"since": "yesterday"}, "This cannot be read as a time (yesterday)."),
            ({"since": "**@everyone**"}, "This cannot be read as a time (\\*\\*@"),
            ({"since": "3d", "until": "4d"}, "The end lies before the beginning."),
            ({"since": "2030-01-01"}, "That time has not come yet."),
        ],
    )
    async def test_what_cannot_be_read_is_explained_with_an_example(self, town, options, begin):
        answer = await stats(town, **options)

        assert answer.content.startswith(begin)
        assert "`" in answer.content

    async def test_a_log_that_is_away_is_said(self, house, town, monkeypatch):
        async def away(*_args, **_more):
            raise StorageUnavailableError

        monkeypatch.setattr(type(house.log), "stats", away)

        assert "cannot be reached" in (await stats(town)).content


class TestOthers:
    async def test_another_servers_attempts_are_never_counted(self, env, accepted):
        await accepted()
        elsewhere = Town(env)

        answer = await stats(elsewhere)

        assert answer.content.startswith("Nothing was asked for")

    @pytest.mark.parametrize("who", ["alice", "bob"])
    async def test_members_are_not_offered_it(self, town, who):
        with pytest.raises(Exception, match="permission"):
            await stats(town, who=who)

    async def test_discord_offers_it_to_moderators_in_servers_only(self, env):
        (registered,) = [each for each in env.http_requests if each.method == "PUT"]
        (payload,) = [each for each in registered.json if each["name"] == "usage"]

        wanted = discord.Permissions(manage_messages=True).value
        assert int(payload["default_member_permissions"]) == wanted
        assert payload["contexts"] == [0]
