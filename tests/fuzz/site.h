// The routes of a server with one café in memory, as the fuzzer of HTTP and its seeds know them.
#pragma once

#include "base/check.h"
#include "tests/net/test_site.h"

namespace rebond::fuzz {

/// Always the same café, with the same tokens.
struct FuzzedSite {
  FuzzedSite() {
    Plan plan;
    plan.tables.push_back(PlannedTable{"t1", "Une", 0, false, {}});
    server.rooms.found(plan, [this](Result<CafeLinks> founded) { links = founded.value(); });
    server.journal.commit();
    CHECK(server.rooms.find(links.cafe) != nullptr);
  }

  TestSite server;
  CafeLinks links;
};

}  // namespace rebond::fuzz
