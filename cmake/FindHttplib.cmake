# cpp-httplib as target Teleconsult::httplib. Debian 12 ships a pkg-config file only, Debian 13 a CMake package as well;
# the pkg-config file is what both have. Its definitions must be those the library was built with, so no plain find_path.
find_package(PkgConfig QUIET)
if(PkgConfig_FOUND)
  pkg_check_modules(Httplib QUIET IMPORTED_TARGET cpp-httplib)
endif()
find_package(Threads QUIET)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Httplib REQUIRED_VARS Httplib_LINK_LIBRARIES VERSION_VAR Httplib_VERSION)

if(Httplib_FOUND AND NOT TARGET Teleconsult::httplib)
  add_library(Teleconsult::httplib INTERFACE IMPORTED)
  target_link_libraries(Teleconsult::httplib INTERFACE PkgConfig::Httplib Threads::Threads)
  # Debian 13's header calls OpenSSL itself and does not say so to a shared link.
  if("${Httplib_CFLAGS_OTHER}" MATCHES "CPPHTTPLIB_OPENSSL_SUPPORT")
    find_package(OpenSSL REQUIRED)
    target_link_libraries(Teleconsult::httplib INTERFACE OpenSSL::SSL OpenSSL::Crypto)
  endif()
endif()
