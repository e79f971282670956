"""`/video-mod settings`: moderators see all that is set, and set it in forms that lose nothing."""

import asyncio
from dataclasses import replace
from decimal import Decimal
from typing import Any

import discord
import pytest

from bot.domain.audit import AuditAction
from bot.domain.guild_settings import Allowance, GuildSettings, PrivateUse
from bot.domain.ids import ChannelId, GuildId, RoleId, UserId
from bot.domain.option_defaults import DefaultsPlace, OptionValues
from bot.services.guild_settings import GuildSettingsService
from tests.integration.cogs.conftest import PROMPT

# A refusal is an error until the command tree has made a sentence of it.
pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)

LIMITS = ("jobs_per_day", "jobs_per_month", "usd_per_day", "usd_per_month")


async def shown(town, who="mod", channel=None):
    answer = await getattr(town, who).slash(channel or town.channel, "video-mod settings")
    assert answer.response.ephemeral
    return answer.response


async def submit(actor, opened, **typed):
    return await actor.submit_modal(opened, typed)


async def opened_by(actor, town, *, label):
    answer = await actor.slash(town.channel, "video-mod settings")
    return await actor.click(answer.response, label=label)


def filled_in(opened):
    """What stands in a form's fields, and what is chosen in its menus."""
    found = {}
    for label in opened.modal["components"]:
        field = label.get("component")
        if field is None:
            continue
        options = field.get("options", ())
        chosen = [option["value"] for option in options if option.get("default")]
        found[field["custom_id"]] = chosen[0] if options else field.get("value", "")
    return found


@pytest.fixture
def settings_now(house, town):
    async def read() -> GuildSettings:
        return await house.stores.guild_settings.of(GuildId(town.guild.id))

    return read


@pytest.fixture
def recorded(house, town):
    async def read() -> list[Any]:
        return list(await house.stores.audit.page(GuildId(town.guild.id), before=None, rows=20))

    return read


@pytest.fixture
def defaults_at(house, town):
    async def read(channel_id=None) -> OptionValues:
        place = DefaultsPlace(guild_id=GuildId(town.guild.id), channel_id=channel_id)
        (values,) = await house.stores.defaults.of(place.owner)
        return values

    return read


class TestFeed:
    async def test_the_feed_stands_among_the_settings_or_how_to_set_one(self, town):
        assert "**Feed**: none. `/video-mod feed set` makes one." in (await shown(town)).content

        channel = town.guild.create_text_channel("moderators")
        await town.mod.slash(
            town.channel, "video-mod feed set", channel=channel, delivered=False, cancelled=False
        )

        line = f"**Feed**: <#{channel.id}> is told of refused requests, failures, reports."
        assert line in (await shown(town)).content.splitlines()


