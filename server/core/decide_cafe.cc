// The rules of the café's own settings.
#include "core/rules.h"

namespace rebond {
namespace {

constexpr std::size_t kLineBytesMax = 1'000;
constexpr std::size_t kThanksBytesMax = 4'000;
constexpr std::size_t kDateBytesMax = 100;
constexpr std::size_t kKeywordBytesMax = 100;
constexpr int kKeywordsMax = 50;
constexpr std::uint32_t kCafesMax = 1'000;
constexpr std::uint32_t kPeopleEachMax = 100'000;

/// Lines that a café may say of itself, each within its bytes.
Refusal check_lines(const v1::SetCafe& command) {
  const struct {
    const std::string& words;
    std::size_t bytes_max;
    const char* field;
  } lines[] = {{command.theme(), kLineBytesMax, "set_cafe.theme"},
               {command.objective(), kLineBytesMax, "set_cafe.objective"},
               {command.place(), kLineBytesMax, "set_cafe.place"},
               {command.date(), kDateBytesMax, "set_cafe.date"},
               {command.next_date(), kDateBytesMax, "set_cafe.next_date"},
               {command.next_place(), kLineBytesMax, "set_cafe.next_place"},
               {command.thanks(), kThanksBytesMax, "set_cafe.thanks"}};
  for (const auto& line : lines) {
    if (Refusal refusal =
            check_words(line.words, line.bytes_max, line.field, /*may_be_empty=*/true)) {
      return refusal;
    }
  }
  return std::nullopt;
}

Refusal check_keywords(const v1::Words& keywords) {
  if (keywords.words_size() > kKeywordsMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "set_cafe.keywords",
                  "choose at most " + std::to_string(kKeywordsMax) + " words");
  }
  for (const std::string& word : keywords.words()) {
    if (Refusal refusal = check_words(word, kKeywordBytesMax, "set_cafe.keywords")) return refusal;
  }
  return std::nullopt;
}

Refusal check_programme(const v1::SetCafe& command) {
  const struct {
    std::uint32_t number;
    std::uint32_t max;
    const char* field;
  } numbers[] = {{command.programme_cafes(), kCafesMax, "set_cafe.programme_cafes"},
                 {command.employees_each(), kPeopleEachMax, "set_cafe.employees_each"},
                 {command.tenants_each(), kPeopleEachMax, "set_cafe.tenants_each"}};
  for (const auto& [number, max, field] : numbers) {
    if (number <= max) continue;
    return reject(v1::REJECTION_CODE_LIMIT, field, "choose at most " + std::to_string(max));
  }
  return std::nullopt;
}

/// What is absent of the optional settings stays as it is.
void set_settings(const v1::SetCafe& command, v1::Cafe& cafe) {
  if (command.has_place()) cafe.set_place(command.place());
  if (command.has_date()) cafe.set_date(command.date());
  if (command.has_keywords()) *cafe.mutable_keywords() = command.keywords().words();
  if (command.has_next_date()) cafe.set_next_date(command.next_date());
  if (command.has_next_place()) cafe.set_next_place(command.next_place());
  if (command.has_thanks()) cafe.set_thanks(command.thanks());
  if (command.has_locked()) cafe.set_locked(command.locked());
  if (command.has_programme_cafes()) cafe.set_programme_cafes(command.programme_cafes());
  if (command.has_employees_each()) cafe.set_employees_each(command.employees_each());
  if (command.has_tenants_each()) cafe.set_tenants_each(command.tenants_each());
}

}  // namespace

Decision decide_set_cafe(const v1::SetCafe& command, const Context& context) {
  if (Refusal refusal = check_lines(command)) return *refusal;
  if (Refusal refusal = check_keywords(command.keywords())) return *refusal;
  if (Refusal refusal = check_programme(command)) return *refusal;
  v1::Cafe changed = cafe_of(context.state);
  changed.set_theme(command.theme());
  changed.set_objective(command.objective());
  changed.set_texts_on_screen(command.texts_on_screen());
  set_settings(command, changed);
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
