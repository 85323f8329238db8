# evacplan: `make demo` and `make test` work from a fresh clone; `make check` looks at the code, `make bench` measures.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := .stamps/installed

.DEFAULT_GOAL := help
.PHONY: help demo test check format lint types contracts docs docs-check site bench lock clean

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "make %-10s %s\n", $$1, $$2}'

$(STAMP): pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@mkdir -p .stamps && touch $(STAMP)

demo: $(STAMP) ## install if needed and run the main job on advisories of autumn 2025
	@$(BIN)/evacplan demo

test: $(STAMP) ## install if needed and run every test
	$(BIN)/python -m pytest

check: format lint types contracts docs-check ## format, lint, types, import contracts, generated docs

format: $(STAMP)
	$(BIN)/ruff format --check .

lint: $(STAMP)
	$(BIN)/ruff check .

types: $(STAMP)
	$(BIN)/mypy

contracts: $(STAMP)
	$(BIN)/lint-imports

docs: $(STAMP) ## write the generated pages of docs/
	$(BIN)/python docs/generate.py

docs-check: $(STAMP)
	$(BIN)/python docs/generate.py --check

site: $(STAMP) ## build the documentation as a web site, in build/site
	$(BIN)/mkdocs build --quiet --strict

bench: $(STAMP) ## measure against named peers; figures as ratios
	$(BIN)/python benchmarks/run.py

lock: ## pin every package anew, with hashes
	$(PYTHON) -m venv .stamps/lock && .stamps/lock/bin/python -m pip install --quiet uv
	.stamps/lock/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links --extra test --extra docs --extra server pyproject.toml build-requirements.in \
	  -o requirements.lock

clean: ## remove what was made
	rm -rf $(VENV) .stamps dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage*
