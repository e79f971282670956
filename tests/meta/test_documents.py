"""The documents are true where a test can tell."""

import ast
import re

import pytest
import typer

from bot import __main__ as command_line
from bot.config import Settings
from bot.domain.job import FIRST_STATES, TRANSITIONS
from bot.domain.reasons import Reason
from bot.observability.metrics import Metrics
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

LINK = re.compile(r"(?<!`)\[[^\]\n]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
MESSAGE_KEY = re.compile(r"^([a-z0-9-]+) =", re.MULTILINE)
# The first `showreel` of `docker compose exec showreel showreel …` is a service.
PROGRAM = re.compile(r"(?:^|\s)showreel (?!showreel |python )([a-z-].*)")
MAKE = re.compile(r"^make ([a-z]+)\b")
HELP = re.compile(r"^# HELP (showreel_\w+(?<!_created)) ", re.MULTILINE)
NEW_JOB = "new"
DECISION = re.compile(r"(\d{4})-[a-z0-9-]+\.md")


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

    assert sorted(explained) == sorted({*(reason.value for reason in Reason), *_invalid_options()})


def test_every_incident_is_explained():
    rows = table_rows(section(document("docs/operations.md"), "## Incidents"))
    explained = [word for cells in rows for word in words_in(cells[0])]

    assert sorted(explained) == sorted(_incident_kinds())


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


def _incident_kinds():
    keys = MESSAGE_KEY.findall(document("bot/messaging/locales/en-US/operator.ftl"))
    return {
        key.removeprefix("incident-")
        for key in keys
        if key.startswith("incident-") and not key.endswith("-over")
    }
