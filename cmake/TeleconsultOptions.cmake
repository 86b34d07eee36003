# Language level, warnings and instrumentation: the same for every target.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

option(TELECONSULT_WERROR "Treat warnings as errors" OFF)
set(TELECONSULT_SANITIZE "" CACHE STRING "Sanitizers for every target, e.g. 'address,undefined' or 'thread'")
include(CTest)

include(GNUInstallDirs)
# What an administrator lays down for everybody. The program looks nowhere else (core/config/policy.h).
set(TELECONSULT_POLICY_FILE "/etc/teleconsult/policy.ini" CACHE STRING "The policy's file")
# Libraries and plugins of the product's own; nobody else links them.
set(TELECONSULT_LIBDIR "${CMAKE_INSTALL_LIBDIR}/teleconsult")

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
                    -Wcast-align -Wformat=2 -Wimplicit-fallthrough)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # False alarms about std::string when optimising: https://gcc.gnu.org/bugzilla/show_bug.cgi?id=105651
  add_compile_options(-Wno-restrict)
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # False alarms of g++ 14 when optimising: a Result that a coroutine's frame holds (tl::expected's union).
  add_compile_options(-Wno-maybe-uninitialized)
endif()
if(TELECONSULT_WERROR)
  add_compile_options(-Werror)
endif()

add_compile_definitions(
  QT_NO_CAST_TO_ASCII
  QT_NO_URL_CAST_FROM_STRING
  QT_NO_FOREACH
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_DISABLE_DEPRECATED_BEFORE=0x060400
  # What Qt deprecated after our oldest version has its replacement only in newer ones.
  QT_WARN_DEPRECATED_UP_TO=0x060400)

if(TELECONSULT_SANITIZE)
  add_compile_options(-fsanitize=${TELECONSULT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${TELECONSULT_SANITIZE})
elseif(CMAKE_BUILD_TYPE MATCHES "Rel")
  # Hardening for what is shipped; the sanitizers bring checks of their own.
  add_compile_options(-fstack-protector-strong -fstack-clash-protection -D_GLIBCXX_ASSERTIONS)
  if(CMAKE_CXX_FLAGS MATCHES "_FORTIFY_SOURCE" OR CMAKE_BUILD_TYPE STREQUAL "Debug")
  else()
    add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
  endif()
  add_link_options(-Wl,-z,relro,-z,now)
  # A library's calls to its own functions are bound when it is linked: a third of what the loader would look up.
  add_link_options(-Wl,-Bsymbolic-functions)
endif()
