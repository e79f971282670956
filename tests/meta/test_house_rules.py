"""House rules are tests, not prose."""

import ast
import io
import os
import re
import subprocess
import sys
import tokenize
from collections import Counter
from pathlib import Path

from tests.meta.repository import (
    PRODUCT,
    ROOT,
    python_files,
    syntax_trees,
    tracked_files,
    tracked_texts,
)

MAX_MODULE_LINES = 400
MAX_USUAL_FUNCTION_LINES = 40
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
MOCKS = {"Mock", "MagicMock", "AsyncMock", "NonCallableMock", "NonCallableMagicMock"}
SPECS = {"spec", "spec_set", "wraps"}
REASONED_NOQA = re.compile(r"# noqa: [A-Z]+[0-9]+(, [A-Z]+[0-9]+)* --? \S.{3,}")
REASONED_TYPE_IGNORE = re.compile(r"# type: ignore\[[a-z-]+(, [a-z-]+)*\] +(#|--?) \S.{3,}")
MARKS = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
HOME_FOLDERS = re.compile(r"(?<![\w.:/])/(home|root|Users)/[\w.]")


def test_imports_keep_every_contract_of_the_layers():
    # A process of its own: the linter takes over this one's logging.
    linter = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    linted = subprocess.run(linter, cwd=ROOT, capture_output=True, text=True, check=False)

    assert linted.returncode == 0, linted.stdout


def test_every_module_can_be_read_in_one_sitting():
    lines = {path: len(path.read_text().splitlines()) for path in python_files(*PRODUCT)}

    assert {path: count for path, count in lines.items() if count > MAX_MODULE_LINES} == {}


def test_nearly_every_function_fits_on_a_screen():
    lengths = sorted(
        node.end_lineno - node.lineno + 1
        for _, tree in syntax_trees(*PRODUCT)
        for node in ast.walk(tree)
        if isinstance(node, FUNCTIONS)
    )

    assert lengths[int(len(lengths) * 0.95)] <= MAX_USUAL_FUNCTION_LINES


def test_no_mock_takes_whatever_it_is_asked():
    shapeless = [
        f"{path}:{node.lineno}"
        for path, tree in syntax_trees("tests")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _called(node) in MOCKS and not _has_spec(node)
    ]

    assert shapeless == []


def test_every_ignore_names_its_code_and_its_reason():
    bare = [
        f"{path}:{comment.start[0]}"
        for path, comment in _comments()
        if ("# noqa" in comment.string and not REASONED_NOQA.search(comment.string))
        or ("# type: ignore" in comment.string and not REASONED_TYPE_IGNORE.search(comment.string))
    ]

    assert bare == []


def test_nothing_is_left_marked_for_later():
    own = Path(__file__).relative_to(ROOT).as_posix()
    marked = [path for path, text in tracked_texts() if path != own and MARKS.search(text)]

    assert marked == []


def test_no_path_of_anybodys_machine_is_written_down():
    own_paths = {f"{ROOT}{os.sep}"} if len(ROOT.parts) > 2 else set()
    found = [
        path
        for path, text in tracked_texts()
        if HOME_FOLDERS.search(text) or any(own in text for own in own_paths)
    ]

    assert found == []


def test_every_test_file_has_a_name_of_its_own():
    names = Counter(path.name for path in python_files("tests") if path.name.startswith("test_"))

    assert [name for name, times in names.items() if times > 1] == []


def test_the_ci_script_can_be_started():
    script = ROOT / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert script in tracked_files()


def _called(call):
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _has_spec(call):
    return bool(call.args) or any(keyword.arg in SPECS for keyword in call.keywords)


def _comments():
    for path in python_files(*PRODUCT, "tests", "bench"):
        for token in tokenize.generate_tokens(io.StringIO(path.read_text()).readline):
            if token.type == tokenize.COMMENT:
                yield path.relative_to(ROOT).as_posix(), token
