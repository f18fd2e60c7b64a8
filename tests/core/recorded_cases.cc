// The cases that the server and the pages run alike, from tests/cases.
#include "tests/core/recorded_cases.h"

#include <fstream>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

namespace rebond::test {

std::vector<RecordedCase> recorded_cases(const std::string& path) {
  std::vector<RecordedCase> cases;
  std::ifstream file(path);
  if (!file) return cases;
  for (const nlohmann::json& one : nlohmann::json::parse(file)) {
    cases.push_back(RecordedCase{one.at("name").get<std::string>(), one});
  }
  return cases;
}

std::string test_name(const std::string& name) {
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 128 && std::isalnum(byte) != 0) {
      out += c;
    } else if (!out.empty() && out.back() != '_') {
      out += '_';
    }
  }
  return out;
}

void read_message(const nlohmann::json& json, google::protobuf::Message& message) {
  const auto status = google::protobuf::util::JsonStringToMessage(json.dump(), &message);
  ASSERT_TRUE(status.ok()) << status.ToString() << "\n" << json;
}

std::ostream& operator<<(std::ostream& out, const RecordedCase& one) {
  return out << one.name;
}

}  // namespace rebond::test
