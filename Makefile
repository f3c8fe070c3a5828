# make run    sets up .venv and opens the dashboard             ARGS="--server.port 8600" to pass settings on
# make test   sets up and runs the tests, in a browser too      ARGS="-k units" to pick some
# make test-all  the same and what needs other programs, a proxy or much time
# make check  ruff, strict mypy, and which package may import which
# make docs   makes the reference pages in docs/ from the code
# make drafts  prints how well drafts are checked: false accusations first
# make bench  sets up .venv-bench and measures against the baselines     ARGS=--quick for five minutes of it
# make soak   damages, load and kills for an hour, with a table of what was lost     SECONDS=600 for ten minutes of it
# make lock   compiles requirements*.txt anew from pyproject.toml
# make sbom   writes bill-of-materials.cdx.json (CycloneDX) of what is installed, and licences.md
# make audit-packages  asks a database for known faults of the packages; fails where it cannot ask of each
# make clean  removes all that the others made

PYTHON ?= python3
ARGS ?=
SECONDS ?= 3600
VENV := .venv
BIN := $(VENV)/bin
BENCH := .venv-bench
RELEASE := .venv-release
# Python compiles a module when it is first imported, which is a small part of all that is installed.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile
# A lock names all that is needed, so that nothing is worked out anew.
LOCKED := $(INSTALL) --no-deps --require-hashes --requirement
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --custom-compile-command "make lock" --quiet

# Where a machine forbids Python to keep what it compiled, each of the hundreds of processes of a test run would compile
# every library anew: that is half of the time of a short one.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test test-all check docs drafts bench soak lock sbom audit-packages clean

run: $(VENV)/runtime
	$(BIN)/streamlit run app.py $(ARGS)

test: $(VENV)/dev
	$(BIN)/python tests/support/chromium.py
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not external" $(ARGS)

test-all: $(VENV)/dev
	$(BIN)/python tests/support/chromium.py
	INDICATORS_TEST_ALL=1 $(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

check: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

docs: $(VENV)/dev
	$(BIN)/python docs/generate.py

drafts: $(VENV)/dev
	$(BIN)/python tools/drafts.py $(ARGS)

bench: $(BENCH)/ready
	$(BENCH)/bin/python tests/support/chromium.py
	$(BENCH)/bin/python benchmarks $(ARGS)

soak: $(VENV)/dev
	PYTHONPATH=. $(BIN)/python tools/soak.py $(SECONDS)

# Upgrades nothing by itself: ARGS="--upgrade" does, ARGS="--upgrade-package pandas" one package.
lock: $(VENV)/created
	$(INSTALL) uv
	$(LOCK) $(ARGS) --extra dashboard --output-file requirements.txt
	$(LOCK) $(ARGS) --extra dashboard --group dev --constraint requirements.txt --output-file requirements-dev.txt
	$(subst pyproject.toml,benchmarks/requirements.in requirements.txt,$(LOCK)) $(ARGS) \
		--constraint requirements-dev.txt --output-file benchmarks/requirements.txt

# Of an environment that has nothing but what users install.
sbom: $(RELEASE)/ready
	$(RELEASE)/tools/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
		--output-file bill-of-materials.cdx.json $(RELEASE)/runtime
	$(RELEASE)/tools/bin/python tools/licences.py bill-of-materials.cdx.json > licences.md

audit-packages: $(RELEASE)/ready
	$(RELEASE)/tools/bin/pip-audit --strict --disable-pip --require-hashes --requirement requirements.txt

clean:
	rm -rf $(VENV) $(BENCH) $(RELEASE) .hypothesis .mypy_cache .pytest_cache .ruff_cache build *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Each file below says that its step was finished, so that a step is repeated only when what it reads has changed.
$(VENV)/created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is \
	needed: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) || { echo "No virtual environment could be made; on Debian and \
	Ubuntu, apt-get install python3-venv first." >&2; exit 1; }
	@touch $@

$(VENV)/runtime: $(VENV)/created requirements.txt
	$(LOCKED) requirements.txt
	@touch $@

$(VENV)/dev: $(VENV)/created requirements-dev.txt pyproject.toml
	$(LOCKED) requirements-dev.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m pip --disable-pip-version-check check > /dev/null
	@touch $@

$(RELEASE)/ready: requirements.txt
	@$(PYTHON) -m venv --clear $(RELEASE)/runtime
	@$(PYTHON) -m venv --clear $(RELEASE)/tools
	$(RELEASE)/runtime/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	$(RELEASE)/tools/bin/python -m pip install --quiet --disable-pip-version-check cyclonedx-bom pip-audit
	@touch $@

$(BENCH)/ready: benchmarks/requirements.txt
	@$(PYTHON) -m venv --clear $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@