class TestLimits:
    async def test_a_server_sets_its_limits_and_sees_them_in_the_place_of_the_old(
        self, town, settings_now, recorded
    ):
        overview = await shown(town)
        assert "**Limits of this server**: none set" in overview.content
        opened = await town.mod.click(overview, label="Limits of the server")
        assert filled_in(opened) == dict.fromkeys(LIMITS, "")

        answer = await submit(town.mod, opened, jobs_per_day="20", usd_per_month="$150")

        assert answer.response.id == overview.id
        assert overview.content.splitlines()[:2] == [
            "The settings are saved, and hold from now on.",
            "**Limits of this server**: 20 clips in 24 hours · $150.00 in 30 days",
        ]
        assert (await settings_now()).server == Allowance(
            jobs_per_day=20, usd_per_month=Decimal("150.00")
        )
        (entry,) = await recorded()
        assert (entry.action, entry.actor_id) == (
            AuditAction.SETTINGS_CHANGED,
            UserId(town.mod.id),
        )
        assert entry.before == {"server.jobs_per_day": None, "server.usd_per_month": None}
        assert entry.after == {"server.jobs_per_day": 20, "server.usd_per_month": "150.00"}

        again = await town.mod.click(overview, label="Limits of the server")

        assert filled_in(again) == {
            "jobs_per_day": "20",
            "jobs_per_month": "",
            "usd_per_day": "",
            "usd_per_month": "150.00",
        }

    async def test_a_form_sent_as_it_came_is_not_told_as_a_change(
        self, town, settings_now, recorded
    ):
        overview = await shown(town)
        opened = await town.mod.click(overview, label="Limits of the server")

        await submit(town.mod, opened)

        assert overview.content.startswith("The settings are saved, and hold from now on.")
        assert await settings_now() == GuildSettings()
        assert await recorded() == []

    async def test_what_cannot_be_read_comes_back_with_an_example(
        self, town, settings_now, recorded
    ):
        overview = await shown(town)
        opened = await town.mod.click(overview, label="Limits of each member")

        answer = await submit(town.mod, opened, jobs_per_day="a few", usd_per_day="5,00")

        assert answer.response.ephemeral
        assert answer.response.content.splitlines() == [
            (
                "The limit of clips in 24 hours is not a whole number up to 1000000. Nothing was "
                "changed. An example: `20`. Leave the field empty for no limit; `0` allows none."
            ),
            "What you typed, so that it is not lost:",
            "```",
            "Clips in 24 hours: a few",
            "US dollars in 24 hours: 5,00",
            "```",
        ]
        assert await settings_now() == GuildSettings()
        assert await recorded() == []

    @pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
    async def test_one_slip_costs_one_field(self, house, town, env, settings_now, restarted):
        role = town.guild.create_role("patrons")
        opened = await town.mod.select(
            await shown(town), [role], custom_id="showreel:settings-role"
        )
        refused = await submit(
            town.mod, opened, jobs_per_day="1|2", jobs_per_month="30", usd_per_day=" $5 "
        )
        if restarted:
            await env.restart_bot(house.new_bot())

        again = await town.mod.click(refused.response, label="Open the form again")

        assert filled_in(again) == {
            "jobs_per_day": "1 2",
            "jobs_per_month": "30",
            "usd_per_day": "$5",
            "usd_per_month": "",
        }
        await submit(town.mod, again, jobs_per_day="12", jobs_per_month="30", usd_per_day="$5")
        assert (await settings_now()).roles == {
            RoleId(role.id): Allowance(
                jobs_per_day=12, jobs_per_month=30, usd_per_day=Decimal("5.00")
            )
        }

    async def test_what_is_above_the_operators_limit_is_refused_with_it(
        self, house, town, env, settings_now
    ):
        house.policy = replace(house.policy, user_jobs_per_day=10)
        await env.restart_bot(house.new_bot())
        overview = await shown(town)
        assert "The operator allows at most 10 clips in 24 hours." in overview.content
        opened = await town.mod.click(overview, label="Limits of each member")

        answer = await submit(town.mod, opened, jobs_per_month="301")

        assert "The operator allows a member at most 300 clips in 30 days." in (
            answer.response.content
        )
        assert "Clips in 30 days: 301" in answer.response.content
        assert await settings_now() == GuildSettings()

    async def test_a_roles_limits_are_set_and_taken_away(self, town, settings_now, recorded):
        role = town.guild.create_role("patrons")
        overview = await shown(town)
        opened = await town.mod.select(overview, [role], custom_id="showreel:settings-role")
        await submit(town.mod, opened, jobs_per_day="3")
        assert f"<@&{role.id}>: 3 clips in 24 hours" in overview.content
        assert (await settings_now()).roles == {RoleId(role.id): Allowance(jobs_per_day=3)}

        again = await town.mod.select(overview, [role], custom_id="showreel:settings-role")
        assert filled_in(again)["jobs_per_day"] == "3"
        await submit(town.mod, again, jobs_per_day="")

        assert (await settings_now()).roles == {}
        assert "**Limits of roles**: none set" in overview.content
        assert len(await recorded()) == 2

    async def test_nobody_is_called_by_a_role_that_is_shown(self, house, town, env):
        role = town.guild.create_role("patrons")
        await house.guild_settings.change(
            GuildId(town.guild.id),
            lambda old: replace(old, roles={RoleId(role.id): Allowance(jobs_per_day=1)}),
            by=UserId(1),
        )

        overview = await shown(town)

        assert f"<@&{role.id}>" in overview.content
        sent = env.http_requests[-1].json["data"]["allowed_mentions"]
        assert sent == {"parse": []}

    async def test_what_a_form_sets_holds_for_the_next_request(self, house, town):
        opened = await town.mod.click(await shown(town), label="Limits of each member")
        await submit(town.mod, opened, jobs_per_day="1")

        first = await town.alice.slash(town.channel, "video", prompt=PROMPT)
        second = await town.alice.slash(town.channel, "video", prompt=PROMPT)

        assert not first.response.ephemeral
        assert second.response.ephemeral
        assert {job.reason for job in await house.jobs()} == {"", "user_daily_limit"}


