"""What a form of the settings showed comes back from its id, whatever it was, and fits it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.clip import ASPECT_RATIOS, DURATIONS_S
from bot.domain.errors import ShowreelError
from bot.domain.guild_settings import Allowance, LimitsOwner, LimitsScope, PrivateUse
from bot.domain.ids import ChannelId, GuildId, RoleId
from bot.domain.opened_forms import options_as_shown
from bot.domain.option_defaults import DefaultsPlace, OptionValues
from bot.domain.settings_overview import Access
from bot.domain.typed_numbers import AMOUNT_MAX
from bot.messaging.catalogue import Catalogue
from cogs.settings_forms import SettingsForms
from cogs.settings_opened import (
    access_opened,
    access_written,
    limits_opened,
    limits_written,
    options_opened,
    options_written,
)

ID_MAX_CHARS = 100
LARGEST_ID = 2**63 - 1
FORMS = SettingsForms(Catalogue.load(), "en-US")

counts = st.none() | st.integers(0, AMOUNT_MAX)
dollars = st.none() | st.integers(0, AMOUNT_MAX * 100).map(
    lambda cents: (Decimal(cents) / 100).quantize(Decimal("0.01"))
)
limits = st.builds(
    Allowance,
    jobs_per_day=counts,
    jobs_per_month=counts,
    usd_per_day=dollars,
    usd_per_month=dollars,
)
accesses = st.builds(
    Access,
    private_use=st.sampled_from(PrivateUse),
    spoiler_results=st.booleans(),
    age_restricted_only=st.booleans(),
)
options = st.builds(
    OptionValues,
    duration_s=st.none() | st.sampled_from(DURATIONS_S),
    aspect_ratio=st.none() | st.sampled_from(sorted(ASPECT_RATIOS)),
    cfg_scale=st.none() | st.floats(0, 1),
    negative_prompt=st.none() | st.text(max_size=50),
    private=st.none() | st.booleans(),
)


@given(limits)
def test_limits_come_back_and_fit(shown):
    assert limits_opened(limits_written(shown)) == shown
    owner = LimitsOwner(scope=LimitsScope.ROLE, role_id=RoleId(LARGEST_ID))
    form = FORMS.limits(owner, shown, ceiling=Allowance())
    assert len(form.custom_id) <= ID_MAX_CHARS


@given(accesses)
def test_access_comes_back(shown):
    assert access_opened(access_written(shown)) == shown


@given(options)
def test_options_come_back_and_fit(values):
    shown = options_as_shown(values)
    assert options_opened(options_written(shown)) == shown
    place = DefaultsPlace(guild_id=GuildId(1), channel_id=ChannelId(LARGEST_ID))
    form = FORMS.defaults(place, values, channel_name="clips")
    assert len(form.custom_id) <= ID_MAX_CHARS


@pytest.mark.parametrize("opened", [limits_opened, access_opened, options_opened])
@pytest.mark.parametrize("forged", ["", "x", "|", "||", "x|x|x", "x|||", "|||x", "x||||", "||||x"])
def test_what_no_form_of_this_version_wrote_is_out_of_date(opened, forged):
    with pytest.raises(ShowreelError, match="modal-out-of-date"):
        opened(forged)


@pytest.mark.parametrize("typed", ["blur\r\ntext", " blur\ntext ", "blur\ntext\n"])
def test_a_text_is_the_same_however_a_form_hands_it_back(typed):
    shown = options_as_shown(OptionValues(negative_prompt="blur\ntext"))

    assert options_as_shown(OptionValues(negative_prompt=typed)) == shown
    assert options_as_shown(OptionValues(negative_prompt="blur text")) != shown
