# Everything runs in an environment of the project's own, made at first use.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help serve test check lint types layers format library clean

help: ## What can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(VENV)/serve.stamp ## Serve the assistant, with the starter library, at http://127.0.0.1:8000
	$(BIN)/klastrownik serve

test: $(VENV)/dev.stamp ## Pass the tests (those in a browser want Chromium: apt-get install chromium)
	$(BIN)/python -m pytest -n auto --dist worksteal

check: lint types layers ## Style, types and the direction of imports

lint: $(VENV)/dev.stamp ## ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev.stamp ## mypy --strict
	$(BIN)/mypy

layers: $(VENV)/dev.stamp ## import-linter
	$(BIN)/lint-imports

format: $(VENV)/dev.stamp ## Let ruff format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

library: $(VENV)/dev.stamp ## Make the starter library's decks and documents again
	$(BIN)/python -m tools.library

clean: ## Remove the environment and what tools left behind
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info build

$(VENV)/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Name one: make PYTHON=python3.12 …" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/serve.stamp: $(VENV)/python.stamp pyproject.toml
	$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/python.stamp pyproject.toml
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@
