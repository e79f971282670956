"""Help while typing `/video`: offered in time, found again whole, and never in the way."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from simcord.actors import _dispatch_actor_interaction
from simcord.enums import InteractionType

from bot.domain.clip import ClipRequest
from bot.domain.ids import ChannelId, GuildId, UserId
from bot.domain.job import JobStatus
from bot.domain.option_defaults import DefaultsOwner, DefaultsScope, OptionValues
from bot.domain.suggestions import USUAL_NEGATIVE_PROMPT
from bot.services.suggestions import REMEMBERED_S, SuggestionService
from bot.storage.option_defaults import SqlDefaultsStore
from bot.storage.recent_texts import SqlRecentTexts
from tests.integration.cogs.conftest import PROMPT, House, Town

# A refusal is an error until the command tree has made a sentence of it.
pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)

LONG = ("A red fox crosses a snowy road at dawn while the village sleeps. " * 40)[:2500]
GOES_ON = "Your request goes on as it is; there is nothing to do."


async def offered(
    town: Town, typed: str = "", *, option: str = "prompt", who: str = "alice"
) -> list[dict[str, Any]]:
    return await getattr(town, who).autocomplete(town.channel, "video", option, typed)


async def video(town: Town, prompt: str = PROMPT, *, who: str = "alice", **options: Any) -> Any:
    return await getattr(town, who).slash(town.channel, "video", prompt=prompt, **options)


async def newest(house: House) -> Any:
    return await house.job(max(job.id for job in await house.jobs()))


def whispers(town: Town, *, who: str = "alice") -> list[str]:
    """What only this member sees."""
    seen = town.channel.history(viewer=getattr(town, who))
    return [message.content for message in seen if message.flags.ephemeral]


class TestPromptsOffered:
    async def test_ones_own_come_newest_first_and_once(self, town, env):
        for prompt in ("a fox in the snow", "an owl at night", "a fox in the snow"):
            await video(town, prompt)
            await env.advance_time(1)

        assert await offered(town) == [
            {"name": "a fox in the snow", "value": "a fox in the snow"},
            {"name": "an owl at night", "value": "an owl at night"},
        ]

    async def test_what_is_typed_narrows_it_down(self, town):
        await video(town, "A FOX in the snow")

        assert len(await offered(town, "fox IN")) == 1
        assert await offered(town, "badger") == []

    @pytest.mark.parametrize("who", ["bob", "mod"])
    async def test_nobody_elses_are_offered(self, town, who):
        await video(town)

        assert await offered(town, who=who) == []

    async def test_those_of_another_server_are_not_offered(self, town, env):
        await video(town)
        other = env.create_guild()
        alice_there = other.add_member(town.alice.user)

        there = await alice_there.autocomplete(
            other.create_text_channel("other"), "video", "prompt", ""
        )

        assert there == []

    async def test_a_prompt_that_was_refused_is_offered_so_that_it_is_not_lost(self, town):
        await town.forge(prompt="a fox in the snow", duration=7)

        assert [each["value"] for each in await offered(town)] == ["a fox in the snow"]

    async def test_markup_is_shown_as_it_was_typed(self, town):
        trap = "*bold* @everyone <@1> [win](https://bad.example)"
        await video(town, trap)

        assert await offered(town) == [{"name": trap, "value": trap}]

    async def test_no_more_are_offered_than_discord_takes(self, town):
        for number in range(27):
            await video(town, f"a fox in the snow, take {number}")

        assert len(await offered(town)) == 25

    async def test_in_direct_messages_nothing_is_offered(self, town):
        await video(town)
        root = town.alice._resolve_root("video", 1, town.channel.id)
        option = {"name": "prompt", "type": 3, "value": "", "focused": True}
        data = {"id": root["id"], "name": "video", "type": 1, "options": [option]}

        answer = await _dispatch_actor_interaction(
            town.alice.user,
            InteractionType.APPLICATION_COMMAND_AUTOCOMPLETE,
            town.alice.user.dm_channel,
            data,
        )

        assert answer.autocomplete_choices == []

    async def test_a_database_that_is_away_offers_nothing_and_nothing_breaks(self, house, town):
        await video(town)
        await house.store._database.close()

        assert await offered(town) == []
        assert await offered(town, option="negative_prompt") == []

    async def test_a_defect_offers_nothing_and_stands_in_the_log(
        self, house, town, monkeypatch, capsys
    ):
        class Faulty(SuggestionService):
            async def matching(self, *_typed, **_who):
                raise ZeroDivisionError("defect")

        monkeypatch.setattr(house.suggestions, "__class__", Faulty)

        assert await offered(town) == []
        assert "choices_not_offered" in capsys.readouterr().out

    async def test_neither_what_is_typed_nor_what_is_offered_is_logged(self, house, town, capsys):
        await video(town, negative_prompt="smoke and fog")
        capsys.readouterr()

        await offered(town, "red")
        await offered(town, "smoke", option="negative_prompt")
        await house.store._database.close()
        await offered(town, "crosses", who="bob")

        logged = capsys.readouterr().out
        assert "choices_not_offered" in logged
        for secret in (PROMPT, "crosses", "smoke"):
            assert secret not in logged

    @pytest.mark.parametrize("typed", [7, True, ["x"], "\0", "x" * 6000, "\ud800"])
    async def test_what_only_a_forged_client_types_is_answered(self, town, typed):
        await video(town)
        root = town.alice._resolve_root("video", 1, town.channel.id)
        option = {"name": "prompt", "type": 3, "value": typed, "focused": True}
        data = {"id": root["id"], "name": "video", "type": 1, "options": [option]}

        answer = await _dispatch_actor_interaction(
            town.alice, InteractionType.APPLICATION_COMMAND_AUTOCOMPLETE, town.channel, data
        )

        assert answer.autocomplete_choices == []


class SlowTexts(SqlRecentTexts):
    async def recent_of(self, *_who, **_where):
        await asyncio.sleep(30)
        raise AssertionError("nobody waits that long")


class TestSlowLog:
    pytestmark = pytest.mark.simcord(shard_count=1)

    @pytest.mark.parametrize(("age_s", "waits_s"), [(0.0, 2.0), (1.2, 0.8), (60.0, 0.5)])
    async def test_nothing_is_offered_in_time(self, house, town, env, monkeypatch, age_s, waits_s):
        house.recent_texts.__class__ = SlowTexts
        now = house.clock.now
        monkeypatch.setattr(house.clock, "now", lambda: now() + timedelta(seconds=age_s))
        loop = asyncio.get_running_loop()
        answered_at = []
        choices = house.video._desk.choices
        offer = choices.offer

        async def watched(*typed):
            begun = loop.time()
            found = await offer(*typed)
            answered_at.append(loop.time() - begun)
            return found

        monkeypatch.setattr(choices, "offer", watched)

        assert await offered(town) == []
        await env.advance_time(3)

        assert answered_at == [pytest.approx(waits_s, abs=0.05)]
        await env.advance_time(30)


@pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
class TestLongPrompts:
    @pytest.fixture
    async def reference(self, house, town, env, restarted):
        await video(town, LONG)
        if restarted:
            await env.restart_bot(house.new_bot())
        (choice,) = await offered(town, "village SLEEPS")
        assert len(choice["name"]) <= 100
        assert choice["name"].startswith("A red fox crosses")
        assert choice["name"].endswith("…")
        return choice["value"]

    async def test_a_chosen_one_is_asked_for_whole(self, house, town, reference):
        assert len(reference) <= 100

        answer = await video(town, reference, duration=10)

        job = await newest(house)
        assert job.request == ClipRequest(prompt=LONG, duration_s=10)
        assert not answer.response.ephemeral
        assert "showreel:" not in answer.response.content

    @pytest.mark.parametrize("who", ["bob", "mod"])
    async def test_somebody_elses_is_a_sentence_and_never_their_text(
        self, house, town, reference, who
    ):
        before = len(await house.jobs())

        answer = await video(town, reference, who=who)

        assert answer.response.ephemeral
        assert answer.response.content.startswith("The text that you chose is no longer kept")
        assert "Nothing was charged." in answer.response.content
        assert "fox" not in answer.response.content
        assert "showreel:" not in answer.response.content
        assert len(await house.jobs()) == before

    async def test_from_another_server_it_is_a_sentence_too(self, town, env, reference):
        other = env.create_guild()
        alice_there = other.add_member(town.alice.user)

        answer = await alice_there.slash(
            other.create_text_channel("other"), "video", prompt=reference
        )

        assert answer.response.content.startswith("The text that you chose is no longer kept")

    async def test_one_that_was_erased_is_a_sentence(self, house, town, env, reference):
        await house.take(await newest(house), JobStatus.CANCELLED)
        await house.store.erase_texts(created_before=env.now() + timedelta(seconds=1), at_most=10)

        answer = await video(town, reference)

        assert answer.response.content.startswith("The text that you chose is no longer kept")
        assert await offered(town) != []  # what was read a moment ago
        await env.advance_time(REMEMBERED_S)
        assert await offered(town) == []


@pytest.mark.parametrize(
    "forged", ["showreel:prompt:999999", "showreel:prompt:", "showreel:x:1", "showreel:prompt:1e9"]
)
async def test_a_forged_reference_is_a_sentence_and_costs_nothing(house, town, forged):
    answer = await video(town, forged)

    assert answer.response.content.startswith("The text that you chose is no longer kept")
    assert await house.jobs() == []


async def test_a_reference_forged_into_a_direct_message_leads_nowhere(house, town):
    await video(town, LONG)
    job = await house.only_job()

    answer = await town.forge(directly=True, prompt=f"showreel:prompt:{job.id}")

    assert answer.response.content.startswith("Clips are made in servers only.")
    assert "fox" not in answer.response.content
    assert len(await house.jobs()) == 1


async def test_a_reference_in_an_edited_prompt_is_no_prompt(house, town):
    await town.forge(prompt=PROMPT, duration=7)
    job = await house.only_job()
    fields = {"prompt": f"showreel:prompt:{job.id}", "negative_prompt": "", "duration": "5"}
    components = [
        {"type": 18, "id": number, "component": {"type": 4, "custom_id": name, "value": value}}
        for number, (name, value) in enumerate(
            {**fields, "aspect_ratio": "16:9", "cfg_scale": "0.5"}.items(), start=1
        )
    ]

    answer = await town.submit_forged(
        town.alice, town.channel, f"showreel:edit-form:public:{job.id}", components
    )

    assert answer.response.content.startswith("The text that you chose is no longer kept")
    assert len(await house.jobs()) == 1


class TestNegativePrompts:
    async def test_the_usual_phrases_are_offered_as_they_are_sent(self, town):
        found = await offered(town, option="negative_prompt")

        assert found[0] == {"name": USUAL_NEGATIVE_PROMPT, "value": USUAL_NEGATIVE_PROMPT}
        assert all(each["name"] == each["value"] for each in found)

    async def test_ones_own_come_first(self, town):
        await video(town, negative_prompt="smoke and fog")

        assert (await offered(town, option="negative_prompt"))[0]["value"] == "smoke and fog"
        assert (await offered(town, option="negative_prompt", who="bob"))[0]["value"] != (
            "smoke and fog"
        )

    async def test_after_a_comma_phrases_are_appended(self, house, town):
        found = await offered(town, "smoke, fog,", option="negative_prompt")
        assert found[0]["value"] == "smoke, fog, blur"

        await video(town, negative_prompt=found[0]["value"])

        assert (await house.only_job()).request.negative_prompt == "smoke, fog, blur"

    async def test_a_long_one_is_found_again_whole(self, house, town):
        long = "smoke and fog, " * 100
        await video(town, negative_prompt=long)
        (choice,) = await offered(town, "smoke", option="negative_prompt")

        await video(town, negative_prompt=choice["value"])

        assert (await newest(house)).request.negative_prompt == long

    async def test_somebody_elses_long_one_is_a_sentence(self, house, town):
        await video(town, negative_prompt="smoke and fog, " * 100)
        (choice,) = await offered(town, "smoke", option="negative_prompt")

        answer = await video(town, "a badger digs", who="bob", negative_prompt=choice["value"])

        assert answer.response.content.startswith("The text that you chose is no longer kept")
        assert "smoke" not in answer.response.content
        assert "a badger digs" in answer.response.content  # what was typed is not lost
        assert len(await house.jobs()) == 1


async def put(house: House, scope: DefaultsScope, owner_id: int, **values: Any) -> None:
    ids = {
        DefaultsScope.MEMBER: UserId,
        DefaultsScope.CHANNEL: ChannelId,
        DefaultsScope.GUILD: GuildId,
    }
    owner = DefaultsOwner(scope=scope, id=ids[scope](owner_id))
    await house.defaults_store.put(owner, OptionValues(**values))


class TestDefaults:
    async def test_the_card_and_the_row_show_what_is_really_used(self, house, town):
        await put(house, DefaultsScope.MEMBER, town.alice.id, duration_s=10)
        await put(house, DefaultsScope.CHANNEL, town.channel.id, aspect_ratio="1:1", duration_s=5)
        await put(house, DefaultsScope.GUILD, town.guild.id, cfg_scale=0.3, negative_prompt="fog")

        answer = await video(town)

        assert answer.response.content.splitlines()[1].startswith("10 s · 1:1 · cfg 0.3")
        assert (await house.only_job()).request == ClipRequest(
            prompt=PROMPT,
            duration_s=10,
            aspect_ratio="1:1",
            cfg_scale=0.3,
            negative_prompt="fog",
        )

    async def test_what_is_said_goes_before_all_defaults(self, house, town):
        await put(
            house,
            DefaultsScope.MEMBER,
            town.alice.id,
            duration_s=10,
            aspect_ratio="1:1",
            cfg_scale=0.3,
            negative_prompt="fog",
            private=True,
        )

        answer = await video(
            town, duration=5, aspect_ratio="16:9", cfg_scale=0.0, negative_prompt="-", private=False
        )

        assert not answer.response.ephemeral
        assert (await house.only_job()).request == ClipRequest(prompt=PROMPT, cfg_scale=0.0)

    async def test_who_set_private_gets_a_private_card(self, house, town):
        await put(house, DefaultsScope.MEMBER, town.alice.id, private=True)

        mine, theirs = await video(town), await video(town, who="bob")

        assert mine.response.ephemeral
        assert not theirs.response.ephemeral
        assert [job.destination.private for job in await house.jobs()] == [True, False]

    async def test_forged_options_are_still_refused_whatever_the_defaults_are(self, house, town):
        await put(house, DefaultsScope.MEMBER, town.alice.id, duration_s=10)

        answer = await town.forge(prompt=PROMPT, duration=7)

        assert answer.response.content.startswith("A clip is 5 or 10")
        job = await house.only_job()
        assert (job.status, job.request.duration_s) == (JobStatus.REFUSED, 7)

    async def test_a_database_that_is_away_refuses_as_ever(self, house, town):
        await house.store._database.close()

        answer = await video(town)

        assert answer.response.ephemeral
        assert answer.response.content.startswith("The log cannot be written at the moment")


class HangingDefaults(SqlDefaultsStore):
    async def of(self, *_owners):
        await asyncio.sleep(60)
        raise AssertionError("nobody waits that long")


class TestSlowDefaults:
    pytestmark = pytest.mark.simcord(shard_count=1)

    async def test_the_three_seconds_are_kept_and_nothing_is_started(self, house, town, env):
        house.defaults_store.__class__ = HangingDefaults
        asked_at = env.now()

        answer = await video(town)
        await env.advance_time(1.1)

        assert answer.response.content.startswith("The log cannot be written at the moment")
        assert env.now() - asked_at < timedelta(seconds=3)
        assert await house.jobs() == []


class HangingGet:
    """Mixed in before a store: one row takes a minute to read."""

    async def get(self, job_id):
        await asyncio.sleep(60)
        return await super().get(job_id)


class TestSlowReference:
    pytestmark = pytest.mark.simcord(shard_count=1)

    async def test_the_three_seconds_are_kept_and_nothing_is_started(self, house, town, env):
        store = house.store
        store.__class__ = type("HangingStore", (HangingGet, type(store)), {})

        answer = await video(town, "showreel:prompt:1")
        await env.advance_time(2.3)

        assert answer.response.content.startswith("Showreel is very busy")
        assert await house.jobs() == []
        await env.advance_time(60)


class TestHints:
    async def test_after_the_card_its_member_alone_is_told(self, town):
        answer = await video(town, cfg_scale=0.9)

        assert not answer.response.ephemeral
        (hint,) = whispers(town)
        assert hint.splitlines()[0].startswith("A hint: above 0.8, `cfg_scale`")
        assert hint.splitlines()[1] == GOES_ON
        assert whispers(town, who="bob") == []

    async def test_two_hints_are_one_message(self, town):
        await video(town, "love", cfg_scale=1.0)

        (hint,) = whispers(town)
        assert len(hint.splitlines()) == 3

    async def test_a_private_card_gets_its_hint_as_well(self, town):
        await video(town, LONG, private=True)

        _card, hint = whispers(town)
        assert hint.startswith("A hint: a very long description")

    async def test_an_ordinary_request_gets_none(self, town):
        await video(town)

        assert whispers(town) == []

    async def test_a_refused_request_gets_none(self, town):
        await town.forge(prompt=PROMPT, duration=7, cfg_scale=0.9)

        assert [text for text in whispers(town) if text.startswith("A hint")] == []

    async def test_the_same_hint_comes_once_an_hour(self, town, env):
        for _ in range(3):
            await video(town, cfg_scale=0.9)
        assert len(whispers(town)) == 1

        await env.advance_time(3600)
        await video(town, cfg_scale=0.9)
        await video(town, cfg_scale=0.9, who="bob")

        assert len(whispers(town)) == 2
        assert len(whispers(town, who="bob")) == 1

    @pytest.mark.parametrize(("status", "code"), [(404, 10015), (500, 0), (403, 50001)])
    async def test_a_hint_that_cannot_be_sent_is_lost_and_the_request_goes_on(
        self, house, town, env, status, code
    ):
        env.inject_error("POST", "/webhooks/*", status=status, code=code, times=10)

        await video(town, cfg_scale=0.9)

        job = await house.only_job()
        assert job.status is JobStatus.QUEUED
        assert job.acknowledged_at is not None
        assert whispers(town) == []
