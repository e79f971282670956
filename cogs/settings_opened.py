"""What a form of a server's settings showed, written into its id and read from it again."""

from typing import Final

from bot.domain.errors import ShowreelError
from bot.domain.guild_settings import Allowance, PrivateUse
from bot.domain.option_defaults import OptionValues
from bot.domain.settings_overview import Access
from bot.domain.typed_numbers import NotANumberError, count_of, number_of, usd_of

# Stands in no number, in no choice and in no fingerprint.
BETWEEN: Final = "|"
# As a regular expression, for the templates of forms.
OPENED: Final = rf"(?P<opened>[^\{BETWEEN}]*(?:\{BETWEEN}[^\{BETWEEN}]*)*)"

_YES: Final = "yes"
_NO: Final = "no"
_ANSWERS: Final = {_YES: True, _NO: False, "": None}


def limits_written(limits: Allowance) -> str:
    return _written(
        limits.jobs_per_day, limits.jobs_per_month, limits.usd_per_day, limits.usd_per_month
    )


def limits_opened(written: str) -> Allowance:
    """Raise ShowreelError for what no form of this version has in its id; as all of these do."""
    try:
        jobs_per_day, jobs_per_month, usd_per_day, usd_per_month = written.split(BETWEEN)
        return Allowance(
            jobs_per_day=count_of(jobs_per_day),
            jobs_per_month=count_of(jobs_per_month),
            usd_per_day=usd_of(usd_per_day),
            usd_per_month=usd_of(usd_per_month),
        )
    except (ValueError, NotANumberError):
        raise _out_of_date() from None


def access_written(access: Access) -> str:
    return _written(access.private_use.value, access.spoiler_results, access.age_restricted_only)


def access_opened(written: str) -> Access:
    try:
        private_use, spoiler, age = written.split(BETWEEN)
        return Access(
            private_use=PrivateUse(private_use),
            spoiler_results=_ANSWERS[spoiler] is True,
            age_restricted_only=_ANSWERS[age] is True,
        )
    except (ValueError, KeyError):
        raise _out_of_date() from None


def options_written(shown: OptionValues) -> str:
    """Take them as `options_as_shown` makes them."""
    return _written(
        shown.duration_s,
        shown.aspect_ratio,
        shown.cfg_scale,
        shown.negative_prompt,
        shown.private,
    )


def options_opened(written: str) -> OptionValues:
    try:
        duration, aspect_ratio, cfg_scale, negative_prompt, private = written.split(BETWEEN)
        share = number_of(cfg_scale)
        return OptionValues(
            duration_s=count_of(duration),
            aspect_ratio=aspect_ratio or None,
            cfg_scale=None if share is None else float(share),
            negative_prompt=negative_prompt or None,
            private=_ANSWERS[private],
        )
    except (ValueError, KeyError, NotANumberError):
        raise _out_of_date() from None


def _written(*values: object) -> str:
    return BETWEEN.join(map(_word, values))


def _word(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return _YES if value else _NO
        case float():
            return f"{value:.15f}".rstrip("0")
        case _:
            return str(value)


def _out_of_date() -> ShowreelError:
    return ShowreelError("modal-out-of-date")
