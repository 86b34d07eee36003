# shellcheck shell=bash
# Long runs against the kiosk. Sourced by ./dev.

readonly monkey_events=100000

# dev_soak [--sessions N] [--seed N] [--minutes N]: patients at a kiosk. dev_soak --monkey [EVENTS]: random touches and keys instead, and a
# twentieth of them on pages that try to lead elsewhere.
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
  build_targets release test_ui_kiosk_kiosk_monkey test_ui_kiosk_kiosk_engine_monkey
  run_monkey test_ui_kiosk_kiosk_monkey "$1"
  # A page's process answers each: a twentieth takes about as long. Less than a test's run says nothing.
  run_monkey test_ui_kiosk_kiosk_engine_monkey "$(($1 / 20 < 600 ? 600 : $1 / 20))"
}

run_monkey() {
  TZ=Europe/Rome QTWEBENGINE_DISABLE_SANDBOX=1 TELECONSULT_MONKEY_EVENTS="$2" QTEST_FUNCTION_TIMEOUT=86400000 \
    tests/support/with_display "$(build_dir_of release)/tests/bin/$1" -silent
}
