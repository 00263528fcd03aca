# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 2

.PHONY: demo test check setup setup-dev office wine parity parity-part tamper mutants metrics excel excel-part bench pictures clean

demo: setup  ## the main job on the real form; needs no LibreOffice
	@$(BIN)/python scripts/demo.py

test: office wine check parity-part excel-part  ## everything, with a real LibreOffice and browser where they may be installed

check: setup-dev  ## lint, types, imports, tests; warnings are errors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/dti rules lint
	$(BIN)/pytest -n $(WORKERS)

setup: $(VENV)/.installed

setup-dev: $(VENV)/.installed-dev

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# The development tools are the group `dev` of pyproject.toml; pip reads groups from 25.1 on.
$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

office:
	@bash scripts/setup-office.sh

wine: setup  ## Wine, a small compiler and Microsoft's validator, where they may be installed
	@sh scripts/setup-wine.sh $(VENV)/excel

excel: wine setup-dev  ## Excel without Excel: every link of the chain that can be had; prints the table
	$(BIN)/python -m benchmarks.excel_proof

excel-part: setup-dev
	$(BIN)/python -m benchmarks.excel_proof --part --only wine

parity: setup-dev  ## the same number on every surface, every formula of random units; prints the counts
	$(BIN)/python -m benchmarks.parity --units 500 --office 20

parity-part: setup-dev
	$(BIN)/python -m benchmarks.parity --units 10 --office 2

tamper: setup-dev  ## every formula of every workbook typed over, one at a time; each is found at its cell
	$(BIN)/python -m benchmarks.tamper

mutants: setup-dev  ## small faults in the code, a seeded sample a room; the share that the tests notice
	$(BIN)/python -m benchmarks.mutants

metrics: setup-dev  ## kinds asked by type, long functions and files, `Any`, sentences outside texts/
	$(BIN)/python -m benchmarks.metrics

bench: setup-dev  ## figures, medians, side by side in one run
	$(BIN)/python -m benchmarks.run

pictures: setup-dev  ## the workbook as pictures (LibreOffice → PDF → PNG)
	$(BIN)/python scripts/pictures.py

clean:
	rm -rf $(VENV) out build dist rulesets/compiled
