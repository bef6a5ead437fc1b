"""What the scripts weigh on the wire: small, and nothing of others among them."""

from pathlib import Path

import brotli
import pytest

# Bytes, as a browser gets them.
BUDGETS = {"*": 6_000, "announcement": 400, "consent": 1_500, "tags": 1_000}


@pytest.mark.parametrize(("name", "most"), BUDGETS.items())
def test_scripts_are_small(name, most):
    files = list(Path("static/js").glob(f"{name}.js"))
    assert files
    assert sum(len(brotli.compress(file.read_bytes())) for file in files) <= most
