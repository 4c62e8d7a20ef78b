# Two commands: `make demo` and `make test`. Both make their own environment in $(VENV).

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
DEMO = demo/rights-diff-demo.html

.PHONY: demo test coverage long laws fuzz mutants lint bench peers docs clean help

help:
	@echo "make demo   compare the shipped samples and write $(DEMO)"
	@echo "make test   run every test (those on real reports need RIGHTS_DIFF_REPORTS)"
	@echo "make coverage  the tests with lines and branches counted; fails under 95 % of either"
	@echo "make long   every property test with 100,000 examples (days; one of them: TESTS=tests/property/test_edits_laws.py)"
	@echo "make laws   the same with as many examples as fit into SECONDS=60 a test; a table below build/laws"
	@echo "make fuzz   damaged and odd input for each reader, SECONDS=60 each; fails where anything is found"
	@echo "make mutants   change the rules one by one and see whether a test notices (takes minutes)"
	@echo "make lint   ruff and mypy --strict"
	@echo "make peers  time it beside other programs and write docs/performance.md (takes minutes)"
	@echo "make docs   the documentation, into build/docs; a warning is an error"
	@echo "make bench  time a pair of chapters from file to HTML, and the finding of figures"

demo: $(VENV)/.core
	@mkdir -p $(dir $(DEMO))
	@$(BIN)/rights-diff demo -o $(DEMO)
	@echo "open file://$(abspath $(DEMO))"

test: $(VENV)/.test
	$(BIN)/python -m pytest $(PYTEST_ARGS)

# Tests that time something are left out: counting lines makes them slow. The same few examples are
# drawn each time, so that the figure does not waver.
coverage: $(VENV)/.test
	rm -rf build/coverage
	$(BIN)/python -m coverage run -m pytest -q --hypothesis-profile=steady \
	  --ignore tests/property/test_regex_safety.py --ignore tests/browser \
	  -k "not hostile_lines and not no_byte_depends and not benchmarks and not at_once" $(PYTEST_ARGS)
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report
	$(BIN)/python -m coverage json --quiet -o build/coverage/figures.json
	$(BIN)/python scripts/coverage_gate.py build/coverage/figures.json

TESTS ?= tests/property
long: $(VENV)/.test
	$(BIN)/python -m pytest $(TESTS) -m hypothesis --hypothesis-profile=long $(PYTEST_ARGS)

SECONDS ?= 60
laws: $(VENV)/.test
	$(BIN)/python fuzz/laws.py --seconds $(SECONDS) $(TESTS)

fuzz: $(VENV)/.fuzz
	$(BIN)/python fuzz/run.py --seconds $(SECONDS) $(TARGETS)

mutants: $(VENV)/.mutants
	$(BIN)/python -m mutmut run
	$(BIN)/python -m mutmut results

lint: $(VENV)/.lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: $(VENV)/.docs
	$(BIN)/python -m sphinx --fresh-env --write-all --fail-on-warning --keep-going --quiet -b html docs build/docs
	@echo "open file://$(abspath build/docs/index.html)"

bench: $(VENV)/.test
	$(BIN)/python benchmarks/pair.py
	$(BIN)/python benchmarks/quantities.py

peers: $(VENV)/.bench
	$(BIN)/python benchmarks/peers.py --out docs/performance.md $(PEERS_ARGS)

$(VENV)/.base:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; name one with: make PYTHON=python3.11 …" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	@touch $@

$(VENV)/.core: $(VENV)/.base pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.core
	$(BIN)/python -m pip install --quiet --editable ".[all]" --group test
	@touch $@

$(VENV)/.bench: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --group bench
	@touch $@

$(VENV)/.fuzz: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --group fuzz
	@touch $@

$(VENV)/.mutants: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --group mutants
	@touch $@

$(VENV)/.lint: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --group lint
	@touch $@

$(VENV)/.docs: $(VENV)/.core
	$(BIN)/python -m pip install --quiet --editable ".[testing]" --group docs
	@touch $@

clean:
	rm -rf $(VENV) demo .pytest_cache .mypy_cache .ruff_cache .hypothesis dist build mutants
