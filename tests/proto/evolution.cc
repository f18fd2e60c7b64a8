// What a change of the contract would break for readers that are out there already.
#include "tests/proto/evolution.h"

#include <algorithm>
#include <map>

namespace rebond::test {
namespace {

using google::protobuf::DescriptorProto;
using google::protobuf::EnumDescriptorProto;
using google::protobuf::FieldDescriptorProto;
using google::protobuf::FileDescriptorSet;

/// The messages and enums of a contract by their full names, nested ones included.
struct Index {
  explicit Index(const FileDescriptorSet& set) {
    for (const auto& file : set.file()) {
      for (const auto& message : file.message_type()) add(file.package(), message);
      for (const auto& one : file.enum_type()) enums[file.package() + "." + one.name()] = &one;
    }
  }

  void add(const std::string& scope, const DescriptorProto& message) {
    const std::string name = scope + "." + message.name();
    messages[name] = &message;
    for (const auto& nested : message.nested_type()) add(name, nested);
    for (const auto& one : message.enum_type()) enums[name + "." + one.name()] = &one;
  }

  std::map<std::string, const DescriptorProto*> messages;
  std::map<std::string, const EnumDescriptorProto*> enums;
};

/// Compares one message or enum with its stored form and notes what is wrong.
class Comparison {
 public:
  Comparison(std::string name, std::vector<std::string>& broken)
      : name_(std::move(name)), broken_(broken) {}

  void messages(const DescriptorProto& stored, const DescriptorProto& built) {
    for (const auto& field : stored.field()) {
      const FieldDescriptorProto* now = by_number(built.field(), field.number());
      if (now == nullptr) {
        note(field.name(), "has lost its number " + std::to_string(field.number()));
      } else {
        fields(stored, field, built, *now);
      }
    }
    // In a message the end of a range is the first number behind it.
    for (const auto& field : built.field()) {
      reserved(stored, field.name(), field.number(), /*behind=*/1);
    }
    reservations(stored, built);
  }

  void enums(const EnumDescriptorProto& stored, const EnumDescriptorProto& built) {
    for (const auto& value : stored.value()) {
      const auto* now = by_number(built.value(), value.number());
      if (now == nullptr) {
        note(value.name(), "has lost its number " + std::to_string(value.number()));
      } else if (now->name() != value.name()) {
        note(value.name(), "is called " + now->name() + " now");
      }
    }
    for (const auto& value : built.value()) {
      reserved(stored, value.name(), value.number(), /*behind=*/0);
    }
    reservations(stored, built);
  }

 private:
  void note(const std::string& part, const std::string& what) {
    broken_.push_back(name_ + "." + part + " " + what);
  }

  template <typename Parts>
  static const typename Parts::value_type* by_number(const Parts& parts, int number) {
    const auto found = std::find_if(parts.begin(), parts.end(),
                                    [&](const auto& part) { return part.number() == number; });
    return found == parts.end() ? nullptr : &*found;
  }

  static std::string oneof_of(const DescriptorProto& message, const FieldDescriptorProto& field) {
    return field.has_oneof_index() ? message.oneof_decl(field.oneof_index()).name() : "";
  }

  void fields(const DescriptorProto& stored, const FieldDescriptorProto& before,
              const DescriptorProto& built, const FieldDescriptorProto& now) {
    if (now.name() != before.name()) note(before.name(), "is called " + now.name() + " now");
    if (now.type() != before.type() || now.type_name() != before.type_name()) {
      note(before.name(), "has another type");
    }
    if (now.label() != before.label()) note(before.name(), "has another label");
    if (oneof_of(built, now) != oneof_of(stored, before)) note(before.name(), "has another oneof");
  }

  template <typename Holder>
  void reserved(const Holder& stored, const std::string& name, int number, int behind) {
    for (const auto& range : stored.reserved_range()) {
      if (range.start() <= number && number <= range.end() - behind) {
        note(name, "uses the reserved number " + std::to_string(number));
      }
    }
    const auto& names = stored.reserved_name();
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      note(name, "uses a reserved name");
    }
  }

  template <typename Holder>
  void reservations(const Holder& stored, const Holder& built) {
    for (const auto& range : stored.reserved_range()) {
      const auto& ranges = built.reserved_range();
      const bool kept = std::any_of(ranges.begin(), ranges.end(), [&](const auto& now) {
        return now.start() <= range.start() && range.end() <= now.end();
      });
      if (!kept) note(std::to_string(range.start()), "is reserved no more");
    }
    for (const std::string& name : stored.reserved_name()) {
      const auto& names = built.reserved_name();
      if (std::find(names.begin(), names.end(), name) == names.end()) {
        note(name, "is reserved no more");
      }
    }
  }

  std::string name_;
  std::vector<std::string>& broken_;
};

}  // namespace

std::vector<std::string> breaking_changes(const FileDescriptorSet& stored,
                                          const FileDescriptorSet& built) {
  std::vector<std::string> broken;
  const Index before(stored);
  const Index now(built);
  for (const auto& [name, message] : before.messages) {
    const auto found = now.messages.find(name);
    if (found == now.messages.end()) {
      broken.push_back(name + " has disappeared");
    } else {
      Comparison(name, broken).messages(*message, *found->second);
    }
  }
  for (const auto& [name, one] : before.enums) {
    const auto found = now.enums.find(name);
    if (found == now.enums.end()) {
      broken.push_back(name + " has disappeared");
    } else {
      Comparison(name, broken).enums(*one, *found->second);
    }
  }
  return broken;
}

}  // namespace rebond::test
