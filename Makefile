# Two commands do everything: `make run` and `make test`. docs/architecture.md says what stands where.
# The environment: HOST, PORT, DATABASE_URL, DEMO_PASSWORD…; docs/deploying.md lists all of them.

PYTHON ?= python3
BIN := .venv/bin
DEMO ?= 1
export DJANGO_SETTINGS_MODULE ?= config.settings.local

.DEFAULT_GOAL := help
.PHONY: help run demo demo-remove check format test test-quick proof bench-search bench-seo image-test screenshots messages requirements clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

# The runtime set is enough to run; tests and tools come with the other stamp.
.venv/runtime.stamp: requirements/runtime.txt
	@echo "Installing what the site needs (once; a minute or two)"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	@touch $@

.venv/dev.stamp: requirements/dev.txt .venv/runtime.stamp
	@echo "Installing what the tests need (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

run: .venv/runtime.stamp ## Serve the site on http://127.0.0.1:8000 (HOST, PORT; DEMO=0 for an empty one)
	@DEMO=$(DEMO) scripts/run

demo: .venv/runtime.stamp ## Reset the example content, after asking
	@$(BIN)/python manage.py demo load

demo-remove: .venv/runtime.stamp ## Remove the example content, after asking
	@$(BIN)/python manage.py demo remove

check: .venv/dev.stamp ## What to run before a commit: style, types, layers, quick tests of what changed
	@scripts/check

format: .venv/dev.stamp ## Put Python and templates into their form
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet .
	@$(BIN)/djade --target-version 5.2 $$(git ls-files 'templates/*.html') || true

test: .venv/dev.stamp ## Everything CI runs: lint, types, unit, integration and browser tests on each database
	@scripts/test

proof: .venv/dev.stamp image-test ## What takes long: the image, a fuzz of the public addresses, Lighthouse’s SEO audits
	@scripts/checkers
	@DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/pytest -q tests/proof

bench-search: .venv/dev.stamp ## Measure the search at 100,000 posts on both databases (RELEVANCE_SET, POSTS); docs/search.md
	@scripts/bench-search

bench-seo: .venv/dev.stamp ## Measure the SEO desk and what machines read at 100,000 posts on both databases (POSTS, PARTS); docs/seo.md
	@scripts/bench-seo

image-test: ## Build the container image and run it for real
	@scripts/image-test

screenshots: .venv/dev.stamp ## Picture every page type at three widths, light and dark, into var/screenshots
	@$(BIN)/python scripts/screenshots.py

messages: .venv/dev.stamp ## Collect texts for translation into locale/ (needs GNU gettext)
	@$(BIN)/python manage.py makemessages --locale it --no-location --no-wrap --ignore .venv --ignore var --ignore node_modules

requirements: ## Pin and hash the dependencies of pyproject.toml anew (needs uv)
	@uv pip compile pyproject.toml --universal --generate-hashes --python-version 3.11 --no-header --no-annotate -q -o requirements/runtime.txt
	@uv pip compile pyproject.toml --group dev --universal --generate-hashes --python-version 3.11 --no-header --no-annotate -q -o requirements/dev.txt

clean: ## Remove the virtual environment, the database and everything generated
	@printf 'This deletes .venv and var, the database included. Go on? [y/N] ' && read answer && [ "$$answer" = y ]
	rm -rf .venv var node_modules
