# How this project declares its targets.

# teleconsult_headers(name [WIDGETS] [OPTIONS …])
# Precompiles what nearly every file includes, for targets to take with target_precompile_headers(… REUSE_FROM name): half
# the time of a clean build. Each file still includes what it uses, which ./dev tidy proves: it compiles without them, as does
# a tree configured with CMAKE_DISABLE_PRECOMPILE_HEADERS=ON. The compiler wants the same OPTIONS where they are made and
# taken, and no definition more where they are made: so it is a target of its own.
function(teleconsult_headers name)
  cmake_parse_arguments(arg "WIDGETS" "" "OPTIONS" ${ARGN})
  file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp" CONTENT "// For the headers that it is compiled with.\n")
  add_library(${name} OBJECT "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
  set_target_properties(${name} PROPERTIES AUTOMOC OFF)
  target_compile_options(${name} PRIVATE ${arg_OPTIONS})
  target_link_libraries(${name} PRIVATE Qt6::Core Qt6::Network QCoro6::Core QCoro6::Network tl::expected)
  set(headers
    <algorithm> <array> <chrono> <functional> <map> <memory> <optional> <utility> <variant> <vector> <tl/expected.hpp>
    <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QFuture> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject>
    <QList> <QLocale> <QLoggingCategory> <QObject> <QPointer> <QPromise> <QRegularExpression> <QSet> <QString> <QTimer>
    <QUrl> <QUrlQuery> <QUuid> <QVariant> <QNetworkReply> <QCoroFuture> <QCoroTask>)
  if(arg_WIDGETS)
    target_link_libraries(${name} PRIVATE Qt6::Widgets)
    list(APPEND headers
      <QApplication> <QBoxLayout> <QCheckBox> <QComboBox> <QDialog> <QEvent> <QFrame> <QKeyEvent> <QLabel> <QLineEdit>
      <QPainter> <QPushButton> <QScrollArea> <QStackedWidget> <QStyle> <QWidget>)
  endif()
  target_precompile_headers(${name} PRIVATE ${headers})
endfunction()

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
    DEFINE_SYMBOL ""
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
  # Not optimised: the product is tested as it ships, and its tests are compiled in half the time. Position independent
  # as a library is, like the headers.
  target_compile_options(test_${name} PRIVATE -O0 -fPIC)
  if("${arg_LINK}" MATCHES "teleconsult-(app|call|ui)|Qt6::Widgets")
    target_precompile_headers(test_${name} REUSE_FROM teleconsult-ui-test-headers)
  else()
    target_precompile_headers(test_${name} REUSE_FROM teleconsult-test-headers)
  endif()
  # Nearly always empty: a test's own classes are in its .moc file, and it includes what moc makes of a suite it shares.
  set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/test_${name}_autogen/mocs_compilation.cpp"
    PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  set_target_properties(test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests/bin")
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  set(command $<TARGET_FILE:test_${name}>)
  if(arg_DBUS)
    list(PREPEND command dbus-run-session --)
  endif()
  if(arg_GUI)
    list(PREPEND command "${PROJECT_SOURCE_DIR}/tests/support/with_display")
  endif()
  add_test(NAME ${name} COMMAND ${command})
  # Of the places of ./dev test there are two for each processor: see run_tests in scripts/build.sh.
  set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} PROCESSORS 2)
  if(arg_LABELS)
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}")
  endif()
  if(arg_ENVIRONMENT)
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "${arg_ENVIRONMENT}")
  endif()
endfunction()
