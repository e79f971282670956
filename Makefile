PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header

.PHONY: bench soak venv sandbox run test lint lock clean

venv: $(VENV)/.ready

# Every dependency comes from the lock, checked by hash; neither the lock nor the project needs any beside it.
$(VENV)/.ready: requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Showreel needs Python 3.11 or newer. Name one: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' \
		|| { echo "This Python cannot make virtual environments. On Debian: apt-get install python3-venv"; exit 1; }
	@echo "Setting up $(VENV): once, a minute or two."
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --no-deps --require-hashes -r requirements/dev.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

sandbox: venv
	$(BIN)/showreel sandbox $(ARGS)

run: venv
	$(BIN)/showreel run

# Four processes, since many tests wait for servers more than they reckon; whoever is done takes over
# from the others. Less than 95 % of all branches is a failure (see pyproject.toml).
test: venv
	$(BIN)/pytest -n 4 --dist worksteal --cov --cov-report=term $(ARGS)

lint: venv
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# All of them, a quarter of an hour; chosen ones with ARGS="slots memory".
bench: venv
	$(BIN)/python -m bench $(ARGS); status=$$?; $(BIN)/python -m bench.document; exit $$status

# A thousand kills, half an hour; fewer with ARGS="--kills 100".
soak: venv
	$(BIN)/python -m tests.kill.soak $(ARGS)

# Versions and hashes, no addresses.
lock: venv
	$(LOCK) pyproject.toml -o requirements/run.txt
	$(LOCK) pyproject.toml --all-extras --group build -o requirements/dev.txt
	$(LOCK) --group build -o requirements/build.txt

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage .coverage.*
