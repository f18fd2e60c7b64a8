// What a client is sent before it follows the entries: a snapshot, cut into frames.
#include "live/prelude.h"

#include <algorithm>

#include "base/limits.h"
#include "rebond/v1/frame.pb.h"

namespace rebond {

std::shared_ptr<const Prelude> snapshot_prelude(Seq seq, std::string_view snapshot) {
  auto prelude = std::make_shared<Prelude>();
  prelude->seq = seq;
  v1::ServerFrame frame;
  v1::SnapshotBegin& begin = *frame.add_control()->mutable_snapshot_begin();
  begin.set_seq(seq);
  begin.set_bytes(static_cast<std::uint32_t>(snapshot.size()));
  for (std::size_t at = 0; at < snapshot.size(); at += kSnapshotChunkBytes) {
    const std::string_view chunk = snapshot.substr(at, kSnapshotChunkBytes);
    frame.add_control()->mutable_snapshot_chunk()->set_data(std::string(chunk));
    if (at + chunk.size() < snapshot.size()) {
      prelude->frames.push_back(share(frame.SerializeAsString()));
      frame.Clear();
    }
  }
  frame.add_control()->mutable_snapshot_end()->set_seq(seq);
  prelude->frames.push_back(share(frame.SerializeAsString()));
  return prelude;
}

}  // namespace rebond
