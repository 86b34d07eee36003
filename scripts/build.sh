# shellcheck shell=bash
# Configuring, building and testing. Sourced by ./dev.

# What the product is made of; the rest of the tree is its tests.
readonly product_targets=(core/all resources/all ui/all translations/all app/all)

build_dir_of() { printf 'build/%s\n' "$1"; }

# configure PRESET: does nothing when the tree is configured already; ninja sees changed CMake files by itself.
configure() {
  local preset="$1" dir wanted
  dir="$(build_dir_of "$preset")"
  # Made for another place, system or presets, a tree cannot be used as it is.
  wanted="$project_dir $(cat CMakePresets.json /etc/os-release 2>/dev/null | cksum)"
  [[ ! -f "$dir/build.ninja" || "$(cat "$dir/.configured" 2>/dev/null)" != "$wanted" ]] || return 0
  if ! grep --quiet --no-messages --line-regexp "CMAKE_HOME_DIRECTORY:INTERNAL=$project_dir" "$dir/CMakeCache.txt"; then
    rm -rf "$dir"
  fi
  if ! cmake --preset "$preset" --fresh >/dev/null; then
    is_known_debian || say "Elsewhere than on Debian 12 and 13, install what these packages hold: $(packages_for build run | tr '\n' ' ')"
    fail "The tree could not be configured."
  fi
  printf '%s\n' "$wanted" >"$dir/.configured"
}

# build_targets PRESET [TARGET…]: without a target, everything.
build_targets() {
  local preset="$1" dir
  shift
  dir="$(build_dir_of "$preset")"
  configure "$preset"
  cmake --build "$dir" --parallel "$(job_count)" ${1:+--target "$@"}
}

dev_build() {
  ensure_packages build
  build_targets "${1:-release}"
}

dev_test() {
  ensure_packages build run test
  build_targets release
  run_tests release "$@"
}

# run_tests PRESET [CTEST-ARGUMENT…]: with a home, a runtime directory and a session bus of its own,
# so that a test meets neither the person's files nor another test run. A test takes two places or, if it mostly waits, one.
run_tests() {
  local preset="$1" scratch status=0
  shift
  scratch="$(make_scratch_dir)"
  mkdir --mode=700 "$scratch/runtime"
  (
    export HOME="$scratch" XDG_RUNTIME_DIR="$scratch/runtime" LC_ALL=C.UTF-8
    unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME
    if is_root || ! engine_sandbox_works; then
      say "The engine's own sandbox cannot work here, so the tests run without it."
      export QTWEBENGINE_DISABLE_SANDBOX=1
    fi
    dbus-run-session -- ctest --test-dir "$(build_dir_of "$preset")" --output-on-failure --no-tests=error \
      --parallel "$((2 * $(job_count)))" "$@" </dev/null
  ) || status=$?
  rm -rf "$scratch"
  return "$status"
}

dev_sanitize() {
  local preset
  ensure_packages build run test
  for preset in asan tsan; do
    sanitize_with "$preset"
  done
}

# Only the tests that carry the label "core": the engine and the window system are not built for the sanitizers.
sanitize_with() {
  local preset="$1"
  local -a targets
  configure "$preset"
  # Each has a program of its name, but for what only sums others up.
  mapfile -t targets < <(comm -12 \
    <(ctest --test-dir "$(build_dir_of "$preset")" --show-only --label-regex '^core$' |
      sed -n 's/^ *Test *#[0-9]*: \(.*\)$/test_\1/p' | sort) \
    <(cmake --build "$(build_dir_of "$preset")" --target help | sed -n 's/^\(test_[a-z0-9_]*\): .*$/\1/p' | sort --unique))
  ((${#targets[@]} > 0)) || fail "No test carries the label 'core'."
  build_targets "$preset" "${targets[@]}"
  say "Tests under preset $preset"
  (
    export ASAN_OPTIONS="detect_stack_use_after_return=1:${ASAN_OPTIONS:-}"
    export UBSAN_OPTIONS="print_stacktrace=1:${UBSAN_OPTIONS:-}"
    export LSAN_OPTIONS="suppressions=$project_dir/scripts/lsan.supp:print_suppressions=0:${LSAN_OPTIONS:-}"
    export TSAN_OPTIONS="suppressions=$project_dir/scripts/tsan.supp:${TSAN_OPTIONS:-}"
    run_tests "$preset" --label-regex '^core$'
  )
}

dev_clean() {
  rm -rf build screenshots
  ! is_root || rm -rf "$stage_dir"
}
