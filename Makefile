# Two commands do everything: `make demo` and `make test`. `make check-long` runs the full counts.
SHELL := /bin/bash
BUILD_PACKAGES := libzip-dev libxml2-dev libargon2-dev libxlsxwriter-dev libsqlite3-dev pkg-config
TEST_PACKAGES := chromium chromium-driver fonts-noto-cjk libreoffice-writer libreoffice-calc poppler-utils sqlite3 python3 python3-venv
PYTHON_PACKAGES := openpyxl==3.1.5 python-docx==1.2.0 selenium==4.51.0 chinesecalendar==1.11.0 holidays==0.109
PYTHON := $(CURDIR)/.build-python
PORT ?= 8080

.PHONY: demo test check-long lint build-packages test-packages python bench dictionary clean

demo: build-packages
	swift build -c release --product zhunsheng
	.build/release/zhunsheng demo --database zhunsheng-demo.sqlite --replace --port $(PORT)

test: build-packages test-packages python
	swift build --build-tests --explicit-target-dependency-import-check error
	PATH="$(PYTHON)/bin:$$PATH" swift test --skip-build
	PATH="$(PYTHON)/bin:$$PATH" python3 Tests/Browser/walk.py --binary .build/debug/zhunsheng
	PATH="$(PYTHON)/bin:$$PATH" python3 Tests/Kill/kill.py --binary .build/debug/zhunsheng --rounds 6

# Full counts in a release build: every oracle case, every fuzz input, a hundred kills, each published figure counted again in SQL.
check-long: build-packages test-packages python
	swift build -c release --build-tests -Xswiftc -enable-testing
	PATH="$(PYTHON)/bin:$$PATH" ZHUNSHENG_LONG=1 swift test -c release --skip-build -Xswiftc -enable-testing
	PATH="$(PYTHON)/bin:$$PATH" python3 Tests/Kill/kill.py --binary .build/release/zhunsheng --rounds 100
	PATH="$(PYTHON)/bin:$$PATH" python3 Tests/Recount/recount.py --binary .build/release/zhunsheng --shaken 3

lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

# The pages of docs/reference/registers/, out of the definitions; a test fails while they are stale.
dictionary: build-packages
	swift build --product zhunsheng
	.build/debug/zhunsheng dictionary -o docs/reference/registers

bench: build-packages
	$(MAKE) -C Benchmarks

# Installs what is missing where it may, else says the one command to run.
define install
	@missing=$$(for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $$missing; \
	  elif sudo -n true 2>/dev/null; then sudo apt-get update -qq && sudo DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $$missing; \
	  else echo "Run first: sudo apt-get install -y --no-install-recommends" $$missing; exit 1; fi; \
	fi
endef

build-packages:
	$(call install,$(BUILD_PACKAGES))

test-packages:
	$(call install,$(TEST_PACKAGES))

python: test-packages
	@test -x $(PYTHON)/bin/python3 || python3 -m venv $(PYTHON)
	@$(PYTHON)/bin/python3 -c 'import openpyxl, docx, selenium, chinese_calendar, holidays' 2>/dev/null \
	  || $(PYTHON)/bin/python3 -m pip install --quiet $(PYTHON_PACKAGES)

clean:
	rm -rf .build .build-python zhunsheng-demo.sqlite*
