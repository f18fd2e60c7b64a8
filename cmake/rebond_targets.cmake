# The three shapes a target of ours has: a layer, a program, a test.
#
# A layer is an OBJECT library. Object libraries do not pass their objects on, so a program or a
# test names in LAYERS every layer that it contains; what it does not name, it cannot call: a call
# against the arrows of the design fails to link.

include(GoogleTest)

# rebond_layer(rebond_core
#   SOURCES decide.cc apply.cc …
#   DEPENDS rebond_base rebond_proto ICU::uc …)
#
# Headers and libraries of DEPENDS are seen by this layer and by whoever depends on it.
function(rebond_layer NAME)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;DEPENDS")
  rebond_refuse_unknown("${NAME}" "${ARG_UNPARSED_ARGUMENTS}")
  add_library(${NAME} OBJECT ${ARG_SOURCES})
  target_link_libraries(${NAME} PUBLIC rebond_options ${ARG_DEPENDS})
endfunction()

# rebond_program(rebond-server
#   SOURCES main.cc
#   LAYERS rebond_net rebond_store rebond_live rebond_core rebond_base rebond_proto
#   DEPENDS CLI11::CLI11)
#
# The binary is build/<preset>/bin/NAME.
function(rebond_program NAME)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;LAYERS;DEPENDS")
  rebond_refuse_unknown("${NAME}" "${ARG_UNPARSED_ARGUMENTS}")
  add_executable(${NAME} ${ARG_SOURCES})
  target_link_libraries(${NAME} PRIVATE rebond_options ${ARG_LAYERS} ${ARG_DEPENDS})
endfunction()

# rebond_test(core_test
#   SOURCES decide_test.cc apply_test.cc …
#   LAYERS rebond_core rebond_base rebond_proto
#   [DEPENDS nlohmann_json::nlohmann_json …]
#   [TIMEOUT 60])
#
# GoogleTest and GoogleMock with their main(), and their headers precompiled once for all tests.
# ctest sees each TEST as FOLDER.Suite.Name with the label FOLDER, where FOLDER is the folder of
# tests/ that the call stands in: `ctest -L core`, `ctest -R RT4`. The target tests_FOLDER builds
# all test programs of the folder. A test runs in its source folder, so recorded cases can be
# opened by a relative path; TIMEOUT is in seconds per TEST.
function(rebond_test NAME)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "TIMEOUT" "SOURCES;LAYERS;DEPENDS")
  rebond_refuse_unknown("${NAME}" "${ARG_UNPARSED_ARGUMENTS}")
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 60)
  endif()
  cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME folder)

  add_executable(${NAME} ${ARG_SOURCES})
  target_link_libraries(${NAME} PRIVATE
    rebond_options ${ARG_LAYERS} ${ARG_DEPENDS} GTest::gmock GTest::gmock_main)
  target_precompile_headers(${NAME} REUSE_FROM rebond_test_pch)
  target_compile_options(${NAME} PRIVATE ${REBOND_TEST_OPTIONS})
  set_target_properties(${NAME} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin/tests")
  gtest_discover_tests(${NAME}
    DISCOVERY_MODE PRE_TEST
    TEST_PREFIX "${folder}."
    WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}"
    PROPERTIES LABELS "${folder}" TIMEOUT ${ARG_TIMEOUT})

  if(NOT TARGET tests_${folder})
    add_custom_target(tests_${folder})
  endif()
  add_dependencies(tests_${folder} ${NAME})
endfunction()

# The layers under test are optimised, the tests themselves are not: they run once for each build.
set(REBOND_TEST_OPTIONS -O0)

# Carries the precompiled header that all tests use; its one source is empty.
function(rebond_add_test_pch)
  set(source "${PROJECT_BINARY_DIR}/tests/pch.cc")
  file(CONFIGURE OUTPUT "${source}" CONTENT "// Holds the tests' precompiled header.\n")
  add_library(rebond_test_pch OBJECT "${source}")
  target_link_libraries(rebond_test_pch PRIVATE rebond_options GTest::gmock)
  target_compile_options(rebond_test_pch PRIVATE ${REBOND_TEST_OPTIONS})
  target_precompile_headers(rebond_test_pch PRIVATE
    <gmock/gmock.h> <gtest/gtest.h> <cstdint> <memory> <string> <vector>)
endfunction()

# A misspelt keyword would silently drop sources or layers.
function(rebond_refuse_unknown NAME UNKNOWN)
  if(UNKNOWN)
    message(FATAL_ERROR "${NAME}: unexpected argument(s) ${UNKNOWN}")
  endif()
endfunction()
