# How this project declares its targets.

# teleconsult_library(name SOURCES … LINK …)
# A library of the product's own. The build tree mirrors the installed one (bin/ and lib/teleconsult/), so that
# a program finds its libraries and its plugins at the same relative place in both.
function(teleconsult_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK;LINK_PRIVATE" ${ARGN})
  add_library(${name} SHARED ${arg_SOURCES})
  target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PUBLIC ${arg_LINK} PRIVATE ${arg_LINK_PRIVATE})
  set_target_properties(${name} PROPERTIES
    LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib/teleconsult"
    INSTALL_RPATH "$ORIGIN")
  install(TARGETS ${name} LIBRARY DESTINATION "${TELECONSULT_LIBDIR}")
endfunction()

# teleconsult_test(name SOURCES … LINK … [LABELS …] [ENVIRONMENT …])
# One Qt Test program. Its name mirrors the folder it tests: core_domain_schedule tests core/domain/schedule.h.
# GUI tests run under Xvfb through tests/support/with_display, DBUS tests on a session bus of their own.
function(teleconsult_test name)
  cmake_parse_arguments(arg "GUI;DBUS" "TIMEOUT" "SOURCES;LINK;LABELS;ENVIRONMENT" ${ARGN})
  add_executable(test_${name} ${arg_SOURCES})
  target_link_libraries(test_${name} PRIVATE Qt6::Test teleconsult-test-support ${arg_LINK})
  set_target_properties(test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests/bin")
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  set(command $<TARGET_FILE:test_${name}>)
  if(arg_DBUS)
    list(PREPEND command dbus-run-session --)
  endif()
  if(arg_GUI)
    list(PREPEND command "${PROJECT_SOURCE_DIR}/tests/support/with_display")
  endif()
  add_test(NAME ${name} COMMAND ${command})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT})
  if(arg_LABELS)
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}")
  endif()
  if(arg_ENVIRONMENT)
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "${arg_ENVIRONMENT}")
  endif()
endfunction()
