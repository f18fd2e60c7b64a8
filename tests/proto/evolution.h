// What a change of the contract would break for readers that are out there already.
#pragma once

#include <google/protobuf/descriptor.pb.h>
#include <string>
#include <vector>

namespace rebond::test {

/// The changes from `stored` to `built` that an older reader or an older journal would not survive,
/// one sentence each; empty when there are only additions.
///
/// Messages and enums are known by their full names, so they may move to another file.
std::vector<std::string> breaking_changes(const google::protobuf::FileDescriptorSet& stored,
                                          const google::protobuf::FileDescriptorSet& built);

}  // namespace rebond::test
