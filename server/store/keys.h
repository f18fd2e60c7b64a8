// The keys of the database: café, then numbers, so that order on disk is the order of reading.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/ids.h"
#include "rebond/v1/private.pb.h"

namespace rebond {

/// What every key of a café's entries and private records begins with: the id and a zero byte, so
/// that "AB" and "ABC" do not mix. The id must not hold a zero byte.
std::string cafe_prefix(const CafeId& cafe);

/// The first key behind all that begin with the prefix.
std::string cafe_prefix_end(const CafeId& cafe);

/// The prefix · seq, 4 bytes big-endian.
std::string entry_key(const CafeId& cafe, Seq seq);

/// The prefix · kind, 4 bytes · id, 8 bytes, big-endian.
std::string private_key(const CafeId& cafe, v1::PrivateKind kind, Id id);

/// What every mark of something to be purged begins with, and the mark with that number. They
/// stand in the default family.
inline constexpr std::string_view kPurgeMarks = "purge";
std::string purge_mark(std::uint64_t number);

/// What follows the prefix in a key of that café; none when the key is of another form or café.
std::optional<Seq> seq_of_entry_key(std::string_view prefix, std::string_view key);
std::optional<std::pair<v1::PrivateKind, Id>> names_of_private_key(std::string_view prefix,
                                                                   std::string_view key);

}  // namespace rebond
