# shellcheck shell=bash
# What the parts of ./dev share. Sourced by ./dev; the working directory is the project's.

say() { printf '%s\n' "dev: $*" >&2; }

fail() {
  say "$*"
  exit 1
}

is_root() { [[ $EUID -eq 0 ]]; }

has_display() { [[ -n "${DISPLAY:-}" || -n "${WAYLAND_DISPLAY:-}" ]]; }

# As many jobs as there are processors, and memory for them: a source file that includes the engine takes about 1 GiB.
job_count() {
  if [[ -n "${CMAKE_BUILD_PARALLEL_LEVEL:-}" ]]; then
    printf '%s\n' "$CMAKE_BUILD_PARALLEL_LEVEL"
    return
  fi
  local processors memory_gib
  processors="$(nproc)"
  memory_gib="$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo)"
  ((memory_gib >= 1)) || memory_gib=1
  printf '%s\n' "$((processors < memory_gib ? processors : memory_gib))"
}

# Chromium's sandbox, which the call view brings along, needs user namespaces and refuses root.
# `engine_sandbox_works COMMAND-PREFIX…`: as the account that the prefix switches to.
engine_sandbox_works() { "$@" unshare --user true 2>/dev/null; }

# Where a program can be run away from the person's own files and session: prints a new directory of mode 700.
make_scratch_dir() { mktemp --directory --tmpdir teleconsult-XXXXXXXX; }
