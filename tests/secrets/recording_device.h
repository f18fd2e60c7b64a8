// A device in a café of a real server that keeps every byte it is sent.
#pragma once

#include <cstdint>
#include <string>

#include "base/ids.h"
#include "rebond/v1/command.pb.h"
#include "rebond/v1/frame.pb.h"
#include "tests/net/raw_client.h"

namespace rebond::testing {

/// Blocking. Every call waits for its answer.
class RecordingDevice {
 public:
  /// Says Hello and reads up to the head of the café; see entered().
  RecordingDevice(std::uint16_t port, const std::string& cafe, const std::string& token,
                  const std::string& device_key);

  /// It was let in.
  bool entered() const { return welcome_.protocol() != 0; }
  /// Why it was sent away, once it was; waits for it.
  unsigned close_code() { return close_code_ != 0 ? close_code_ : wait_for_close(); }

  /// Sends the next command; whether it was accepted.
  bool send(v1::Command command);
  /// Reads until entry `seq` was here.
  void read_until(Seq seq);

  Id new_id() { return make_id(welcome_.device(), ++counter_); }
  const v1::Welcome& welcome() const { return welcome_; }
  Seq seq() const { return seq_; }
  /// The newest list of links; empty for those who get none.
  const v1::AccessList& access_list() const { return access_list_; }

  /// All payloads, close reasons included.
  const std::string& bytes() const { return bytes_; }
  /// The same, without the names that the role is told: everybody's, or a person's own.
  const std::string& bytes_without_names() const { return without_names_; }

 private:
  bool read_frame();
  void take(const v1::ServerFrame& frame);
  unsigned wait_for_close();

  RawClient socket_;
  std::string bytes_;
  std::string without_names_;
  v1::Welcome welcome_;
  v1::AccessList access_list_;
  Seq seq_ = 0;
  unsigned close_code_ = 0;
  CommandNumber number_ = 0;
  std::uint32_t counter_ = 0;
  /// The outcome of `number_`: 0 none yet, 1 accepted, 2 rejected.
  int outcome_ = 0;
};

}  // namespace rebond::testing