class TestAccess:
    async def test_who_may_hide_and_how_results_show_is_set_in_one_form(
        self, town, settings_now, recorded
    ):
        overview = await shown(town)
        opened = await town.mod.click(overview, label="Private, spoilers, age")
        assert filled_in(opened) == {"private_use": "everyone", "spoiler": "no", "age": "no"}

        await submit(town.mod, opened, private_use=["moderators"], spoiler=["yes"], age=["no"])

        assert await settings_now() == GuildSettings(
            private_use=PrivateUse.MODERATORS, spoiler_results=True
        )
        assert "**Who may ask for clips that only they see**: moderators" in overview.content
        assert "**Clips behind a spoiler**: yes" in overview.content
        (entry,) = await recorded()
        assert entry.before == {"private_use": "everyone", "spoiler_results": False}

    async def test_it_holds_for_the_next_request(self, town):
        overview = await shown(town)
        opened = await town.mod.click(overview, label="Private, spoilers, age")
        before = await town.alice.slash(town.channel, "video", prompt=PROMPT, private=True)
        assert PROMPT in before.response.content

        await submit(town.mod, opened, private_use=["nobody"], spoiler=["no"], age=["no"])
        after = await town.alice.slash(town.channel, "video", prompt=PROMPT, private=True)

        assert "This server makes no clips that only one person sees" in after.response.content


class TestDefaults:
    async def test_a_servers_defaults_hold_for_all_who_say_nothing(
        self, house, town, defaults_at, recorded
    ):
        overview = await shown(town)
        opened = await town.mod.click(overview, label="Defaults of the server")
        assert filled_in(opened) == {
            "duration": "unset",
            "aspect_ratio": "unset",
            "cfg_scale": "",
            "negative_prompt": "",
            "private": "unset",
        }

        await submit(
            town.mod,
            opened,
            duration=["10"],
            aspect_ratio=["unset"],
            cfg_scale="0,7",
            negative_prompt="-",
            private=["unset"],
        )
        await town.alice.slash(town.channel, "video", prompt=PROMPT)

        assert await defaults_at() == OptionValues(duration_s=10, cfg_scale=0.7, negative_prompt="")
        request = (await house.only_job()).request
        assert (request.duration_s, request.cfg_scale) == (10, 0.7)
        assert (
            "**Default options of this server**: Length: 10 seconds · "
            "Keeps to the description: 0.7 · Leaves out: nothing"
        ) in overview.content
        (entry,) = await recorded()
        assert (entry.action, entry.subject) == (AuditAction.DEFAULTS_CHANGED, "")

        again = await town.mod.click(overview, label="Defaults of the server")

        assert filled_in(again)["negative_prompt"] == "-"
        assert filled_in(again)["duration"] == "10"

    async def test_a_channels_defaults_go_before_and_stand_by_its_name(
        self, house, town, defaults_at, recorded
    ):
        overview = await shown(town)
        opened = await town.mod.select(
            overview, [town.channel], custom_id="showreel:settings-channel"
        )
        assert opened.modal["components"][0]["description"] == "Holds in #clips and its threads."

        await submit(
            town.mod,
            opened,
            duration=["unset"],
            aspect_ratio=["9:16"],
            cfg_scale="",
            negative_prompt="",
            private=["yes"],
        )
        answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)

        assert await defaults_at(ChannelId(town.channel.id)) == OptionValues(
            aspect_ratio="9:16", private=True
        )
        assert answer.response.ephemeral
        assert (await house.only_job()).request.aspect_ratio == "9:16"
        assert "**Default options of this channel**: Shape: 9:16" in overview.content
        (entry,) = await recorded()
        assert entry.subject == str(town.channel.id)

    async def test_an_ill_number_gives_the_long_text_back(self, town, defaults_at):
        opened = await town.mod.click(await shown(town), label="Defaults of the server")

        answer = await submit(
            town.mod,
            opened,
            duration=["5"],
            aspect_ratio=["1:1"],
            cfg_scale="7",
            negative_prompt="blur, text",
            private=["no"],
        )

        assert "is a number from 0 to 1. Nothing was changed. An example: `0.5`." in (
            answer.response.content
        )
        assert "blur, text" in answer.response.content
        assert await defaults_at() == OptionValues()


