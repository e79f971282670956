import ast
from dataclasses import fields
from pathlib import Path

import sandbox.eachlabs
from sandbox.eachlabs.options import OptionKeywords, Options


def test_every_option_is_a_keyword_of_open():
    assert [option.name for option in fields(Options)] == list(OptionKeywords.__annotations__)


def test_the_local_service_knows_nothing_of_the_product():
    """What both sides shared, neither could prove wrong."""
    folder = Path(sandbox.eachlabs.__file__).parent
    imported = {
        name
        for source in folder.glob("*.py")
        for node in ast.walk(ast.parse(source.read_text()))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }

    assert imported
    assert [name for name in imported if name.split(".")[0] in {"bot", "cogs"}] == []
