// The server: a listener, the connections and the cafés of one event loop.
#pragma once

#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/limits.h"
#include "base/result.h"
#include "live/exporter.h"
#include "live/journal.h"
#include "net/assets.h"
#include "net/authority.h"
#include "net/site.h"
#include "net/space_watch.h"
#include "net/tls_settings.h"

namespace rebond {

struct ServerSettings {
  Authority listen{"127.0.0.1", 8080};
  Limits limits;
  /// Plans seats and finds ideas that converge; null: nobody does. Must outlive the server.
  const Method* method = nullptr;
  std::string admin_token;
  std::unique_ptr<const Assets> assets;
  /// Below this the cafés are read-only; none: as SpaceGuard says.
  std::optional<std::uint64_t> min_free_bytes;
  FreeSpace free_space;
  /// None: plain HTTP.
  std::optional<TlsSettings> tls;
  Patience patience;
};

/// Everything that one thread runs: the cafés of the journal and the connections to them.
///
/// What it is given must outlive it, and the io_context's thread is the thread of the cafés. To
/// use more threads, give each a server of its own for its connections (docs/protocol.md says
/// nothing of threads: no client can tell).
class Server {
 public:
  Server(boost::asio::io_context& io, Journal& journal, const Exporter& exporter,
         ServerSettings settings);
  ~Server();

  /// Takes the address, recovers every café and accepts connections. On failure nothing runs.
  /// With TLS, SIGHUP reads the certificate again from now on; one that cannot be used is logged
  /// and the old one stays.
  Result<void> start();

  /// Where it listens, with the port that was picked.
  Authority where() const;

  /// The same as "http://127.0.0.1:8080" or "https://…".
  std::string url() const;

  /// For stderr: how people come to trust a certificate that the server made; empty without one.
  std::string how_to_trust() const;

  /// For who operates the server, on the thread of the event loop; after start().
  Rooms& rooms();
  /// The disk is nearly full.
  bool read_only() const;

  /// Runs the event loop until stop(). Fails when the journal did: every client was told, and
  /// what was not acknowledged is lost.
  Result<void> run();

  /// Says goodbye to every device, then ends run(), in three seconds at most; the second call
  /// does not wait. On the thread of the event loop.
  void stop();

 private:
  class Running;

  boost::asio::io_context& io_;
  Journal& journal_;
  const Exporter& exporter_;
  const ServerSettings settings_;
  const SystemClock wall_clock_;
  std::unique_ptr<Running> running_;
};

}  // namespace rebond
