"""The message that brings a clip, and the one that says there is none. Pure text."""

from dataclasses import dataclass, replace
from typing import Final

from bot.domain.ids import UserId
from bot.domain.job import Job
from bot.domain.messenger import Result
from bot.messaging.cards import FOLDED_TITLE_MAX_CHARS, leaves_out, options, stand_in, title
from bot.messaging.catalogue import Catalogue
from bot.messaging.ends import ending, may_be_edited
from bot.messaging.plain_text import cut, is_cut

TITLE_MAX_CHARS: Final = 300
NEGATIVE_MAX_CHARS: Final = 100
# A link takes up to half of the message.
TITLE_BESIDE_LINK_MAX_CHARS: Final = 150
NEGATIVE_BESIDE_LINK_MAX_CHARS: Final = 60
ALT_TEXT_MAX_CHARS: Final = 1024
ALT_PROMPT_MAX_CHARS: Final = 900
PROMPT_FILE_NAME: Final = "prompt.txt"
# Discord's own mark of a file that is covered until somebody presses it.
SPOILER_PREFIX: Final = "SPOILER_"


@dataclass(frozen=True, kw_only=True, slots=True)
class ResultText:
    """Everything about a result but the clip itself. `prompt_file` is set for a long prompt."""

    content: str
    file_name: str
    alt_text: str
    prompt_file: str | None


def render_public_result(catalogue: Catalogue, result: Result) -> ResultText:
    """Call the requester, once. Covered where the server wants it so: others did not ask for it."""
    job = result.job
    text = _render(
        catalogue,
        result,
        locale=job.destination.guild_locale,
        opening=(mention(job.destination.user_id),),
    )
    return _covered(text, result.link) if job.destination.spoiler else text


def render_private_result(catalogue: Catalogue, result: Result) -> ResultText:
    """Only its reader sees it, so nobody is called."""
    return _render(catalogue, result, locale=result.job.destination.user_locale, opening=())


def render_fetched_result(catalogue: Catalogue, result: Result, *, locale: str) -> ResultText:
    """Only who fetched it sees it, and not for long: Discord keeps no such message."""
    return _render(
        catalogue,
        result,
        locale=locale,
        opening=(),
        link_key="result-link-fetched",
        closing=(catalogue.text(locale, "result-save-it"),),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class EndText:
    """An end where buttons cannot act: `prompt_file` gives the whole prompt back instead."""

    content: str
    prompt_file: str | None


def render_public_end(catalogue: Catalogue, job: Job) -> str:
    where = job.destination
    return f"{mention(where.user_id)}\n{_end(catalogue, job, locale=where.guild_locale)}"


def render_private_end(catalogue: Catalogue, job: Job) -> str:
    return _end(catalogue, job, locale=job.destination.user_locale)


def render_direct_end(catalogue: Catalogue, job: Job) -> EndText:
    locale = job.destination.user_locale
    prompt_file = None
    if may_be_edited(job):
        prompt_file = _prompt_file(
            catalogue, locale, job, title_max=FOLDED_TITLE_MAX_CHARS, negative_max=0
        )
    return EndText(content=_end(catalogue, job, locale=locale), prompt_file=prompt_file)


def clip_file_names(job: Job) -> tuple[str, str]:
    """Plain, and covered by a spoiler: what a message that brings the clip may carry."""
    plain = _clip_file_name(job)
    return plain, SPOILER_PREFIX + plain


def mention(user_id: UserId) -> str:
    return f"<@{user_id}>"


def _end(catalogue: Catalogue, job: Job, *, locale: str) -> str:
    folded = title(catalogue, locale, job, max_chars=FOLDED_TITLE_MAX_CHARS)
    return f"{folded}\n{ending(catalogue, locale, job)}"


def _render(
    catalogue: Catalogue,
    result: Result,
    *,
    locale: str,
    opening: tuple[str, ...],
    link_key: str = "result-link",
    closing: tuple[str, ...] = (),
) -> ResultText:
    job = result.job
    has_link = result.link is not None
    title_max = TITLE_BESIDE_LINK_MAX_CHARS if has_link else TITLE_MAX_CHARS
    negative_max = NEGATIVE_BESIDE_LINK_MAX_CHARS if has_link else NEGATIVE_MAX_CHARS
    lines = [
        *opening,
        title(catalogue, locale, job, max_chars=title_max),
        _facts(catalogue, locale, job),
        *leaves_out(catalogue, locale, job, max_chars=negative_max),
        catalogue.text(locale, "result-note", reference=job.reference),
        *closing,
    ]
    if result.link is not None:
        lines += [catalogue.text(locale, link_key), result.link]
    return ResultText(
        content="\n".join(lines),
        file_name=_clip_file_name(job),
        alt_text=_alt_text(catalogue, locale, job),
        prompt_file=_prompt_file(
            catalogue, locale, job, title_max=title_max, negative_max=negative_max
        ),
    )


def _covered(text: ResultText, link: str | None) -> ResultText:
    content = text.content
    if link is not None:
        content = f"{content.removesuffix(link)}||{link}||"
    return replace(text, content=content, file_name=SPOILER_PREFIX + text.file_name)


def _clip_file_name(job: Job) -> str:
    return f"showreel-{job.reference}.mp4"


def _facts(catalogue: Catalogue, locale: str, job: Job) -> str:
    chosen = options(catalogue, locale, job)
    seconds = _seconds_taken(job)
    if seconds is None:
        return chosen
    minutes, rest = divmod(round(seconds), 60)
    took = catalogue.text(locale, "result-took", minutes=minutes, seconds=rest)
    return catalogue.text(locale, "result-facts", options=chosen, took=took)


def _seconds_taken(job: Job) -> float | None:
    """What the member waited for the making; the service's own figure where that is not known."""
    if job.submitted_at is not None and job.finished_at is not None:
        return max(0.0, (job.finished_at - job.submitted_at).total_seconds())
    return job.predict_seconds


def _alt_text(catalogue: Catalogue, locale: str, job: Job) -> str:
    prompt = cut(job.request.prompt, ALT_PROMPT_MAX_CHARS) or stand_in(catalogue, locale, job)
    return cut(catalogue.text(locale, "result-alt-text", prompt=prompt), ALT_TEXT_MAX_CHARS)


def _prompt_file(
    catalogue: Catalogue, locale: str, job: Job, *, title_max: int, negative_max: int
) -> str | None:
    request = job.request
    if not is_cut(request.prompt, title_max) and not is_cut(request.negative_prompt, negative_max):
        return None
    if not request.negative_prompt:
        return request.prompt
    without = catalogue.text(locale, "leaves-out", text=request.negative_prompt)
    return f"{request.prompt}\n\n{without}"
