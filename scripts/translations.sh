# shellcheck shell=bash
# Keeping the translation files in step with the sources. Sourced by ./dev.

# Lists what is then left to translate; the test "translations" fails on the same. English needs only its plural forms.
dev_translations() {
  local file tool
  local -a how
  ensure_packages build
  tool="$(command -v /usr/lib/qt6/bin/lupdate lupdate | head -n 1)"
  for file in translations/*.ts; do
    # -I .: without the headers lupdate misses the namespaces of the contexts, and nothing would be found at run time.
    how=(-silent -no-obsolete -locations none -extensions cpp,h -I .)
    [[ "$file" != *_en.ts ]] || how+=(-pluralonly)
    "$tool" "${how[@]}" app core ui -ts "$file"
  done
  grep --with-filename --before-context=1 'type="unfinished"' translations/*.ts || say "Both languages are complete."
}
