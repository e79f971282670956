"""A page's place survives the id of its button, within what Discord takes."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.ids import JobId
from bot.domain.usage import PagePlace
from bot.domain.usage_views import ViewId
from bot.services.log_pages import Way
from cogs.log_buttons import TurnButton, place_in, turn_id

TEMPLATE = TurnButton.__discord_ui_compiled_template__
# SQLite's row numbers; Discord's ids of buttons hold 18 digits of them.
ROWS = st.integers(min_value=0, max_value=10**18 - 1)
MOMENTS = st.datetimes(
    min_value=datetime(1970, 1, 1),  # noqa: DTZ001 -- the strategy makes them aware itself
    max_value=datetime(2999, 12, 31),  # noqa: DTZ001 -- as above
    timezones=st.just(UTC),
)
PLACES = st.builds(PagePlace, created_at=MOMENTS, job_id=ROWS.map(JobId))


@given(view_id=ROWS, way=st.sampled_from(Way), place=st.none() | PLACES)
def test_what_goes_into_an_id_comes_out_of_it(view_id, way, place):
    custom_id = turn_id(ViewId(view_id), way, place)
    match = TEMPLATE.fullmatch(custom_id)

    assert len(custom_id) <= 100
    assert (int(match["view_id"]), match["way"]) == (view_id, way)
    assert place_in(match) == place


@given(st.from_regex(TEMPLATE, fullmatch=True))
def test_every_id_that_can_be_forged_names_a_place_or_none(custom_id):
    place = place_in(TEMPLATE.fullmatch(custom_id))

    assert place is None or place.created_at.tzinfo is UTC
