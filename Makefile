# `make test` installs what it needs and runs every check; the other targets are parts of it or long runs.

.PHONY: test tools update bench scale ratios ratios-plan ratios-renewal ratios-audit ratios-kpi budget-exact office fuzz fmt clean

# Every check, cheap ones first; ends with `N passed, M failed`.
test:
	@bash tests/ci/all.sh

# What the checks need and this machine lacks.
tools:
	@bash tests/ci/tools.sh

# Rewrites every generated file: schemas, error page, golden answers, stubs, TypeScript types.
update:
	ENTRETIEN_UPDATE=1 cargo test -p entretien-tests --test generated --test golden --test answers --test kpi_report \
		--test deliverable --test charts --test review
	ENTRETIEN_UPDATE=1 cargo run --release -p entretien-examples --bin story -- --check tests/golden/story.json
	bash bindings-python/stubs.sh
	bash bindings-wasm/check.sh --update

fmt:
	cargo fmt --all

# Measurements to record in benches/RECORD.md.
bench:
	cargo bench -p entretien-benches

scale:
	cargo run --release -p entretien-benches --bin scale -- --assets 1000000
	cargo run --release -p entretien-benches --bin ratios -- plan-batches 10000000

# Against peers; each ends with a line of `name=value`.
ratios:
	cargo run --release -p entretien-benches --bin ratios -- recurrence

ratios-plan:
	cargo run --release -p entretien-benches --bin ratios -- plan

ratios-renewal:
	cargo run --release -p entretien-benches --bin ratios -- renewal

ratios-audit:
	cargo run --release -p entretien-benches --bin ratios -- audit

# Needs the Python package: `bash bindings-python/check.sh`.
ratios-kpi:
	cargo run --release -p entretien-benches --bin ratios -- kpi

# More budgets beside an exact method.
budget-exact:
	BUDGETS=1000 BUDGET_ESTATES=20 bash tests/ci/budget.sh

# Workbooks in LibreOffice: `apt-get install libreoffice-calc`.
office:
	bash tests/ci/office.sh

# Ten minutes of fuzzing parse and expand.
fuzz:
	FUZZ_SECONDS=600 bash tests/ci/fuzz.sh

clean:
	cargo clean
	rm -rf out bindings-python/.venv bindings-wasm/pkg examples/planner/dist
