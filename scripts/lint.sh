# shellcheck shell=bash
# Layout and static analysis of the C++ code. Sourced by ./dev.

readonly source_dirs=(app core ui tests)

# The C++ files of the project, one a line: what git knows, and what it does not know yet.
cpp_files() {
  git ls-files --cached --others --exclude-standard -- "${source_dirs[@]}" | grep -E '\.(h|cpp)$' |
    while read -r file; do [[ ! -f "$file" ]] || printf '%s\n' "$file"; done
}

dev_format() {
  ensure_packages format
  local -a files how=(-i)
  mapfile -t files < <(cpp_files)
  [[ "${1:-}" != --check ]] || how=(--dry-run -Werror)
  clang-format "${how[@]}" --style=file "${files[@]}"
}

# dev_tidy [FILE…]: without a file, every source file of the project. Warnings that are turned off for g++ alone
# (cmake/TeleconsultOptions.cmake) are unknown to clang.
dev_tidy() {
  ensure_packages build tidy
  build_targets release # moc's output is included by some sources
  write_clang_database
  local -a files=("$@")
  ((${#files[@]} > 0)) || mapfile -t files < <(cpp_files | grep '\.cpp$')
  # Only the sources' own: moc's output is included as well, and lies below folders of the same names.
  local own_headers
  own_headers="^$project_dir/($(IFS='|' && printf '%s' "${source_dirs[*]}"))/"
  printf '%s\0' "${files[@]}" |
    xargs --null --max-args=1 --max-procs="$(job_count)" clang-tidy -p build/tidy --quiet \
      --extra-arg=-Wno-unknown-warning-option --header-filter="$own_headers" \
      2> >(grep --invert-match --extended-regexp '^[0-9]+ warnings? (and [0-9]+ errors? )?generated' >&2)
}

# The compile commands as clang understands them: coroutines are part of its C++20, not a flag, and g++'s precompiled
# headers are not its own.
write_clang_database() {
  mkdir -p build/tidy
  sed -e 's/ -fcoroutines / /g' -e 's/ -Winvalid-pch -include [^ ]*cmake_pch\.hxx / /' \
    build/release/compile_commands.json >build/tidy/compile_commands.json
}
