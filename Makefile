# nhiemvu: every way into the project. `make` or `make help` lists them.

# What can be set on the command line, as in `make install PREFIX=$HOME/.local`:
PREFIX    ?= /usr/local
DESTDIR   ?=
CONFIG    ?= debug
STORE     ?= var/demo.db
ROUNDS    ?= 2000
SEED      ?= 2013
SWEEP     ?= 1
WHOLE     ?= award
CROWD     ?= 60
RUNS      ?= 1000000
MINUTES   ?= 10
PARTS     ?=

PRODUCT   := nhiemvu
SWIFT_SRC := Package.swift Sources Tests scripts $(wildcard Benchmarks/Package.swift Benchmarks/Sources Fuzzing/Package.swift Fuzzing/Sources)
# One set of flags for all release builds, so that one does not undo the other. What is specialised across modules records an act 5 % faster.
RELEASE   := -c release --static-swift-stdlib -Xswiftc -cross-module-optimization
NEEDS     := git curl libsqlite3-dev libzip-dev libxml2-dev libxlsxwriter-dev pkg-config

.DEFAULT_GOAL := help
.PHONY: help needs build run test lint format check-imports check-packages forms mutants torture fuzz fuzz-seeded sanitize oracles bench install uninstall clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

needs: ## install what a fresh Debian or Ubuntu machine with Swift lacks
	@scripts/need $(NEEDS)

build: needs ## build the program (CONFIG=debug or release)
	swift build -c $(CONFIG) --product $(PRODUCT)

run: build ## do the main job: the sample portfolio, its overview, one blocked task explained, the log verified
	@scripts/run "$$(swift build -c $(CONFIG) --show-bin-path)/$(PRODUCT)" "$(STORE)"

test: needs ## run all tests
	swift test

lint: needs ## check the formatting of all Swift code
	swift format lint --strict -r $(SWIFT_SRC)

format: needs ## mend the formatting of all Swift code
	swift format -i -r $(SWIFT_SRC)

check-imports: needs ## compare every import with the module map in Package.swift
	@swift scripts/check-imports.swift --self-test
	@swift package describe --type json | swift scripts/check-imports.swift

check-packages: needs ## check that Benchmarks and Fuzzing fit the modules, without building them
	swift build
	@scripts/check-packages

forms: needs ## compile the sources of the forms to the Word templates
	swift run -c $(CONFIG) forms templates/documents

mutants: needs ## make 200 mistakes in the rule files and count how many are noticed
	swift run -c $(CONFIG) mutants

torture: build ## kill, unplug, fill, break and crowd the store (ROUNDS, SEED, SWEEP, CROWD: docs/surviving.md)
	swift build -c $(CONFIG) --product CFaults
	swift build -c $(CONFIG) --product torture
	"$$(swift build -c $(CONFIG) --show-bin-path)/torture" --kills $(ROUNDS) --seed $(SEED) --sweep $(SWEEP) --whole $(WHOLE) --seconds $(CROWD)

fuzz-seeded: needs ## give every reader of foreign bytes seeded random inputs (RUNS, SEED): no crash, no hang, no growth of memory
	swift build $(RELEASE) --product fuzz
	"$$(swift build $(RELEASE) --show-bin-path)/fuzz" --runs $(RUNS) --seed $(SEED)

fuzz: fuzz-seeded ## the seeded inputs, then MINUTES of fuzzing guided by coverage (libFuzzer, AddressSanitizer) over all targets
	@scripts/fuzz "$(MINUTES)"

sanitize: needs ## run the tests of readers, store and jobs under AddressSanitizer and ThreadSanitizer (builds of their own)
	@scripts/sanitize

oracles: build ## compare with other people's tools, installed into .build-oracles
	swift build -c $(CONFIG) --product workbooks
	swift build -c $(CONFIG) --product survival
	swift build -c $(CONFIG) --product letters
	@scripts/oracles "$$(swift build -c $(CONFIG) --show-bin-path)/$(PRODUCT)" "$(STORE)"

bench: needs ## measure the speed beside its limits and beside other libraries (PARTS=durable…; a release build of its own)
	@RELEASE="$(RELEASE)" scripts/bench $(PARTS)

install: needs ## install under DESTDIR/PREFIX: program, rule files, templates, man pages, completions
	swift build $(RELEASE) --product $(PRODUCT)
	@scripts/install "$$(swift build $(RELEASE) --show-bin-path)/$(PRODUCT)" "$(DESTDIR)$(PREFIX)"

uninstall: ## remove what `make install` put there; no store is touched
	@scripts/uninstall "$(DESTDIR)$(PREFIX)"

clean: ## remove everything built; the demo store in var/ stays
	rm -rf .build .build-oracles .build-address .build-thread Benchmarks/.build Fuzzing/.build
