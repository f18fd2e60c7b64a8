// Writes the trace of a café, for whoever asks over HTTP.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "core/state.h"

namespace rebond {

/// A finished document.
struct Document {
  std::string content_type;
  /// The ending of its file name, such as "md".
  std::string extension;
  std::string bytes;
};

/// Implemented by server/trace, given to the sockets by main. Pure; may be called on any thread.
class Exporter {
 public:
  virtual ~Exporter() = default;

  /// Fails with kNotFound, naming the formats there are, when the format is not known.
  virtual Result<Document> write(std::string_view format, const CafeId& cafe, Epoch epoch,
                                 const State& state) const = 0;

  /// The names of the formats.
  virtual std::vector<std::string> formats() const = 0;
};

}  // namespace rebond
