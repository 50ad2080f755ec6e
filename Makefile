# The two commands that matter: `make up` and `make test`. `make help` lists the rest.
STACK ?= dev
# A kube-context of yours. Without it everything happens in the lab and no kubeconfig of yours is read.
CONTEXT ?=
# How a preview is written: nothing for Pulumi's own text, else markdown, text or json for what it does to requests.
FORMAT ?=
# With which dangers such a preview fails.
FAIL_ON ?= outage,exposure
SHELL := /bin/sh
.DEFAULT_GOAL := help

.PHONY: help up preview render down test table transitions prove bench lint release

help: ## list the targets
	@awk -F ":.*## " '/^[a-z]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@printf '\n  STACK=<name>            which stack: dev (default), ambient, coolstore, mixed or production\n'
	@printf '  YES=1                   go on although requests will be lost or let in (CI does so too); IMPACT=off does not look\n'
	@printf '  FORMAT=<format>         of a preview: markdown, text or json, of what it does to requests\n'
	@printf '  CONTEXT=<kube-context>  a cluster of yours instead of the lab\n'
	@printf '  TIER=<name>             lab, unit, conformance, translate, render, field or cluster\n'

up: ## bring the lab up, deploy the stack, show the result
	@scripts/stack up "$(STACK)" "$(CONTEXT)"

preview: ## show what `make up` would change, object by object
	@FORMAT="$(FORMAT)" FAIL_ON="$(FAIL_ON)" scripts/stack preview "$(STACK)" "$(CONTEXT)"

down: ## undo `make up`: end the lab, or destroy the stack in the named cluster
	@scripts/stack down "$(STACK)" "$(CONTEXT)"

render: ## write every object of every stack and example as YAML to build/render/, without a cluster
	@scripts/render

lint: ## formatting, lint, import direction, unused code, types, shell scripts
	@lab/lab prepare node-packages
	npm run --silent lint
	npm run --silent typecheck
	scripts/lint-shell
	cd lab && test -z "$$(gofmt -l cmd internal modules)" && go vet ./cmd/... ./internal/...
	@lab/lab vet

test: ## all tests, or those of one tier: TIER=unit
	@scripts/test

table: ## write docs/components.md from the results of the last `make test`
	@npx --no-install tsx scripts/component-table.ts

transitions: ## write docs/transitions.md, what a change of each argument deletes, replaces and updates
	@npx --no-install tsx scripts/transitions.ts

prove: ## compare with the real parts at length (up to an hour), all or NAME=gateways, and write docs/proof.md
	@lab/lab prepare
	@node --import tsx scripts/prove.ts $(NAME)

bench: ## measurements, as ratios within one run
	@scripts/bench

release: ## join the change notes into CHANGELOG.md, set VERSION=<x.y.z>, commit and tag
	@node --import tsx scripts/release.ts "$(VERSION)"
