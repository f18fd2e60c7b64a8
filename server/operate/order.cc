// What an operator asks for, and the lines in which it crosses the control socket.
#include "operate/order.h"

namespace rebond::operate {
namespace {

Json to_json(const StatusOrder& /*order*/) {
  return {{"do", "status"}};
}

Json to_json(const BackupOrder& order) {
  return {{"do", "backup"}, {"to", order.to.string()}, {"keep", order.keep}};
}

Json to_json(const EraseOrder& order) {
  return {{"do", "erase"},
          {"cafe", order.cafe},
          {"person", std::to_string(order.person)},
          {"device", order.device},
          {"with_words", order.with_words}};
}

std::string dump(const Json& json) {
  // A path need not be UTF-8.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Order order_of(const Json& json) {
  const std::string what = json.at("do").get<std::string>();
  if (what == "status") return StatusOrder{};
  if (what == "backup") {
    return BackupOrder{json.at("to").get<std::string>(), json.at("keep").get<std::uint32_t>()};
  }
  if (what != "erase") throw Json::other_error::create(500, "unknown", nullptr);
  EraseOrder order;
  order.cafe = json.at("cafe").get<std::string>();
  order.person = std::stoull(json.at("person").get<std::string>());
  order.device = json.at("device").get<DeviceNumber>();
  order.with_words = json.at("with_words").get<bool>();
  return order;
}

}  // namespace

std::string to_line(const Order& order) {
  return dump(std::visit([](const auto& one) { return to_json(one); }, order));
}

std::string to_line(const Reply& reply) {
  if (reply) return dump({{"done", *reply}});
  const Error& error = reply.error();
  return dump({{"error",
                {{"kind", static_cast<int>(error.kind)},
                 {"field", error.field},
                 {"message", error.message}}}});
}

Result<Order> parse_order(std::string_view line) {
  try {
    return order_of(Json::parse(line));
  } catch (const std::exception&) {
    return Error{ErrorKind::kInvalid, "",
                 "the running server does not know this order; use the rebond-server that runs"};
  }
}

Reply parse_reply(std::string_view line) {
  try {
    const Json json = Json::parse(line);
    if (json.contains("done")) return reply_with(json["done"]);
    const Json& error = json.at("error");
    return Error{static_cast<ErrorKind>(error.at("kind").get<int>()),
                 error.at("field").get<std::string>(), error.at("message").get<std::string>()};
  } catch (const std::exception&) {
    return Error{ErrorKind::kCorrupt, "",
                 "the running server gave no answer; use the rebond-server that runs"};
  }
}

}  // namespace rebond::operate
