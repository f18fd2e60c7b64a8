# The libraries we stand on, all from Debian 12; docs/decisions/0001-libraries.md says why each.

find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS url)
find_package(Protobuf 3.21 REQUIRED)
find_package(RocksDB 7.8 REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc)
find_package(CLI11 2.1 REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(prometheus-cpp REQUIRED)
find_package(ZLIB REQUIRED)

if(BUILD_TESTING)
  find_package(GTest 1.12 REQUIRED)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
endif()
