# make demo   the main job once through, on a fresh Debian with Rust
# make test   everything .ci/run needs

SHELL := /bin/bash
CARGO ?= cargo
TARGET := $(or $(CARGO_TARGET_DIR),$(CURDIR)/target)
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# CI wants no incremental artefacts; a developer does.
ifdef CI
export CARGO_INCREMENTAL = 0
endif

.PHONY: demo build test lint unit deny tools browser docs fuzz bench

demo: build
	$(TARGET)/release/sluss demo $(ARGS)

build: browser
	$(CARGO) build --release --locked --package sluss

# Chromium drives the audits; a C compiler builds SQLite and compression.
browser:
	@if ! { command -v chromium || command -v google-chrome || command -v chromium-browser; } >/dev/null || ! command -v cc >/dev/null; then \
	  $(SUDO) apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core build-essential; \
	fi

tools: browser
	@command -v cargo-nextest >/dev/null || $(CARGO) install --locked cargo-nextest
	@command -v cargo-deny >/dev/null || $(CARGO) install --locked cargo-deny
	@command -v qpdf >/dev/null && ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends qpdf poppler-utils postgresql; }

lint:
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets --locked -- -D warnings

# Advisories need the network and are left to `make deny-advisories`; what can be told from here is checked always.
deny:
	$(CARGO) deny check bans licenses sources

test: tools lint deny wasm
	$(CARGO) build --workspace --all-targets --locked
	$(CARGO) test --doc --workspace --locked --quiet
	SLUSS_BIN="$(TARGET)/debug/sluss" $(CARGO) nextest run --workspace --locked --no-fail-fast

# The detector for WebAssembly: its size, and the corpus of disguises run by Node where there is one. Where the target's
# standard library cannot be had, it says so and goes on.
WASM := wasm32-unknown-unknown
.PHONY: wasm
wasm:
	@if ! { [ -d "$$(rustc --print sysroot)/lib/rustlib/$(WASM)" ] || rustup target add $(WASM); }; then \
	  echo "$(WASM): not checked, its standard library cannot be installed here"; exit 0; fi; \
	cd benches && $(CARGO) build --quiet --locked --profile wasm --bin wasm --target $(WASM) && \
	file="$${CARGO_TARGET_DIR:-target}/$(WASM)/wasm/wasm.wasm" && \
	echo "$(WASM): $$(wc -c < $$file) bytes, $$(gzip -9c $$file | wc -c) packed, with the corpus it is tested on" && \
	if command -v node >/dev/null; then node wasm.mjs "$$file"; else echo "$(WASM): compiled, not run: there is no node"; fi

# Renews what is generated from the program itself.
docs:
	$(CARGO) build --package sluss --package sluss-unify
	$(TARGET)/debug/sluss docs > docs/commands.md

# The speed table as Markdown, on an idle machine. ripgrep on the PATH, and a PYTHON with `hyperscan` and `duckdb`, are
# measured too; ARGS as in benches/src/table/main.rs (`--people 1,10000000`, `--mb 64`).
bench:
	cd benches && $(CARGO) build --release --locked --bins && $(CARGO) run --release --locked --bin table -- $(ARGS)

# What watching a page costs, measured against bare loads of the same pages, and how long one page of the replica takes.
.PHONY: overhead
overhead: browser
	$(CARGO) build --release --locked --package sluss
	SLUSS_BIN="$(TARGET)/release/sluss" $(CARGO) nextest run --release -p sluss-capture -p sluss-tests -p sluss-unify \
	  --run-ignored only --no-capture --test-threads 1 -E 'test(overhead_of_capture) or test(a_page_of_the_replica)'

# Each target for SECONDS_EACH (60), from its seeds; `make test` runs the same for two seconds each, without coverage.
fuzz:
	@command -v cargo-fuzz >/dev/null || $(CARGO) install --locked cargo-fuzz
	cd fuzz && RUSTC_BOOTSTRAP=1 $(CARGO) fuzz build && for t in $$(RUSTC_BOOTSTRAP=1 $(CARGO) fuzz list); do \
	  mkdir -p corpus/$$t seeds/$$t; \
	  RUSTC_BOOTSTRAP=1 $(CARGO) fuzz run $$t corpus/$$t seeds/$$t -- -max_total_time=$${SECONDS_EACH:-60} -timeout=30 -rss_limit_mb=4096 || exit 1; done

# Renews unify/Cargo.toml after a dependency changed.
.PHONY: unify
unify:
	python3 unify/renew.py
