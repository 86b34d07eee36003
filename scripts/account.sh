# shellcheck shell=bash
# Starting what was built as a person would. Sourced by ./dev.
#
# The product refuses to run as root. When ./dev is called by root, what it starts runs under an account that
# exists for this alone; nothing of root's environment but language, terminal, display and Qt settings goes along.

readonly account=teleconsult-dev
readonly account_home=/var/lib/teleconsult-dev
readonly account_runtime=/run/teleconsult-dev
# Root's, so that the account cannot change what root installs there.
readonly stage_dir=/opt/teleconsult-dev

# The command prefix that switches to whoever runs the product, and the tree it is started from: bin/, lib/, tests/bin/.
person=()
tree=""

# prepare_person [PROGRAM…]: sets both. The programs are test programs, by file name in build/release/tests/bin.
prepare_person() {
  tree="$project_dir/$(build_dir_of release)"
  is_root || return 0
  make_account
  # By its full path, which the account's own PATH does not hold.
  person=("$(command -v runuser)" --user "$account" --)
  if ! "${person[@]}" test -r "$tree/bin/teleconsult" 2>/dev/null; then
    stage "$@"
  fi
  say "You are root and Teleconsult refuses root: running it as '$account', from $tree."
}

make_account() {
  local group
  if ! id "$account" >/dev/null 2>&1; then
    useradd --system --user-group --create-home --home-dir "$account_home" --shell /usr/sbin/nologin \
      --comment "Runs Teleconsult for ./dev" "$account"
    # Camera, microphone and graphics card.
    for group in video audio render; do
      ! getent group "$group" >/dev/null || usermod --append --groups "$group" "$account"
    done
  fi
  install --directory --mode=700 --owner="$account" --group="$account" "$account_home" "$account_runtime"
}

# Installs the product, and these test programs beside it, where the account can read them.
stage() {
  local program
  (
    umask 022
    cmake --install "$tree" --prefix "$stage_dir" >/dev/null
    for program in "$@"; do
      install -D --mode=755 "$tree/tests/bin/$program" "$stage_dir/tests/bin/$program"
    done
  )
  tree="$stage_dir"
}

# as_person COMMAND…: runs it as whoever prepare_person found.
as_person() {
  (
    ! is_root || take_on_account
    if ! engine_sandbox_works "${person[@]}"; then
      say "No user namespaces here: the engine's own sandbox is off for this run (QTWEBENGINE_DISABLE_SANDBOX=1)."
      export QTWEBENGINE_DISABLE_SANDBOX=1
    fi
    "${person[@]}" "$@" </dev/null
  )
}

# In the subshell of as_person: root's environment becomes the account's.
take_on_account() {
  local name
  while read -r name; do
    case "$name" in
      LANG | LANGUAGE | LC_* | TZ | TERM | COLORTERM | DISPLAY | QT_* | QTWEBENGINE_* | CI) ;;
      *) unset "$name" ;;
    esac
  done < <(compgen -e)
  export PATH=/usr/local/bin:/usr/bin:/bin SHELL=/bin/sh USER="$account" LOGNAME="$account"
  export HOME="$account_home" XDG_RUNTIME_DIR="$account_runtime"
  # The staged test programs were linked against the libraries in the build tree.
  [[ "$tree" != "$stage_dir" ]] || export LD_LIBRARY_PATH="$stage_dir/lib/teleconsult"
  cd "$account_home" || exit
}

# Lets the account onto root's X display: a copy of the display's cookie, in a file of its own.
share_display() {
  [[ -n "${DISPLAY:-}" ]] || fail "On Wayland alone root cannot hand its display over: call ./dev run as yourself."
  local cookies="$account_home/.Xauthority"
  install --mode=600 --owner="$account" --group="$account" /dev/null "$cookies"
  xauth extract - "$DISPLAY" 2>/dev/null |
    runuser --user "$account" -- xauth -q -f "$cookies" merge - 2>/dev/null || true
}

# The prefix for a command that needs a session bus, when there is none.
session_bus_prefix() {
  is_root || [[ -z "${DBUS_SESSION_BUS_ADDRESS:-}" && ! -S "${XDG_RUNTIME_DIR:-/nonexistent}/bus" ]] || return 0
  printf '%s\n' dbus-run-session --
}

dev_run() {
  [[ "${1:-}" != -- ]] || shift
  if ! has_display; then
    say "There is no display: playing the tour on a virtual one."
    (($# == 0)) || say "The tour takes no arguments; these are left out: $*"
    dev_tour
    return
  fi
  local -a bus
  ensure_packages build run account
  build_targets release "${product_targets[@]}"
  prepare_person
  ! is_root || share_display
  mapfile -t bus < <(session_bus_prefix)
  as_person "${bus[@]}" "$tree/bin/teleconsult" "$@"
}
