// The routes of a server with a journal in memory, without a socket.
#pragma once

#include <gtest/gtest.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/clock.h"
#include "base/random.h"
#include "live/rooms.h"
#include "net/router.h"
#include "net/site.h"
#include "store/memory_journal.h"
#include "tests/net/fakes.h"

namespace rebond {

class NoWakeup final : public Wakeup {
 public:
  void wake_in(MonotonicMs /*delay_ms*/) override {}
};

/// A request as a program on the server's machine sends it.
inline HttpRequest local_request(std::string method, std::string target, std::string body = {}) {
  HttpRequest request;
  request.method = std::move(method);
  request.target = std::move(target);
  request.body = std::move(body);
  request.headers.add("Host", "127.0.0.1:8080");
  request.remote_address = "127.0.0.1";
  request.remote_is_loopback = true;
  return request;
}

/// The same from a machine of the hall.
inline HttpRequest hall_request(std::string method, std::string target, std::string body = {}) {
  HttpRequest request = local_request(std::move(method), std::move(target), std::move(body));
  request.remote_address = "192.168.1.77";
  request.remote_is_loopback = false;
  return request;
}

/// Everything that the routes work with.
class TestSite {
 public:
  static constexpr std::string_view kAdminToken = "00112233445566778899aabbccddeeff";

  /// The answer, after what the journal was asked for is durable; status 0 when there is none.
  HttpResponse ask(const HttpRequest& request) {
    std::optional<HttpResponse> answer;
    route(site, request, [&](HttpResponse response) {
      EXPECT_FALSE(answer) << "answered twice";
      answer = std::move(response);
    });
    while (journal.commit() != 0) {
    }
    HttpResponse nothing;
    nothing.status = 0;
    return answer.value_or(std::move(nothing));
  }

  MemoryJournal journal;
  ManualClock clock;
  SeededRandom random{1};
  Limits limits;
  OwnAddresses own{{"127.0.0.1", 8080}, {}};
  Rooms rooms{Environment{journal, clock, random, limits, own.for_people()},
              [](const CafeId&) { return std::make_unique<NoWakeup>(); }};
  Admission admission{limits};
  JoinAttempts join_attempts{clock};
  FakeExporter exporter;
  FakeAssets assets;
  Site site{rooms,
            exporter,
            assets,
            clock,
            limits,
            own,
            admission,
            join_attempts,
            [](const auto& work, const auto& then) {
              work();
              then();
            },
            std::string(kAdminToken),
            Patience{}};
};

inline std::string body_of(const HttpResponse& response) {
  return std::string(response.body.bytes);
}

inline nlohmann::ordered_json json_of(const HttpResponse& response) {
  return nlohmann::ordered_json::parse(response.body.bytes, nullptr, false);
}

}  // namespace rebond
