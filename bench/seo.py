"""`python -m bench.seo PART`: one part of `make bench-seo`, on the database of DATABASE_URL.

A part is a module `bench/seo_PART.py` with `measure()`, which prints its rows and returns whether each is good.
"""

import os
import sys
from importlib import import_module

import django

django.setup()

from bench.posts import furnish  # noqa: E402
from bench.table import HEAD, environment  # noqa: E402

if __name__ == "__main__":
    name = sys.argv[1]
    furnish(int(os.environ.get("POSTS", "100000")))
    print(f"\n{name}: {environment()}\n\n{HEAD}")
    sys.exit(0 if all(import_module(f"bench.seo_{name}").measure()) else 1)