class TestTwoModerators:
    @pytest.fixture
    def other(self, town, env):
        may = discord.Permissions(manage_messages=True)
        role = town.guild.create_role("others", permissions=may)
        return town.guild.add_member(env.create_user("other"), roles=[role])

    @pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
    async def test_a_form_opened_earlier_undoes_nothing_that_it_did_not_change(
        self, house, town, env, other, settings_now, restarted
    ):
        first = await town.mod.click(await shown(town), label="Private, spoilers, age")
        second = await opened_by(other, town, label="Private, spoilers, age")
        if restarted:
            await env.restart_bot(house.new_bot())

        await submit(town.mod, first, private_use=["everyone"], spoiler=["no"], age=["yes"])
        await submit(other, second, private_use=["nobody"], spoiler=["no"], age=["no"])

        assert await settings_now() == GuildSettings(
            private_use=PrivateUse.NOBODY, age_restricted_only=True
        )

    async def test_who_would_undo_another_is_told_what_stands_and_loses_nothing(
        self, town, other, settings_now, recorded
    ):
        first = await town.mod.click(await shown(town), label="Private, spoilers, age")
        second = await opened_by(other, town, label="Private, spoilers, age")
        await submit(town.mod, first, private_use=["moderators"], spoiler=["no"], age=["no"])

        answer = await submit(other, second, private_use=["nobody"], spoiler=["yes"], age=["no"])

        assert answer.response.ephemeral
        assert answer.response.content.splitlines() == [
            (
                "This was changed while your form was open, and what holds now is: Clips that only "
                "their member sees: Moderators: those with Manage Messages. Your form changed "
                "nothing. Open it again if you want it otherwise."
            ),
            "What you typed, so that it is not lost:",
            "```",
            "Clips that only their member sees: Nobody",
            "Clips behind a spoiler: yes",
            "Clips in age-restricted channels only: no",
            "```",
        ]
        assert await settings_now() == GuildSettings(private_use=PrivateUse.MODERATORS)
        assert len(await recorded()) == 1

    async def test_limits_that_were_refused_open_again_beside_what_stands(
        self, town, other, settings_now
    ):
        first = await town.mod.click(await shown(town), label="Limits of the server")
        second = await opened_by(other, town, label="Limits of the server")
        await submit(town.mod, first, jobs_per_day="20", jobs_per_month="200")

        told = await submit(other, second, jobs_per_day="30", usd_per_day="5")
        again = await other.click(told.response, label="Open the form again")

        assert "what holds now is: Clips in 24 hours: 20. Your form changed nothing." in (
            told.response.content
        )
        assert filled_in(again) == {
            "jobs_per_day": "30",
            "jobs_per_month": "200",
            "usd_per_day": "5",
            "usd_per_month": "",
        }
        notes = [label.get("description") for label in again.modal["components"]]
        assert notes[0] == "Set at the moment: 20"
        assert notes[1] != "Set at the moment: 200"

        await submit(other, again, **filled_in(again))

        assert (await settings_now()).server == Allowance(
            jobs_per_day=30, jobs_per_month=200, usd_per_day=Decimal(5)
        )

    async def test_a_default_that_another_has_changed_is_told_with_its_text(
        self, town, other, defaults_at
    ):
        first = await town.mod.click(await shown(town), label="Defaults of the server")
        second = await opened_by(other, town, label="Defaults of the server")
        third = await opened_by(other, town, label="Defaults of the server")
        as_shown = {
            "duration": ["unset"],
            "aspect_ratio": ["unset"],
            "cfg_scale": "",
            "private": ["unset"],
        }
        await submit(town.mod, first, **as_shown, negative_prompt="blur *and* text")

        told = await submit(
            other, second, **{**as_shown, "duration": ["10"]}, negative_prompt="people"
        )
        await submit(other, third, **{**as_shown, "duration": ["5"]}, negative_prompt="")

        assert "What it leaves out: blur \\*and\\* text. Your form changed nothing." in (
            told.response.content
        )
        assert "How long it is: 10 seconds\nWhat it leaves out: people" in told.response.content
        assert await defaults_at() == OptionValues(duration_s=5, negative_prompt="blur *and* text")

    async def test_a_form_of_another_version_is_not_taken(self, town, settings_now):
        for opened in ("", ":", ":nobody", ":everyone|perhaps|no"):
            answer = await town.submit_forged(
                town.mod,
                town.channel,
                f"showreel:settings-access{opened}",
                typed(private_use="nobody", spoiler="yes", age="yes"),
            )
            assert answer.response.content.startswith("This form is out of date")
        assert await settings_now() == GuildSettings()


