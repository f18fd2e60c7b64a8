// Every limit of Rebond, in one place; docs/protocol.md quotes it.
#include "base/limits.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace rebond {
namespace {

struct NamedLimit {
  std::string_view name;
  std::uint32_t Limits::*member;
};

constexpr NamedLimit kNamed[] = {
    {"message_bytes", &Limits::message_bytes},
    {"commands_per_second", &Limits::commands_per_second},
    {"commands_burst", &Limits::commands_burst},
    {"commands_unacknowledged", &Limits::commands_unacknowledged},
    {"command_text_bytes", &Limits::command_text_bytes},
    {"frames_per_second", &Limits::frames_per_second},
    {"frames_burst", &Limits::frames_burst},
    {"rejections_per_second", &Limits::rejections_per_second},
    {"rejections_burst", &Limits::rejections_burst},
    {"card_code_points", &Limits::card_code_points},
    {"text_bytes", &Limits::text_bytes},
    {"text_runs", &Limits::text_runs},
    {"text_pieces", &Limits::text_pieces},
    {"cards", &Limits::cards},
    {"links", &Limits::links},
    {"groups", &Limits::groups},
    {"people", &Limits::people},
    {"devices", &Limits::devices},
    {"accesses", &Limits::accesses},
    {"accesses_each", &Limits::accesses_each},
    {"plan_bytes", &Limits::plan_bytes},
    {"cafe_file_bytes", &Limits::cafe_file_bytes},
    {"ring_bytes", &Limits::ring_bytes},
    {"ring_entries", &Limits::ring_entries},
    {"resume_entries", &Limits::resume_entries},
    {"snapshot_entries", &Limits::snapshot_entries},
    {"connections", &Limits::connections},
    {"connections_per_address", &Limits::connections_per_address},
    {"pending_handshakes", &Limits::pending_handshakes},
    {"hello_timeout_ms", &Limits::hello_timeout_ms},
    {"write_timeout_ms", &Limits::write_timeout_ms},
    {"http_header_bytes", &Limits::http_header_bytes},
    {"http_header_timeout_ms", &Limits::http_header_timeout_ms},
    {"http_body_timeout_ms", &Limits::http_body_timeout_ms},
};

}  // namespace

std::vector<std::string> limit_names() {
  std::vector<std::string> names;
  for (const NamedLimit& limit : kNamed) names.emplace_back(limit.name);
  return names;
}

Result<void> set_limit(Limits& limits, std::string_view assignment) {
  const std::size_t equals = assignment.find('=');
  const std::string_view name = assignment.substr(0, equals);
  const auto* found = std::find_if(std::begin(kNamed), std::end(kNamed),
                                   [&](const NamedLimit& limit) { return limit.name == name; });
  if (found == std::end(kNamed)) {
    std::string known;
    for (const NamedLimit& limit : kNamed) known.append(" ").append(limit.name);
    return Error{ErrorKind::kInvalid, "--limit",
                 "there is no limit \"" + std::string(name) + "\"; the limits are" + known};
  }
  std::uint32_t value = 0;
  const std::string_view digits =
      equals == std::string_view::npos ? std::string_view{} : assignment.substr(equals + 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value == 0) {
    return Error{ErrorKind::kInvalid, "--limit",
                 "write " + std::string(name) + "=NUMBER with a number from 1 to 4294967295"};
  }
  limits.*(found->member) = value;
  return {};
}

}  // namespace rebond
