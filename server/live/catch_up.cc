// How a client gets from where it is to the head (rules CU2 to CU4).
#include "live/catch_up.h"

namespace rebond {

CatchUp plan_catch_up(const Ring& ring, Epoch epoch, Epoch client_epoch, Seq seq,
                      const Limits& limits) {
  if (client_epoch != epoch) return CatchUp::kSnapshot;
  if (seq > ring.head()) return CatchUp::kLostData;
  if (ring.covers(seq)) return CatchUp::kFromRing;
  return ring.head() - seq <= limits.resume_entries ? CatchUp::kFromJournal : CatchUp::kSnapshot;
}

}  // namespace rebond