class TestWhoMay:
    async def test_members_see_nothing_of_it(self, env):
        (registered,) = [each for each in env.http_requests if each.method == "PUT"]
        (payload,) = [each for each in registered.json if each["name"] == "video-mod"]

        assert "settings" in {option["name"] for option in payload["options"]}
        assert int(payload["default_member_permissions"]) == 1 << 13

    @pytest.mark.parametrize(
        "custom_id",
        [
            "showreel:settings:server-limits",
            "showreel:settings:access",
            "showreel:settings-again:server-0:1|||",
        ],
    )
    async def test_a_member_who_presses_a_copied_button_is_refused(
        self, house, town, env, custom_id
    ):
        menu = next(item for item in house.parts.items if item.__name__ == "SettingsButton").desk
        copy = await env.bot.get_partial_messageable(town.channel.id).send(
            "copied",
            view=menu.menu.again("server", ["1", "", "", ""], locale="en-US")
            if "again" in custom_id
            else menu.menu.view("en-US"),
        )

        answer = await town.bob.click(copy, custom_id=custom_id)

        assert answer.modal is None
        assert answer.response.content.startswith("This is for moderators")

    @pytest.mark.parametrize(
        ("custom_id", "fields"),
        [
            ("showreel:settings-limits:server:|||", {"jobs_per_day": "0"}),
            (
                "showreel:settings-access:everyone|no|no",
                {"private_use": "nobody", "spoiler": "no", "age": "no"},
            ),
            ("showreel:settings-defaults:server:||||", {"duration": "10"}),
        ],
    )
    async def test_a_member_who_forges_a_form_changes_nothing(
        self, town, settings_now, defaults_at, custom_id, fields
    ):
        answer = await town.submit_forged(town.bob, town.channel, custom_id, typed(**fields))

        assert answer.response.content.startswith("This is for moderators")
        assert await settings_now() == GuildSettings()
        assert await defaults_at() == OptionValues()


class TestForgery:
    @pytest.fixture
    def elsewhere(self, env):
        return env.create_guild("elsewhere")

    async def test_another_servers_role_is_one_that_does_not_exist(
        self, town, settings_now, elsewhere
    ):
        theirs = elsewhere.create_role("patrons")
        answers = [
            await town.submit_forged(
                town.mod,
                town.channel,
                f"showreel:settings-limits:{role_id}:|||",
                typed(jobs_per_day="1"),
            )
            for role_id in (theirs.id, 12345, 10**20 - 1)
        ]

        assert {answer.response.content for answer in answers} == {
            "This server has no such role. Nothing was changed. Choose one from the menu."
        }
        assert await settings_now() == GuildSettings()

    async def test_another_servers_channel_is_one_that_does_not_exist(
        self, town, defaults_at, elsewhere
    ):
        theirs = elsewhere.create_text_channel("clips")
        answers = [
            await town.submit_forged(
                town.mod,
                town.channel,
                f"showreel:settings-defaults:{channel_id}:||||",
                typed(duration="10"),
            )
            for channel_id in (theirs.id, 12345, 10**20 - 1)
        ]

        assert {answer.response.content for answer in answers} == {
            "This server has no such channel. Nothing was changed. Choose one from the menu."
        }
        assert await defaults_at(ChannelId(theirs.id)) == OptionValues()

    @pytest.mark.parametrize(
        ("custom_id", "fields"),
        [
            (
                "showreel:settings-access:everyone|no|no",
                {"private_use": "cats", "spoiler": "no", "age": "no"},
            ),
            ("showreel:settings-access:everyone|no|no", {"private_use": "nobody"}),
            ("showreel:settings-defaults:server:||||", {"private": "perhaps"}),
            ("showreel:settings-defaults:server:||||", {"duration": "7"}),
            ("showreel:settings-defaults:server:||||", {"aspect_ratio": "4:3"}),
        ],
    )
    async def test_what_is_no_choice_is_refused(
        self, town, settings_now, defaults_at, custom_id, fields
    ):
        answer = await town.submit_forged(town.mod, town.channel, custom_id, typed(**fields))

        assert answer.response.ephemeral
        assert "Nothing was changed" in answer.response.content
        assert await settings_now() == GuildSettings()
        assert await defaults_at() == OptionValues()

    async def test_more_than_a_field_takes_is_answered_like_any_slip(self, town, settings_now):
        answer = await town.submit_forged(
            town.mod,
            town.channel,
            "showreel:settings-limits:server:|||",
            typed(**dict.fromkeys(LIMITS, "9" * 500)),
        )

        assert "is not a whole number" in answer.response.content
        assert await settings_now() == GuildSettings()

    async def test_everybodys_role_is_each_member(self, town, settings_now):
        await town.submit_forged(
            town.mod,
            town.channel,
            f"showreel:settings-limits:{town.guild.id}:|||",
            typed(jobs_per_day="4"),
        )

        assert await settings_now() == GuildSettings(member=Allowance(jobs_per_day=4))


