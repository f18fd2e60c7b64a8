// Contracts as files: what protoc made, and what is stored in proto/.
#pragma once

#include <google/protobuf/descriptor.pb.h>
#include <optional>
#include <string>

namespace rebond::test {

/// The descriptor set that protoc wrote, without comments and JSON names; none when it cannot be
/// read.
std::optional<google::protobuf::FileDescriptorSet> read_built_contract(const std::string& path);

/// The stored descriptor set, in protobuf's text format; none when it cannot be read.
std::optional<google::protobuf::FileDescriptorSet> read_stored_contract(const std::string& path);

/// Stores a descriptor set; false when the file cannot be written.
bool store_contract(const google::protobuf::FileDescriptorSet& contract, const std::string& path);

}  // namespace rebond::test
