"""The documents are true where a test can tell."""

import ast
import re
import sqlite3
from contextlib import closing

import pytest
import typer

from bot import __main__ as command_line
from bot.config import Settings
from bot.domain.job import FIRST_STATES, TRANSITIONS
from bot.domain.reasons import INVALID_OPTIONS, PROMPT_RULE, Reason
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.observability.metrics import Metrics
from bot.services import incidents
from tests.meta.repository import (
    ROOT,
    code_pieces,
    document,
    documents,
    section,
    syntax_trees,
    table_rows,
    words_in,
)
from tests.support.migrated import migrated_file

LINK = re.compile(r"(?<!`)\[[^\]\n]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
MESSAGE_KEY = re.compile(r"^([a-z0-9-]+) =", re.MULTILINE)
# The first `showreel` of `docker compose exec showreel showreel …` is a service.
PROGRAM = re.compile(r"(?:^|\s)showreel (?!showreel |python )([a-z-].*)")
MAKE = re.compile(r"^make ([a-z]+)\b")
HELP = re.compile(r"^# HELP (showreel_\w+(?<!_created)) ", re.MULTILINE)
NEW_JOB = "new"
INCIDENT = re.compile(r"^### `([a-z-]+)`\n(.*?)(?=^### |\Z)", re.MULTILINE | re.DOTALL)
QUOTE = re.compile(r"^> (.+)$", re.MULTILINE)
POINT = re.compile(r"^- \*\*([^*]+):\*\*", re.MULTILINE)
SNAKE_CASE = re.compile(r"[a-z]+(?:_[a-z]+)+")
STATEMENT = re.compile(r'^sqlite3 (?:-readonly )?data/showreel\.db "((?:select|update) .*)"$')
# What the page says where a sentence has a job's or a server's id.
JOB_ID = "42"
SUBJECTS = dict.fromkeys(("guild-refused", "feed-line-refused"), "900100200300400500")
LOG_METHODS = {"debug", "info", "warning", "error", "exception"}
DECISION = re.compile(r"(\d{4})-[a-z0-9-]+\.md")


def incident_kinds():
    keys = MESSAGE_KEY.findall(document("bot/messaging/locales/en-US/operator.ftl"))
    return sorted(
        key.removeprefix("incident-")
        for key in keys
        if key.startswith("incident-") and not key.endswith("-over")
    )


def pages():
    return [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for path in documents()]


@pytest.mark.parametrize("page", pages())
def test_links_lead_somewhere(page):
    dead = [link for link in LINK.findall(page.read_text()) if not _resolves(page, link)]

    assert dead == []


@pytest.mark.parametrize("page", pages())
def test_commands_of_the_program_exist(page):
    lines = [PROGRAM.search(piece) for piece in code_pieces(page.read_text())]
    unknown = [found[0] for found in lines if found and not _is_command(found[1].split())]

    assert unknown == []


@pytest.mark.parametrize("page", pages())
def test_make_targets_exist(page):
    targets = set(TARGET.findall(document("Makefile")))
    asked = [found[1] for piece in code_pieces(page.read_text()) if (found := MAKE.match(piece))]

    assert set(asked) <= targets


def test_the_readme_names_every_command_of_the_program():
    named = {" ".join(found[1].split()) for found in _program_lines("README.md")}
    wanted = [" ".join(path) for path in _commands(_program(), ())]

    assert [path for path in wanted if not any(line.startswith(path) for line in named)] == []


def test_every_reason_of_the_log_is_explained():
    rows = table_rows(section(document("docs/operations.md"), "## Reasons in the log"))
    explained = [word for cells in rows for word in words_in(cells[0])]

    known = {*(reason.value for reason in Reason), *_invalid_options(), f"{PROMPT_RULE}:"}
    assert sorted(explained) == sorted(known)


def test_every_refused_option_is_a_reason_that_can_be_looked_for():
    assert _invalid_options() == INVALID_OPTIONS


def test_every_incident_is_explained():
    assert sorted(_incident_texts()) == incident_kinds()


@pytest.mark.parametrize("kind", incident_kinds())
def test_an_incident_is_quoted_in_the_very_words_that_are_told(kind):
    """Whoever was woken finds the page by searching for what they were told."""
    catalogue, subject = Catalogue.load(), SUBJECTS.get(kind, JOB_ID)
    begun = catalogue.text(FALLBACK_LOCALE, f"incident-{kind}", subject=subject)
    over = catalogue.text(FALLBACK_LOCALE, f"incident-{kind}-over", subject=subject)

    assert QUOTE.findall(_incident_texts()[kind]) == [begun, f"Over: {over}"]


@pytest.mark.parametrize("kind", incident_kinds())
def test_an_incident_says_what_is_lost_what_to_do_and_how_it_ends(kind):
    points = POINT.findall(_incident_texts()[kind])

    assert [point for point in points if point != "Look"] == ["Lost or charged", "Do", "Over"]


def test_the_program_opens_no_other_incidents_than_it_has_words_for():
    constants = {
        value
        for name, value in vars(incidents).items()
        if name.isupper() and isinstance(value, str)
    }

    assert sorted(constants) == incident_kinds()


def test_every_log_event_to_look_for_is_logged():
    page = document("docs/operations.md")
    night = section(page, "## Incidents") + section(page, "## Other trouble")
    named = {word for word in words_in(night) if SNAKE_CASE.fullmatch(word)}
    events = {word for word in named if not word.startswith("showreel_")} - {"job_id"}

    assert events
    assert events - _log_events() == set()


def test_every_statement_is_taken_by_the_database(tmp_path):
    path = tmp_path / "showreel.db"
    path.write_bytes(migrated_file())
    statements = [
        found[1]
        for piece in code_pieces(document("docs/operations.md"))
        if (found := STATEMENT.search(piece))
    ]

    assert statements
    with closing(sqlite3.connect(path)) as database:
        for statement in statements:
            database.execute(statement)


def test_every_metric_is_explained():
    rows = table_rows(section(document("docs/operations.md"), "## Metrics"))
    explained = [word for cells in rows for word in words_in(cells[0])]
    shown = HELP.findall(Metrics(version="1").render().decode())

    assert sorted(explained) == sorted(shown)


def test_every_setting_is_explained():
    rows = table_rows(section(document("docs/operations.md"), "## Settings"))
    explained = [word for cells in rows for word in words_in(cells[0])]

    assert explained == [name.upper() for name in Settings.model_fields]


def test_the_table_of_states_is_the_programs():
    rows = list(table_rows(section(document("docs/architecture.md"), "## States of a job")))
    steps = {(cells[0], word) for cells in rows for word in words_in(cells[1])}
    legal = {(f"`{before}`", after) for before, afters in TRANSITIONS.items() for after in afters}

    assert steps == legal | {(NEW_JOB, first) for first in FIRST_STATES}


def test_every_promise_names_a_test_that_is_there():
    rows = table_rows(section(document("docs/architecture.md"), "## Promises"))
    named = {word for cells in rows for word in words_in(cells[1])}
    tests = {
        node.name
        for _, tree in syntax_trees("tests")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    assert named
    assert named - tests == set()


def test_decisions_are_numbered_without_gaps():
    names = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [int(DECISION.fullmatch(name)[1]) for name in names]

    assert numbers == list(range(1, len(names) + 1))


def _resolves(page, link):
    if re.match(r"[a-z]+:", link):
        return True
    name, _, anchor = link.partition("#")
    target = (page.parent / name).resolve() if name else page
    if not target.exists():
        return False
    return not anchor or anchor in {_anchor(title) for title in HEADING.findall(target.read_text())}


def _anchor(heading):
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _program():
    return typer.main.get_command(command_line.app)


def _program_lines(name):
    return [found for piece in code_pieces(document(name)) if (found := PROGRAM.search(piece))]


def _commands(group, path):
    for name, command in group.commands.items():
        if _is_group(command):
            yield from _commands(command, (*path, name))
        else:
            yield (*path, name)


def _is_command(words):
    command = _program()
    while _is_group(command) and words:
        if words[0].startswith("-"):
            return words[0] == "--help"
        command = command.commands.get(words.pop(0))
    if command is None or _is_group(command):
        return command is not None
    options = {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
    given = re.findall(r"--[a-z-]+", " ".join(words))
    return set(given) <= {*options, "--help"}


def _is_group(command):
    return hasattr(command, "commands")


def _invalid_options():
    keys = MESSAGE_KEY.findall(document("bot/messaging/locales/en-US/refusals.ftl"))
    return {key.replace("-", "_") for key in keys if key.startswith("invalid-")}


def _incident_texts():
    """What the page says of each incident, by its kind."""
    return dict(INCIDENT.findall(section(document("docs/operations.md"), "## Incidents")))


def _log_events():
    """Every event that the program logs by name."""
    return {
        node.args[0].value
        for _, tree in syntax_trees("bot", "cogs")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in LOG_METHODS
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
