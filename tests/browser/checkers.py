"""The checkers that come from npm; `make test` installs them, and names them at its end if it cannot."""

import shutil
from pathlib import Path

import pytest

MODULES = Path(__file__).parent.parent / "checkers" / "node_modules"
VNU = MODULES / "vnu-jar/build/dist/vnu.jar"
LINKINATOR = MODULES / ".bin/linkinator"

needs_vnu = pytest.mark.skipif(
    not (shutil.which("java") and VNU.exists()),
    reason="NOT TESTED: the Nu HTML checker needs Java and npm",
)
needs_linkinator = pytest.mark.skipif(
    not (shutil.which("node") and LINKINATOR.exists()),
    reason="NOT TESTED: the crawl needs Node and npm",
)