class SlowSettings(GuildSettingsService):
    async def of(self, guild_id):
        await asyncio.sleep(5)
        return await super().of(guild_id)


class TestSlowLog:
    pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False, settle_timeout=1.0)

    async def test_a_form_is_not_opened_without_what_holds(self, house, town, env):
        overview = await shown(town)
        house.guild_settings.__class__ = SlowSettings

        answer = await town.mod.click(overview, label="Limits of the server")
        await env.advance_time(2)

        assert answer.modal is None
        assert answer.response.content.startswith("What is set cannot be read at the moment")

    async def test_a_change_is_shown_however_long_it_takes(self, house, town, env):
        overview = await shown(town)
        opened = await town.mod.click(overview, label="Limits of the server")
        house.guild_settings.__class__ = SlowSettings

        await submit(town.mod, opened, jobs_per_day="9")
        await env.advance_time(10)

        assert "**Limits of this server**: 9 clips in 24 hours" in overview.content


class TestLasting:
    async def test_what_was_shown_before_a_restart_still_opens_and_takes(
        self, house, town, env, settings_now
    ):
        overview = await shown(town)
        opened = await town.mod.click(overview, label="Limits of the server")
        await env.restart_bot(house.new_bot())

        await submit(town.mod, opened, jobs_per_day="7")
        again = await town.mod.click(overview, label="Limits of the server")

        assert (await settings_now()).server == Allowance(jobs_per_day=7)
        assert filled_in(again)["jobs_per_day"] == "7"

    async def test_menus_of_before_a_restart_open_their_forms(self, house, town, env):
        role = town.guild.create_role("patrons")
        overview = await shown(town)
        await env.restart_bot(house.new_bot())

        limits = await town.mod.select(overview, [role], custom_id="showreel:settings-role")
        defaults = await town.mod.select(
            overview, [town.channel], custom_id="showreel:settings-channel"
        )

        assert limits.modal["custom_id"] == f"showreel:settings-limits:{role.id}:|||"
        assert defaults.modal["custom_id"] == f"showreel:settings-defaults:{town.channel.id}:||||"

    async def test_settings_that_cannot_be_read_open_no_empty_form(self, house, town):
        overview = await shown(town)
        await house.store._database.close()

        answer = await town.mod.click(overview, label="Defaults of the server")

        assert answer.modal is None
        assert answer.response.content.startswith("What is set cannot be read at the moment")

    async def test_a_database_that_is_away_gives_back_what_was_typed(self, house, town):
        overview = await shown(town)
        opened = await town.mod.click(overview, label="Limits of the server")
        await house.store._database.close()

        answer = await submit(town.mod, opened, jobs_per_day="7")

        assert "Clips in 24 hours: 7" in answer.response.content


def typed(**fields):
    return [
        {"type": 18, "component": {"type": 4, "custom_id": name, "value": value}}
        for name, value in fields.items()
    ]
