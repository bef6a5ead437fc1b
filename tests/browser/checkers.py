"""The checkers that come from npm; `scripts/checkers` installs them, and `make test` names them at its end if it cannot."""

import os
import shutil
from pathlib import Path

import pytest

MODULES = Path(__file__).parent.parent / "checkers" / "node_modules"
VNU = MODULES / "vnu-jar/build/dist/vnu.jar"
LINKINATOR = MODULES / ".bin/linkinator"
LIGHTHOUSE = MODULES / ".bin/lighthouse"
STRUCTURED_DATA = MODULES.parent / "structured-data.mjs"

# In CI nothing is skipped: there a missing checker fails the test itself.
MAY_SKIP = os.environ.get("CI") != "true"

needs_vnu = pytest.mark.skipif(
    MAY_SKIP and not (shutil.which("java") and VNU.exists()),
    reason="NOT TESTED: the Nu HTML checker needs Java and npm",
)
needs_linkinator = pytest.mark.skipif(
    MAY_SKIP and not (shutil.which("node") and LINKINATOR.exists()),
    reason="NOT TESTED: the crawl needs Node and npm",
)
needs_validator = pytest.mark.skipif(
    MAY_SKIP
    and not (shutil.which("node") and (MODULES / "@adobe/structured-data-validator").exists()),
    reason="NOT TESTED: the validator of structured data needs Node and npm",
)
