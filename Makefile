# Works from any folder: make -C /path/to/phare demo. Without make: python3 dev.py demo
HERE := $(dir $(abspath $(lastword $(MAKEFILE_LIST))))
DEV := python3 "$(HERE)dev.py"
.PHONY: demo test test-all check setup bench

demo:
	@$(DEV) demo

test:
	@$(DEV) test

test-all:
	@$(DEV) test-all

check:
	@$(DEV) check

setup:
	@$(DEV) setup

bench:
	@$(DEV) bench $(NAME)
