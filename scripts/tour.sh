# shellcheck shell=bash
# The end-to-end tour and the benchmarks: programs that drive the product on a virtual display. Sourced by ./dev.

readonly screenshots_dir=screenshots/tour

# on_virtual_display COMMAND…: as the person of prepare_person, with a display and a session bus of its own.
on_virtual_display() {
  # -noreset: else the display starts afresh whenever its last window has gone, while the next program connects.
  # Only root may make the sockets' directory, and on a bare system nobody has yet.
  [[ -d /tmp/.X11-unix ]] || ! is_root || install --directory --mode=1777 /tmp/.X11-unix
  (
    unset DISPLAY WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS
    as_person xvfb-run --auto-servernum --server-args="-screen 0 1440x900x24 -nolisten tcp -noreset" \
      dbus-run-session -- "$@"
  )
}

# Plays the tour with the release build; its screenshots end up in screenshots/tour/, also when it fails.
dev_tour() {
  local shots status=0
  ensure_packages build run test
  build_targets release "${product_targets[@]}" tour
  prepare_person tour
  shots="$(make_scratch_dir)"
  ! is_root || chown "$account:$account" "$shots"
  on_virtual_display "$tree/tests/bin/tour" --app "$tree/bin/teleconsult" --screenshots "$shots" "$@" || status=$?
  keep_screenshots "$shots"
  rm -rf "$shots"
  ((status == 0)) || fail "The tour failed."
}

# The pictures of docs/clinicians.md, from a tour. Each is "name in the tour" or "name in the tour:name in docs/pictures".
dev_screenshots() {
  local entry shot
  dev_tour "$@"
  mkdir -p docs/pictures
  for entry in agenda schedule call agenda-dark-italian:agenda-it; do
    shot="$(find "$screenshots_dir" -name "[0-9][0-9]-${entry%%:*}.png")"
    [[ -f "$shot" ]] || fail "The tour has no picture '${entry%%:*}'."
    cp "$shot" "docs/pictures/${entry##*:}.png"
  done
  settings_pictures
  say "Pictures of the documentation: $project_dir/docs/pictures/"
}

# Every page of the settings, in both languages and light and dark, as the accessibility walk sees it.
settings_pictures() {
  local shots picture name
  build_targets release test_ui_settings_settings_accessibility
  shots="$(make_scratch_dir)"
  TZ=Europe/Rome TELECONSULT_PICTURES="$shots" dbus-run-session -- tests/support/with_display \
    "$(build_dir_of release)/tests/bin/test_ui_settings_settings_accessibility" >/dev/null ||
    fail "The settings could not be walked through."
  mkdir -p docs/pictures/settings
  # With text of the usual size: "roles-100-it-dark.png".
  for picture in "$shots"/*-100-*.png; do
    name="$(basename "$picture")"
    cp "$picture" "docs/pictures/settings/${name/-100-/-}"
  done
  rm -rf "$shots"
}

keep_screenshots() {
  rm -rf "$screenshots_dir"
  mkdir -p "$screenshots_dir"
  find "$1" -maxdepth 1 -type f -name '*.png' -exec cp --no-dereference -t "$screenshots_dir" {} +
  say "Screenshots: $project_dir/$screenshots_dir/"
}

dev_bench() {
  local name="${1:-}"
  shift || true
  case "$name" in
    startup) bench_startup "$@" ;;
    agenda) bench_agenda "$@" ;;
    roundtrips) bench_roundtrips "$@" ;;
    serve) bench_serve "$@" ;;
    waiting) bench_waiting "$@" ;;
    join) bench_join "$@" ;;
    *) fail "The benchmarks are: ./dev bench startup, agenda, roundtrips, serve, waiting, join" ;;
  esac
}

# Servers and client in one process, on the loopback interface: nothing of the person's is touched.
bench_roundtrips() {
  ensure_packages build run test
  build_targets release bench_roundtrips
  "$(build_dir_of release)/tests/bin/bench_roundtrips" "$@"
}

# The program runs in a home of its own, with its peers in the benchmark's process.
bench_serve() {
  ensure_packages build run test
  build_targets release teleconsultctl bench_serve
  "$(build_dir_of release)/tests/bin/bench_serve" "$@"
}

# Records, settings and windows of its own.
bench_agenda() {
  ensure_packages build run test
  build_targets release bench_agenda
  tests/support/with_display "$(build_dir_of release)/tests/bin/bench_agenda" "$@"
}

# The service and its peers in the benchmark's process.
bench_waiting() {
  ensure_packages build run test
  build_targets release bench_waiting
  "$(build_dir_of release)/tests/bin/bench_waiting" "$@"
}

bench_join() {
  ensure_packages build run test bench
  build_targets release "${product_targets[@]}" bench_join bench_call_window bench_web_view
  prepare_person bench_join bench_call_window bench_web_view
  on_virtual_display "$tree/tests/bin/bench_join" "$@"
}

bench_startup() {
  local -a programs
  ensure_packages build run bench
  build_targets release "${product_targets[@]}" tests/bench/all
  programs=(bench_startup bench_empty_window bench_web_view)
  prepare_person "${programs[@]}"
  on_virtual_display "$tree/tests/bin/bench_startup" "$@"
}
