# shellcheck shell=bash
# Installing what is missing. Sourced by ./dev.

readonly package_list=packaging/debian-packages.txt

# The release of Debian that this is, or is made from; empty elsewhere.
debian_codename() {
  # shellcheck source=/dev/null
  (. /etc/os-release 2>/dev/null && printf '%s' "${DEBIAN_CODENAME:-${VERSION_CODENAME:-}}")
}

# packages_for USE…: the packages of these uses, one a line. "USE@CODENAME" in the list is for that release only.
packages_for() {
  awk -v uses=" $* " -v here="$(debian_codename)" '
    /^[^#]/ && NF { split($1, use, "@"); if (index(uses, " " use[1] " ") && (use[2] == "" || use[2] == here)) print $2 }
  ' "$package_list" | sort --unique
}

# missing_packages NAME…: those of them that are not installed, in one call of dpkg-query.
missing_packages() {
  local installed
  # shellcheck disable=SC2016  # dpkg-query's own variables
  installed="$(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
    awk '$1 == "installed" { print $2 }' | sort --unique)" || true
  comm -23 <(printf '%s\n' "$@" | sort --unique) <(printf '%s\n' "$installed")
}

# Debian 12 and 13, and systems that say they are made from these.
is_known_debian() {
  command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || return 1
  local codename
  codename="$(debian_codename)" || return 1
  [[ "$codename" == bookworm || "$codename" == trixie ]]
}

# ensure_packages USE…: after it, what these uses need is installed, or the script has ended and said what to do.
ensure_packages() {
  local -a wanted missing
  mapfile -t wanted < <(packages_for "$@")
  if ! is_known_debian; then
    name_packages "${wanted[@]}"
    return
  fi
  mapfile -t missing < <(missing_packages "${wanted[@]}")
  ((${#missing[@]} == 0)) || install_packages "${missing[@]}"
}

# Elsewhere the names differ: say once what is needed, and go on if the tools are there.
name_packages() {
  local tool
  local -a tools=(cmake ninja c++ pkg-config)
  # A package of these names brings a program of these.
  for tool in xvfb:xvfb-run dbus:dbus-run-session xdotool:xdotool chromium:chromium; do
    [[ " $* " != *" ${tool%%:*} "* ]] || tools+=("${tool##*:}")
  done
  for tool in "${tools[@]}"; do
    command -v "$tool" >/dev/null && continue
    say "This is neither Debian 12 nor 13, so nothing is installed by itself, and '$tool' is missing."
    fail "Please install what these Debian packages hold: $*"
  done
}

install_packages() {
  local -a as_root=()
  if ! is_root; then
    if ! may_use_sudo; then
      say "Packages are missing. As root, run:"
      printf '  apt-get install --no-install-recommends %s\n' "$*" >&2
      exit 1
    fi
    as_root=(sudo)
  fi
  say "Installing $# missing packages, which may take some minutes: $*"
  if ! apt_knows "$@" || ! apt_get install "$@" 2>/dev/null; then
    apt_get update
    apt_get install "$@"
  fi
}

# Without asking for a password, or with somebody there to type it.
may_use_sudo() {
  command -v sudo >/dev/null || return 1
  sudo --non-interactive true 2>/dev/null || [[ -t 0 && -t 2 ]]
}

apt_knows() { apt-cache show "$@" >/dev/null 2>&1; }

# Uses as_root of install_packages. Never asks, waits for another apt, installs no more than was named, and says
# something only when it fails.
apt_get() {
  local output
  output="$("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get --quiet=2 --yes --no-install-recommends \
    -o DPkg::Lock::Timeout=600 -o Dpkg::Options::=--force-confold "$@" 2>&1 </dev/null)" || {
    printf '%s\n' "$output" >&2
    return 1
  }
}
