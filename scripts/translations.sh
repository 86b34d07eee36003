# shellcheck shell=bash
# Keeping the translation files in step with the sources. Sourced by ./dev.

# update_translations DIRECTORY: brings the .ts files there up to date with the sources. English needs only its plural forms.
update_translations() {
  local file tool
  local -a how
  tool="$(command -v /usr/lib/qt6/bin/lupdate lupdate | head -n 1)"
  [[ -n "$tool" ]] || fail "Qt's lupdate is missing."
  for file in "$1"/*.ts; do
    how=(-silent -no-obsolete -locations none)
    [[ "$file" != *_en.ts ]] || how+=(-pluralonly)
    "$tool" "${how[@]}" app core ui -ts "$file"
  done
}

dev_translations() {
  ensure_packages build
  update_translations translations
  unfinished_in translations || true
}

# unfinished_in DIRECTORY: lists the texts that wait for a translation; fails when there are none.
unfinished_in() { grep --with-filename --before-context=1 'type="unfinished"' "$1"/*.ts >&2; }

# Fails when a text in the sources has no finished translation. Changes no file of the project.
check_translations() {
  local copies status=0
  compgen -G 'translations/*.ts' >/dev/null || return 0
  copies="$(make_scratch_dir)"
  cp translations/*.ts "$copies"
  update_translations "$copies"
  ! unfinished_in "$copies" || status=1
  rm -rf "$copies"
  return "$status"
}
