# How our code is compiled: standard, warnings, sanitizers, linker, compiler cache.
#
#   rebond_flags    what every object of ours needs, generated code included
#   rebond_options  rebond_flags and our warnings; rebond_layer() and its sisters link it

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Kind of build" FORCE)
endif()
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)

add_library(rebond_flags INTERFACE)
target_compile_features(rebond_flags INTERFACE cxx_std_20)
# Includes start at the root of server/ for the server's code ("base/result.h"), and at the root
# of the repository for the rest ("clients/cpp/link.h", "tests/core/cafe_builder.h").
target_include_directories(rebond_flags INTERFACE "${PROJECT_SOURCE_DIR}/server"
                                                  "${PROJECT_SOURCE_DIR}")

if(REBOND_SANITIZE)
  target_compile_options(rebond_flags INTERFACE
    -fsanitize=${REBOND_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(rebond_flags INTERFACE -fsanitize=${REBOND_SANITIZE})
endif()
if(REBOND_SANITIZE STREQUAL "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ warns that TSan does not see the stand-alone fences of Boost.Asio.
  target_compile_options(rebond_flags INTERFACE -Wno-tsan)
endif()

find_program(REBOND_LLD ld.lld)
if(REBOND_LLD)
  target_link_options(rebond_flags INTERFACE -fuse-ld=lld)
endif()

# g++ hides precompiled headers from ccache unless they are preprocessed and these checks relaxed.
# Paths below the checkout count as relative, so that two clones share what one has compiled.
find_program(REBOND_CCACHE ccache)
if(REBOND_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
      "CCACHE_SLOPPINESS=pch_defines,time_macros" "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}"
      "CCACHE_NOHASHDIR=1" "${REBOND_CCACHE}")
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(rebond_flags INTERFACE -fpch-preprocess)
  endif()
endif()

add_library(rebond_options INTERFACE)
target_link_libraries(rebond_options INTERFACE rebond_flags)
target_compile_options(rebond_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference -Wextra-semi -Wimplicit-fallthrough
  # At -O2 g++ 12 finds these in the standard library and in protobuf, never in our code.
  $<$<CONFIG:RelWithDebInfo>:-Wno-null-dereference>
  $<$<BOOL:${REBOND_WERROR}>:-Werror>)
