// The cases that the server and the pages run alike, from tests/cases.
#pragma once

#include <google/protobuf/message.h>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>

namespace rebond::test {

/// One case. Printed by its name.
struct RecordedCase {
  std::string name;
  nlohmann::json json;
};

/// The cases of a file, in its order; none when there is no such file.
std::vector<RecordedCase> recorded_cases(const std::string& path);

/// "[TX1] two first runs" as "TX1_two_first_runs", for a test's name.
std::string test_name(const std::string& name);

/// Fills a message from protobuf's JSON; the test fails when it cannot be read.
void read_message(const nlohmann::json& json, google::protobuf::Message& message);

std::ostream& operator<<(std::ostream& out, const RecordedCase& one);

}  // namespace rebond::test
