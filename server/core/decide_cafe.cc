// The rules of the café's own settings and its tables.
#include "core/rules.h"

namespace rebond {
namespace {

constexpr std::size_t kLineBytesMax = 1'000;
constexpr std::size_t kNameBytesMax = 200;
constexpr std::uint32_t kCapacityMax = 1'000;
constexpr std::uint32_t kColourMax = 100;

}  // namespace

Decision decide_set_table(const v1::SetTable& command, const Context& context) {
  const v1::Table* table = context.state.find<v1::Table>(command.table());
  if (table == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "set_table.table", "name a table of this café");
  }
  if (context.member.role == v1::ROLE_CAPTAIN && context.member.table != command.table()) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, "set_table.table", "change your own table");
  }
  if (Refusal refusal = check_words(command.name(), kNameBytesMax, "set_table.name")) {
    return *refusal;
  }
  if (command.capacity() > kCapacityMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "set_table.capacity",
                  "choose at most " + std::to_string(kCapacityMax));
  }
  if (command.colour() > kColourMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "set_table.colour",
                  "choose at most " + std::to_string(kColourMax));
  }
  v1::Table changed = *table;
  changed.set_name(command.name());
  changed.set_capacity(command.capacity());
  changed.set_colour(command.colour());
  return accept(v1::WHAT_TABLE_CHANGED, put_change(command.table(), changed));
}

Decision decide_set_cafe(const v1::SetCafe& command, const Context& context) {
  if (Refusal refusal = check_words(command.theme(), kLineBytesMax, "set_cafe.theme",
                                    /*may_be_empty=*/true)) {
    return *refusal;
  }
  if (Refusal refusal = check_words(command.objective(), kLineBytesMax, "set_cafe.objective",
                                    /*may_be_empty=*/true)) {
    return *refusal;
  }
  v1::Cafe changed = cafe_of(context.state);
  changed.set_theme(command.theme());
  changed.set_objective(command.objective());
  changed.set_texts_on_screen(command.texts_on_screen());
  return accept(v1::WHAT_CAFE_CHANGED, put_change(1, changed));
}

Decision decide_set_retention(const v1::SetRetention& command, const Context& context) {
  if (command.days() > kRetentionDaysMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "set_retention.days",
                  "choose at most " + std::to_string(kRetentionDaysMax) +
                      " days, or 0 to keep the café until somebody removes it");
  }
  v1::Cafe changed = cafe_of(context.state);
  changed.set_retention_days(command.days());
  return accept(v1::WHAT_CAFE_CHANGED, put_change(1, changed));
}

}  // namespace rebond
