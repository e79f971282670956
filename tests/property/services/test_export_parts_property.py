"""However rows come and however small a file may be: none is lost, cut, or in two files."""

import gzip
import itertools
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.media.scratch_folder import DirectoryScratchFolder
from bot.services.export_parts import RowParts

HEADER = "header\r\n"
# Rows that hardly shrink, and rows that shrink a lot.
ROWS = st.lists(
    st.one_of(
        st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=60),
        st.integers(0, 120).map(lambda length: "a" * length),
    ).map(lambda text: f"{text}\r\n"),
    min_size=1,
    max_size=60,
)


@settings(max_examples=60)
@given(rows=ROWS, part_max_bytes=st.integers(1500, 4000), has_header=st.booleans())
def test_rows_come_back_whole_and_in_order(rows, part_max_bytes, has_header):
    with TemporaryDirectory() as folder:
        parts = RowParts(
            DirectoryScratchFolder(Path(folder)),
            part_max_bytes=part_max_bytes,
            parts_at_most=100,
            has_header=has_header,
        )
        if has_header:
            parts.write(HEADER)
        parts.writelines(rows)
        files = parts.finish()

        texts = [read(file) for file in files]
        assert all(file.path.stat().st_size == file.size_bytes for file in files)
        assert all(file.size_bytes <= part_max_bytes for file in files)
        assert len(files) == 1 or all(file.is_compressed for file in files)
        header = HEADER if has_header else ""
        assert all(text.startswith(header) for text in texts)
        read_rows = [text.removeprefix(header).splitlines(keepends=True) for text in texts]
        assert "".join(itertools.chain.from_iterable(read_rows)) == "".join(rows)
        assert all(text.endswith("\r\n") for text in texts)

        parts.close()
        assert list(Path(folder).iterdir()) == []


def read(part):
    data = part.path.read_bytes()
    return (gzip.decompress(data) if part.is_compressed else data).decode()
