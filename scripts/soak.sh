# shellcheck shell=bash
# Long runs against the kiosk. Sourced by ./dev.

readonly monkey_events=100000

# dev_soak [--sessions N] [--seed N] [--minutes N]: patients at a kiosk. dev_soak --monkey [EVENTS]: random touches and keys instead.
dev_soak() {
  ensure_packages build run test
  if [[ "${1:-}" == --monkey ]]; then
    soak_monkey "${2:-$monkey_events}"
    return
  fi
  build_targets release soak
  prepare_person soak
  on_virtual_display "$tree/tests/bin/soak" "$@"
}

# Another seed: TELECONSULT_MONKEY_SEED=N. Qt's own limit for a test is for the short run.
soak_monkey() {
  build_targets release test_ui_kiosk_kiosk_monkey
  TZ=Europe/Rome TELECONSULT_MONKEY_EVENTS="$1" QTEST_FUNCTION_TIMEOUT=86400000 \
    tests/support/with_display "$(build_dir_of release)/tests/bin/test_ui_kiosk_kiosk_monkey" -silent
}
