# Writes a C++ file that holds the built pages: cmake -DDIST=… -DOUTPUT=… -P embed_pages.cmake
#
# The bytes come in by the assembler's .incbin, which costs the compiler nothing. The hash of each
# file stands in the text, so that another content is compiled again, and names it in ETag.

file(GLOB_RECURSE files RELATIVE "${DIST}" "${DIST}/*.gz")
if(NOT files)
  message(FATAL_ERROR "there are no built pages in ${DIST}; build the target rebond_web first")
endif()

set(bytes "")
set(declarations "")
set(rows "")
set(number 0)
foreach(file IN LISTS files)
  file(SIZE "${DIST}/${file}" size)
  file(SHA256 "${DIST}/${file}" hash)
  string(SUBSTRING "${hash}" 0 16 hash)
  string(REGEX REPLACE "\\.gz$" "" path "${file}")
  set(symbol "rebond_page_${number}")
  string(APPEND bytes
    "asm(\".section .rodata\\n.global ${symbol}\\n${symbol}:\\n.incbin \\\"${DIST}/${file}\\\"\\n"
    ".previous\\n\");\n")
  string(APPEND declarations "extern \"C\" const char ${symbol}[];\n")
  string(APPEND rows "      {\"${path}\", {${symbol}, ${size}}, \"${hash}\"},\n")
  math(EXPR number "${number} + 1")
endforeach()

file(WRITE "${OUTPUT}"
"// The built pages, written by embed_pages.cmake.
#include \"net/embedded_pages.h\"

${bytes}
${declarations}
namespace rebond {

std::span<const EmbeddedPage> embedded_pages() {
  static constexpr EmbeddedPage kPages[] = {
${rows}  };
  return kPages;
}

}  // namespace rebond
")
