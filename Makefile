# One door to every check: `make` lists them. BIN is where the tools live.
BIN ?= .venv/bin

.PHONY: help venv lint format types test check ci

help:  ## list the targets
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed -E 's/: .*## /\t/' | expand -t 10

venv:  ## make .venv with everything that development needs
	python3 -m venv .venv
	.venv/bin/pip install -q -e '.[dev]'

lint:  ## ruff: house style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format:  ## rewrite files into the house's formatting
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types:  ## mypy, strict
	$(BIN)/mypy

test:  ## tests, doctests, README and notebooks
	$(BIN)/pytest

check: lint types test  ## all that CI runs, in the environment at hand

ci:  ## CI itself: the same checks in a fresh environment
	bash .ci/run
