// The ids inside a command: which ones it makes, and how to give them other values.
#include "clients/cpp/command_ids.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

namespace rebond {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

std::vector<MadeIds> made(std::initializer_list<Id> ids) {
  std::vector<MadeIds> out;
  for (const Id id : ids) {
    if (id != 0) out.push_back({id, 1});
  }
  return out;
}

std::vector<MadeIds> made_by(const v1::EditText& edit) {
  std::vector<MadeIds> out;
  for (const v1::TextEdit& one : edit.edits()) {
    if (one.insert().run() != 0) out.push_back({one.insert().run(), 1});
  }
  return out;
}

std::vector<MadeIds> made_by(const v1::CopyText& copy) {
  // The server cuts a range where the text was written by several people: a run a character at
  // most.
  std::uint32_t count = 0;
  for (const v1::Range& range : copy.ranges()) {
    if (range.to() > range.from()) count += range.to() - range.from();
  }
  if (copy.first_run() == 0 || count == 0) return {};
  return {{copy.first_run(), count}};
}

void rename_in(Message& message, const RenameId& renamed);

void rename_in(Message& message, const FieldDescriptor& field, const RenameId& renamed) {
  const Reflection& reflection = *message.GetReflection();
  const int size = field.is_repeated() ? reflection.FieldSize(message, &field) : 1;
  for (int i = 0; i < size; ++i) {
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      rename_in(field.is_repeated() ? *reflection.MutableRepeatedMessage(&message, &field, i)
                                    : *reflection.MutableMessage(&message, &field),
                renamed);
    } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_UINT64) {
      const Id id = field.is_repeated() ? reflection.GetRepeatedUInt64(message, &field, i)
                                        : reflection.GetUInt64(message, &field);
      field.is_repeated() ? reflection.SetRepeatedUInt64(&message, &field, i, renamed(id))
                          : reflection.SetUInt64(&message, &field, renamed(id));
    }
  }
}

/// Every uint64 of a command is an id; people's words, which may look like one, are strings.
void rename_in(Message& message, const RenameId& renamed) {
  std::vector<const FieldDescriptor*> fields;
  message.GetReflection()->ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) rename_in(message, *field, renamed);
}

}  // namespace

std::vector<MadeIds> made_ids(const v1::Command& command) {
  switch (command.kind_case()) {
    case v1::Command::kJoin:
      return made({command.join().participant()});
    case v1::Command::kAddCard:
      return made({command.add_card().card(), command.add_card().run(),
                   command.add_card().rebound().link()});
    case v1::Command::kEditText:
      return made_by(command.edit_text());
    case v1::Command::kCopyText:
      return made_by(command.copy_text());
    case v1::Command::kAddLink:
      return made({command.add_link().link()});
    case v1::Command::kAddGroup:
      return made({command.add_group().group()});
    case v1::Command::kTakeSeat:
      return made({command.take_seat().seat()});
    default:
      return {};
  }
}

void rename_ids(v1::Command& command, const RenameId& renamed) {
  rename_in(command, renamed);
}

}  // namespace rebond
