"""What moderators decided holds for every request, and a default never shows what was hidden."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.errors import StorageUnavailableError
from bot.domain.guild_settings import GuildSettings, PrivateUse
from bot.domain.ids import ChannelId, GuildId, UserId
from bot.domain.job import Destination
from bot.domain.option_defaults import DefaultsScope
from bot.domain.order import Order
from bot.services.guild_settings import GuildSettingsService
from bot.services.server_terms import ServerTerms
from tests.support.clock import ManualClock

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


class Settings:
    """The port `GuildSettingsStore`, for reading."""

    def __init__(self, **settings):
        self.settings = GuildSettings(**settings)

    async def of(self, _guild_id):
        return self.settings


class NoSettings:
    async def of(self, _guild_id):
        raise StorageUnavailableError("away")


def terms(store):
    return ServerTerms(GuildSettingsService(store=store, clock=ManualClock()))


def order(*, private=False, **values):
    return Order(
        request=ClipRequest(prompt="a fox"),
        destination=Destination(
            guild_id=GuildId(1),
            channel_id=ChannelId(2),
            user_id=UserId(3),
            attachment_size_limit_bytes=1,
            filesize_limit_bytes=1,
            app_permissions=0,
            user_locale="en-US",
            guild_locale="en-US",
            private=private,
        ),
        interaction_token="secret",
        interaction_token_expires_at=NOON + timedelta(minutes=15),
        **values,
    )


@pytest.mark.parametrize(
    ("private_use", "is_moderator", "may"),
    [
        (PrivateUse.EVERYONE, False, True),
        (PrivateUse.MODERATORS, False, False),
        (PrivateUse.MODERATORS, True, True),
        (PrivateUse.NOBODY, False, False),
        (PrivateUse.NOBODY, True, False),
    ],
)
async def test_private_is_for_those_whom_the_server_names(private_use, is_moderator, may):
    of_server = terms(Settings(private_use=private_use))
    asked = order(private=True, may_manage_messages=is_moderator)

    refusal = await of_server.private(asked)

    assert (refusal is None) is may
    if refusal is not None:
        assert refusal.reason == "private_not_allowed"
        assert refusal.error.key == "refused-private-not-allowed"
        assert refusal.error.values == {"allowed": private_use.value}
    assert await of_server.private(order(may_manage_messages=is_moderator)) is None


async def test_a_members_own_default_is_named_and_never_overruled():
    of_server = terms(Settings(private_use=PrivateUse.NOBODY))

    settled = await of_server.settled(order(private=True, private_by=DefaultsScope.MEMBER))
    refusal = await of_server.private(settled)

    assert settled.destination.private
    assert refusal is not None
    assert refusal.error.key == "refused-private-not-allowed-default"


@pytest.mark.parametrize("scope", [DefaultsScope.CHANNEL, DefaultsScope.GUILD])
@pytest.mark.parametrize("is_moderator", [False, True])
async def test_a_places_default_is_meant_for_those_who_may(scope, is_moderator):
    of_server = terms(Settings(private_use=PrivateUse.MODERATORS))
    asked = order(private=True, private_by=scope, may_manage_messages=is_moderator)

    settled = await of_server.settled(asked)

    assert settled.destination.private is is_moderator
    assert await of_server.private(settled) is None


@pytest.mark.parametrize("wanted", [False, True])
async def test_a_request_keeps_how_its_result_will_show(wanted):
    settled = await terms(Settings(spoiler_results=wanted)).settled(order())

    assert settled.destination.spoiler is wanted


@pytest.mark.parametrize(
    ("only", "restricted", "passes"),
    [(False, False, True), (False, True, True), (True, True, True), (True, False, False)],
)
async def test_clips_may_be_for_age_restricted_channels_only(only, restricted, passes):
    asked = order(is_age_restricted=restricted)

    refusal = await terms(Settings(age_restricted_only=only)).age(asked)

    assert (refusal is None) is passes
    if refusal is not None:
        assert refusal.reason == "age_restricted_only"


async def test_settings_that_cannot_be_read_let_nothing_pass():
    of_server = terms(NoSettings())

    for ask in (of_server.settled, of_server.age):
        with pytest.raises(StorageUnavailableError):
            await ask(order())
    with pytest.raises(StorageUnavailableError):
        await of_server.private(order(private=True))
