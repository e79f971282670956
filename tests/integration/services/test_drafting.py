"""What was typed is completed from the log, or it is refused: nothing is guessed."""

from dataclasses import replace

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.errors import NotFoundError, ShowreelError
from bot.domain.ids import ChannelId
from bot.domain.option_defaults import DefaultsOwner, DefaultsScope, OptionValues
from bot.services.drafting import Draft, DraftService, Wish
from bot.services.option_defaults import DefaultsService
from bot.services.suggestions import SuggestionService
from bot.storage.encryption import TextCipher
from bot.storage.option_defaults import SqlDefaultsStore
from bot.storage.recent_texts import SqlRecentTexts
from tests.support.workshop import GUILD, MEMBER, STRANGER, Workshop

CHANNEL = ChannelId(800)
TYPED = Draft(
    prompt="a red fox",
    options=OptionValues(),
    user_id=MEMBER,
    channel_ids=(CHANNEL,),
    guild_id=GUILD,
)
LONG = "fog and smoke, " * 20


@pytest.fixture
def defaults(workshop: Workshop) -> SqlDefaultsStore:
    return SqlDefaultsStore(workshop.database, cipher=TextCipher())


@pytest.fixture
def drafts(workshop: Workshop, defaults: SqlDefaultsStore) -> DraftService:
    return DraftService(
        suggestions=SuggestionService(
            recent_texts=SqlRecentTexts(workshop.database, cipher=TextCipher()),
            store=workshop.store,
            clock=workshop.clock,
        ),
        defaults=DefaultsService(store=defaults, clock=workshop.clock),
        new_reference=lambda: "A1B2C3",
    )


async def test_what_is_not_said_is_standard(drafts):
    wish = await drafts.complete(TYPED)

    assert wish == Wish(request=ClipRequest(prompt="a red fox"), private=False)


async def test_as_it_was_typed_it_needs_nobody(workshop):
    workshop.database.is_away = True
    forged = replace(TYPED, options=OptionValues(duration_s=7, private=True))

    assert forged.as_typed == Wish(
        request=ClipRequest(prompt="a red fox", duration_s=7), private=True
    )


async def test_the_nearest_default_fills_in_and_what_is_said_goes_first(drafts, defaults):
    owners = {
        DefaultsScope.MEMBER: (MEMBER, OptionValues(duration_s=10, private=True)),
        DefaultsScope.CHANNEL: (CHANNEL, OptionValues(duration_s=5, cfg_scale=0.2)),
        DefaultsScope.GUILD: (GUILD, OptionValues(negative_prompt="fog", aspect_ratio="1:1")),
    }
    for scope, (owner_id, values) in owners.items():
        await defaults.put(DefaultsOwner(scope=scope, id=owner_id), values)

    wish = await drafts.complete(replace(TYPED, options=OptionValues(aspect_ratio="9:16")))

    assert wish == Wish(
        request=ClipRequest(
            prompt="a red fox",
            duration_s=10,
            aspect_ratio="9:16",
            cfg_scale=0.2,
            negative_prompt="fog",
        ),
        private=True,
        private_by=DefaultsScope.MEMBER,
    )


async def test_chosen_texts_are_found_again(workshop, drafts):
    request = ClipRequest(prompt=LONG, negative_prompt=LONG)
    job = (await workshop.accept(workshop.order(request))).job

    wish = await drafts.complete(
        replace(
            TYPED,
            prompt=f"showreel:prompt:{job.id}",
            options=OptionValues(negative_prompt=f"showreel:negative-prompt:{job.id}"),
        )
    )

    assert (wish.request.prompt, wish.request.negative_prompt) == (LONG, LONG)


async def test_somebody_elses_text_is_never_found(workshop, drafts):
    job = (await workshop.accept(workshop.order(user_id=STRANGER))).job

    for chosen in (
        {"prompt": f"showreel:prompt:{job.id}"},
        {"options": OptionValues(negative_prompt=f"showreel:negative-prompt:{job.id}")},
    ):
        with pytest.raises(NotFoundError) as gone:
            await drafts.complete(replace(TYPED, **chosen))
        assert gone.value.key == "suggestion-gone"


@pytest.mark.parametrize("prompt", ["a red fox", "showreel:prompt:1"])
async def test_with_the_log_away_nothing_is_guessed(workshop, drafts, logged, prompt):
    workshop.database.is_away = True

    with pytest.raises(ShowreelError) as away:
        await drafts.complete(replace(TYPED, prompt=prompt))

    assert (away.value.key, away.value.values) == ("storage-unavailable", {"reference": "A1B2C3"})
    assert [(event["event"], event["reference"]) for event in logged] == [
        ("draft_not_completed", "A1B2C3")
    ]
