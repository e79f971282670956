"""Defaults fill in what a request leaves unsaid, in their order and in bounded time."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import text
from structlog.typing import EventDict

from bot.domain.errors import ShowreelError, StorageUnavailableError
from bot.domain.ids import ChannelId
from bot.domain.option_defaults import (
    STANDARD,
    DefaultsOwner,
    DefaultsScope,
    OptionValues,
    ResolvedOptions,
)
from bot.services.option_defaults import READ_WITHIN_S, DefaultsService
from bot.storage.encryption import TextCipher
from bot.storage.option_defaults import SqlDefaultsStore
from tests.support.workshop import GUILD, MEMBER, OTHER_GUILD, STRANGER, Workshop, open_workshop

THREAD, CHANNEL, OTHER_CHANNEL = ChannelId(801), ChannelId(800), ChannelId(900)
STANDARD_ONES = ResolvedOptions(
    duration_s=5, aspect_ratio="16:9", cfg_scale=0.5, negative_prompt="", private=False
)
WHERE = {"user_id": MEMBER, "channel_ids": (THREAD, CHANNEL), "guild_id": GUILD}


@pytest.fixture
def store(workshop: Workshop) -> SqlDefaultsStore:
    return SqlDefaultsStore(workshop.database, cipher=TextCipher())


@pytest.fixture
def service(workshop: Workshop, store: SqlDefaultsStore) -> DefaultsService:
    return DefaultsService(store=store, clock=workshop.clock)


async def set_for(store, scope, owner_id, **values):
    await store.put(DefaultsOwner(scope=scope, id=owner_id), OptionValues(**values))


class TestResolve:
    @pytest.mark.parametrize(
        ("scopes", "said", "by"),
        [
            ((), True, None),
            ((), None, None),
            ((DefaultsScope.GUILD,), None, DefaultsScope.GUILD),
            ((DefaultsScope.CHANNEL, DefaultsScope.GUILD), None, DefaultsScope.CHANNEL),
            (tuple(DefaultsScope), None, DefaultsScope.MEMBER),
            (tuple(DefaultsScope), True, None),
            (tuple(DefaultsScope), False, None),
        ],
    )
    async def test_it_is_told_whose_default_hides_a_clip(self, service, store, scopes, said, by):
        owners = {
            DefaultsScope.MEMBER: MEMBER,
            DefaultsScope.CHANNEL: CHANNEL,
            DefaultsScope.GUILD: GUILD,
        }
        for scope in scopes:
            await set_for(store, scope, owners[scope], private=True)

        resolved = await service.resolve(OptionValues(private=said), **WHERE)

        assert resolved.private_by is by

    async def test_where_nobody_set_anything_the_standard_values_hold(self, service):
        assert await service.resolve(OptionValues(), **WHERE) == STANDARD_ONES

    async def test_each_option_comes_from_the_nearest_who_set_it(self, service, store):
        await set_for(
            store,
            DefaultsScope.GUILD,
            GUILD,
            duration_s=10,
            aspect_ratio="1:1",
            cfg_scale=0.1,
            negative_prompt="server",
            private=True,
        )
        await set_for(
            store,
            DefaultsScope.CHANNEL,
            CHANNEL,
            aspect_ratio="9:16",
            cfg_scale=0.2,
            negative_prompt="channel",
        )
        await set_for(store, DefaultsScope.CHANNEL, THREAD, cfg_scale=0.3, negative_prompt="thread")
        await set_for(store, DefaultsScope.MEMBER, MEMBER, negative_prompt="own")

        resolved = await service.resolve(OptionValues(private=False), **WHERE)

        assert resolved == ResolvedOptions(
            duration_s=10,
            aspect_ratio="9:16",
            cfg_scale=0.3,
            negative_prompt="own",
            private=False,
        )

    async def test_what_others_set_elsewhere_does_not_hold_here(self, service, store):
        await set_for(store, DefaultsScope.MEMBER, STRANGER, duration_s=10)
        await set_for(store, DefaultsScope.GUILD, OTHER_GUILD, duration_s=10)
        await set_for(store, DefaultsScope.CHANNEL, OTHER_CHANNEL, duration_s=10)

        assert await service.resolve(OptionValues(), **WHERE) == STANDARD_ONES

    async def test_ones_own_hold_in_direct_messages_too(self, service, store):
        await set_for(store, DefaultsScope.MEMBER, MEMBER, duration_s=10)

        assert (await service.resolve(OptionValues(), user_id=MEMBER)).duration_s == 10

    async def test_an_ill_option_that_was_given_stays_so_that_the_request_is_refused(self, service):
        resolved = await service.resolve(OptionValues(duration_s=7), **WHERE)

        assert resolved.duration_s == 7

    async def test_a_dash_leaves_nothing_out_whatever_was_set(self, service, store):
        await set_for(store, DefaultsScope.MEMBER, MEMBER, negative_prompt="blur")

        resolved = await service.resolve(OptionValues(negative_prompt="-"), **WHERE)

        assert resolved.negative_prompt == ""

    async def test_ill_stored_values_are_ignored_and_logged(
        self, service, workshop, logged: list[EventDict]
    ):
        columns = ("scope", "owner_id", "duration_s", "aspect_ratio", "cfg_scale", "private")
        ill = dict(zip(columns, ("member", MEMBER, 7, "4:3", 9.5, 1), strict=True))
        fine = {"scope": "guild", "owner_id": GUILD, "duration_s": 10}

        async def forge(connection):
            statement = text(
                "INSERT INTO option_defaults (scope, owner_id, duration_s, aspect_ratio, cfg_scale,"
                " private, negative_prompt)"
                " VALUES (:scope, :owner_id, :duration_s, :aspect_ratio, :cfg_scale, :private,"
                " :leaves_out)"
            )
            nothing = dict.fromkeys((*columns, "leaves_out"))
            for row in ({**ill, "leaves_out": "x" * 2501}, fine):
                await connection.execute(statement, {**nothing, **row})

        await workshop.database.write(forge)

        assert await service.resolve(OptionValues(), **WHERE) == ResolvedOptions(
            duration_s=10,
            aspect_ratio="16:9",
            cfg_scale=0.5,
            negative_prompt="",
            private=True,
            private_by=DefaultsScope.MEMBER,
        )
        (line,) = [line for line in logged if line["event"] == "defaults_ignored"]
        assert line["options"] == ["duration_s", "aspect_ratio", "cfg_scale", "negative_prompt"]
        assert "xxx" not in str(line)

    async def test_a_database_that_is_away_is_told_to_the_caller(self, service, workshop):
        workshop.database.is_away = True

        with pytest.raises(StorageUnavailableError):
            await service.resolve(OptionValues(), **WHERE)

    async def test_one_that_hangs_is_waited_for_no_longer_than_discord_waits(self, workshop):
        class HangingStore(SqlDefaultsStore):
            async def of(self, *_owners):
                await asyncio.Event().wait()

        hanging = HangingStore(workshop.database, cipher=TextCipher())
        service = DefaultsService(store=hanging, clock=workshop.clock)

        resolving = asyncio.create_task(service.resolve(OptionValues(), **WHERE))
        await workshop.clock.settle()
        await workshop.clock.advance(READ_WITHIN_S - 0.01)
        assert not resolving.done()
        await workshop.clock.advance(0.02)

        with pytest.raises(StorageUnavailableError):
            await resolving


class TestOwn:
    async def test_what_is_set_holds_and_says_whose_it_is_across_a_restart(
        self, tmp_path: Path, workshop, service
    ):
        await service.change(MEMBER, OptionValues(duration_s=10))
        await service.change(MEMBER, OptionValues(negative_prompt="blur"))

        async with open_workshop(tmp_path, clock=workshop.clock) as restarted:
            again = DefaultsService(
                store=SqlDefaultsStore(restarted.database, cipher=TextCipher()),
                clock=restarted.clock,
            )
            held = {each.name: each for each in await again.held(**WHERE)}

        assert (held["duration_s"].value, held["duration_s"].scope) == (10, DefaultsScope.MEMBER)
        assert held["negative_prompt"].value == "blur"
        assert held["private"].scope is None

    async def test_ones_own_are_nobody_elses(self, service):
        await service.change(MEMBER, OptionValues(duration_s=10))

        held = await service.held(user_id=STRANGER, guild_id=GUILD)
        assert [each.value for each in held] == list(STANDARD.said.values())

    async def test_starting_over_keeps_only_what_is_said(self, service):
        await service.change(MEMBER, OptionValues(duration_s=10, private=True))

        await service.start_over(MEMBER, OptionValues(private=False))

        resolved = await service.resolve(OptionValues(), **WHERE)
        assert (resolved.duration_s, resolved.private) == (5, False)

    async def test_the_standard_value_said_goes_before_what_the_server_set(self, service, store):
        await set_for(store, DefaultsScope.GUILD, GUILD, negative_prompt="blur", duration_s=10)

        await service.change(MEMBER, OptionValues(negative_prompt="-", duration_s=5))

        resolved = await service.resolve(OptionValues(), **WHERE)
        assert (resolved.duration_s, resolved.negative_prompt) == (5, "")

    @pytest.mark.parametrize("change", ["change", "start_over"])
    @pytest.mark.parametrize(
        ("ill", "key"),
        [
            ({"duration_s": 7}, "defaults-duration-unknown"),
            ({"aspect_ratio": "4:3"}, "defaults-aspect-ratio-unknown"),
            ({"cfg_scale": float("nan")}, "defaults-cfg-scale-out-of-range"),
            ({"negative_prompt": "a\0"}, "defaults-negative-prompt-ill"),
            ({"private": "perhaps"}, "defaults-private-unknown"),
        ],
    )
    async def test_an_ill_value_is_refused_in_words_and_changes_nothing(
        self, service, workshop, change, ill, key
    ):
        await service.change(MEMBER, OptionValues(duration_s=10))

        with pytest.raises(ShowreelError) as refused:
            await getattr(service, change)(MEMBER, OptionValues(**{"private": True, **ill}))

        assert refused.value.key == key
        assert "Nothing was changed or charged." in workshop.sentence(refused.value)
        resolved = await service.resolve(OptionValues(), **WHERE)
        assert (resolved.duration_s, resolved.private) == (10, False)

    async def test_what_is_set_stays_out_of_the_log(self, service, logged: list[EventDict]):
        await service.change(MEMBER, OptionValues(negative_prompt="my own face"))

        assert "face" not in str(logged)
        assert ("defaults_changed", ["negative_prompt"]) in [
            (line["event"], line.get("options")) for line in logged
        ]

    async def test_a_database_that_is_away_is_told(self, service, workshop):
        workshop.database.is_away = True

        with pytest.raises(ShowreelError) as away:
            await service.held(**WHERE)
        assert away.value.key == "defaults-away"
        with pytest.raises(StorageUnavailableError):
            await service.change(MEMBER, OptionValues(duration_s=10))
