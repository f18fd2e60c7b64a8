// The name of a group, from its own words.
#include "method/group_name.h"

#include "core/utf8.h"

namespace rebond {
namespace {

constexpr std::uint32_t kCodePointsMax = 60;

bool is_of_one_subject(const CommonGround& ground, std::size_t ideas) {
  if (ground.subjects.empty()) return false;
  if (ground.words.empty()) return true;
  return ground.subjects.front().ideas == ideas && 2 * ground.words.front().ideas <= ideas;
}

}  // namespace

std::string group_name(const CommonGround& ground, std::size_t ideas) {
  const auto& parts = is_of_one_subject(ground, ideas) ? ground.subjects : ground.words;
  std::string name;
  for (const CommonPart& part : parts) {
    const std::string longer = name.empty() ? part.text : name + " · " + part.text;
    if (code_points(longer) > kCodePointsMax) break;
    name = longer;
  }
  return name;
}

}  // namespace rebond
