# Works from any folder: make -C /path/to/phare demo. Without make: python3 dev.py demo
# (No function of make's own: they all break a path at its spaces.)
DEV := exec python3 "$(shell dirname "$(strip $(MAKEFILE_LIST))")/dev.py"
.PHONY: demo test test-all check setup bench messages

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

messages:
	@$(DEV) messages
