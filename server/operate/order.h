// What an operator asks for, and the lines in which it crosses the control socket.
#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/ids.h"
#include "base/result.h"

namespace rebond::operate {

using Json = nlohmann::ordered_json;

struct StatusOrder {};

struct BackupOrder {
  /// Absolute: the server stands in another folder.
  std::filesystem::path to;
  /// How many backups stay there.
  std::uint32_t keep = 5;
};

struct EraseOrder {
  CafeId cafe;
  /// One of the two is not 0.
  Id person = 0;
  DeviceNumber device = 0;
  bool with_words = false;
};

using Order = std::variant<StatusOrder, BackupOrder, EraseOrder>;
/// A document with what was found or done.
using Reply = Result<Json>;

/// Named, because Json would also convert itself into everything else.
inline Reply reply_with(Json json) {
  return Reply(boost::system::in_place_value, std::move(json));
}

/// One line, without its end.
std::string to_line(const Order& order);
std::string to_line(const Reply& reply);

/// Fails with kInvalid when the line is no order of this version.
Result<Order> parse_order(std::string_view line);

/// kCorrupt when the line is no reply.
Reply parse_reply(std::string_view line);

}  // namespace rebond::operate
