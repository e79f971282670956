"""Whatever steps are tried, only those of the table are taken."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import IllegalTransitionError
from bot.domain.job import FIRST_STATES, TRANSITIONS, JobStatus, check_transition

STATES = st.sampled_from(list(JobStatus))


@given(first=st.sampled_from(sorted(FIRST_STATES)), tried=st.lists(STATES, max_size=30))
def test_a_life_made_of_any_tries_is_a_path_of_the_table(
    first: JobStatus, tried: list[JobStatus]
) -> None:
    life = [first]
    for after in tried:
        try:
            check_transition(life[-1], after)
        except IllegalTransitionError:
            continue
        life.append(after)

    assert all(after in TRANSITIONS[before] for before, after in itertools.pairwise(life))
    assert life[1:].count(JobStatus.REFUSED) == 0
    assert life.count(JobStatus.DELIVERED) <= 1
