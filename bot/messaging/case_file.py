"""A whole case as a text file, in the log's own stable words: it may be handed on as it is."""

from collections.abc import Iterator

from bot.domain.cases import Case, CaseNote
from bot.domain.reporting import Report
from bot.domain.usage import log_row

# They run over lines, so they stand at the end, each under its name.
_LONG: frozenset[str] = frozenset({"prompt", "negative_prompt"})


def case_file(case: Case) -> str:
    return "\n".join((*_facts(case), *_steps(case), *_texts(case), ""))


def _facts(case: Case) -> Iterator[str]:
    row = log_row(case.job)
    yield f"reference: {case.job.reference}"
    for column, cell in row.items():
        if column not in _LONG:
            yield f"{column}: {'' if cell is None else _on_one_line(str(cell))}"
    yield f"held: {case.is_held}"
    yield f"held_by: {'' if case.held_by is None else case.held_by}"
    yield f"texts_erased: {case.is_erased}"
    yield f"texts_unreadable: {case.job.texts_unreadable}"


def _steps(case: Case) -> Iterator[str]:
    for event in case.events:
        words = (event.at.isoformat(), event.after.value, event.actor, event.detail)
        yield f"event: {_on_one_line(' '.join(word for word in words if word))}"


def _texts(case: Case) -> Iterator[str]:
    request = case.job.request
    yield f"\nprompt:\n{_set_in(request.prompt)}"
    yield f"\nnegative_prompt:\n{_set_in(request.negative_prompt)}"
    for report in case.reports:
        decision = "undecided" if report.decided_at is None else report.decision or "decided"
        by = "" if report.decided_by is None else f" {report.decided_by}"
        when = report.created_at.isoformat()
        yield f"\nreport: {when} {report.reporter_id} {decision}{by}\n{_said(report)}"
    for note in case.notes:
        yield f"\nnote: {note.created_at.isoformat()} {note.author_id}\n{_said(note)}"


def _said(what: Report | CaseNote) -> str:
    return "(unreadable)" if what.is_unreadable else _set_in(what.text)


def _set_in(text: str) -> str:
    """No line of what somebody typed can pass for one of the file's own."""
    return "\n".join(f"    {line}" for line in text.splitlines())


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
