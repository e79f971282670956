"""Whatever the text: it is stored and exported, and comes back."""

import asyncio
import csv
import io
import unicodedata
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.clip import ClipRequest
from bot.domain.ids import ChannelId, GuildId, JobId, UserId
from bot.domain.job import Destination, Job, JobStatus
from bot.domain.usage import UsageFilter
from bot.services.usage_export import export_csv
from bot.storage.columns import MicroUsd, UtcMicroseconds
from bot.storage.encryption import TextCipher

KEY = Fernet.generate_key().decode()
MARKS = (
    "fernet:",
    "plain:",
    "'",
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    '"',
    ",",
    " ",
    "\N{FULLWIDTH EQUALS SIGN}",
)
INVISIBLE = {"Cc", "Cf", "Zl", "Zp", "Zs"}
TEXTS = st.builds(
    lambda marks, text: "".join(marks) + text,
    st.lists(st.sampled_from(MARKS), max_size=4),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20),
)


@given(text=TEXTS, writer=st.sampled_from(["", KEY]))
def test_every_text_opens_as_it_was_sealed_with_a_key_and_without(text, writer):
    sealed = TextCipher([writer] if writer else []).seal(text)

    assert TextCipher([KEY]).open(sealed) == text


@given(at=st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=-9))])))
def test_every_moment_comes_back_to_the_microsecond(at):
    column = UtcMicroseconds()
    stored = column.process_bind_param(at, dialect=None)

    assert column.process_result_value(stored, dialect=None) == at


@given(usd=st.decimals(min_value=0, max_value=10**6, places=6))
def test_every_price_comes_back_to_the_millionth(usd):
    column = MicroUsd()
    shown = column.process_result_value(column.process_bind_param(usd, None), None)

    assert shown == usd
    assert "E" not in str(shown)
    assert shown.as_tuple().exponent <= -2
    assert Decimal(str(shown)) == usd


class AskedFor:
    """A UsageLog with one attempt for each prompt."""

    def __init__(self, prompts):
        self.prompts = prompts

    async def stream(self, _usage_filter):
        for prompt in self.prompts:
            yield job_asking_for(prompt)


def job_asking_for(prompt):
    return Job(
        id=JobId(1),
        reference="A1B2C3",
        status=JobStatus.QUEUED,
        reason="",
        request=ClipRequest(prompt=prompt, negative_prompt=prompt[::-1]),
        destination=Destination(
            guild_id=GuildId(1),
            channel_id=ChannelId(2),
            user_id=UserId(3),
            attachment_size_limit_bytes=1,
            filesize_limit_bytes=1,
            app_permissions=0,
            user_locale="en-GB",
            guild_locale="en-GB",
            private=False,
        ),
        created_at=datetime(2026, 3, 1, tzinfo=UTC),
    )


def without_guard(cell):
    """What a reader does who wants the prompt itself: one apostrophe before a sign goes."""
    if not cell.startswith("'"):
        return cell
    rest = cell.lstrip("'")
    signs = [c for c in rest if unicodedata.category(c) not in INVISIBLE][:1]
    is_guard = rest[:1] in {"\t", "\r", "\n"} or (
        signs and unicodedata.normalize("NFKC", signs[0])[:1] in {"=", "+", "-", "@"}
    )
    return cell[1:] if is_guard else cell


@given(prompts=st.lists(TEXTS, max_size=5))
def test_a_csv_has_as_many_rows_as_attempts_and_gives_every_prompt_back(prompts):
    file = io.StringIO(newline="")
    written = asyncio.run(export_csv(AskedFor(prompts), UsageFilter(), file))
    rows = list(csv.DictReader(io.StringIO(file.getvalue(), newline="")))

    assert written == len(rows)
    assert [without_guard(row["prompt"]) for row in rows] == prompts
    assert [without_guard(row["negative_prompt"]) for row in rows] == [
        prompt[::-1] for prompt in prompts
    ]
    assert not any(row["prompt"].startswith(tuple("=+-@\t\r")) for row in rows)
