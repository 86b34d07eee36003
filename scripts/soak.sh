# shellcheck shell=bash
# Long runs against the kiosk. Sourced by ./dev.

readonly monkey_events=100000

# dev_soak --monkey [EVENTS]: random touches and keys at a kiosk.
dev_soak() {
  [[ "${1:-}" == --monkey ]] || fail "The long runs are: ./dev soak --monkey [EVENTS]"
  ensure_packages build run test
  soak_monkey "${2:-$monkey_events}"
}

# Another seed: TELECONSULT_MONKEY_SEED=N. Qt's own limit for a test is for the short run.
soak_monkey() {
  build_targets release test_ui_kiosk_kiosk_monkey
  TZ=Europe/Rome TELECONSULT_MONKEY_EVENTS="$1" QTEST_FUNCTION_TIMEOUT=86400000 \
    tests/support/with_display "$(build_dir_of release)/tests/bin/test_ui_kiosk_kiosk_monkey" -silent
}
