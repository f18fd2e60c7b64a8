// Commands and edits in a few words.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>

#include "base/ids.h"
#include "rebond/v1/command.pb.h"

namespace rebond::test {

// Edits of a text.
v1::Position at(Id run, std::uint32_t offset);
v1::Range range(Id run, std::uint32_t from, std::uint32_t to);
v1::TextEdit insert(Id run, const std::string& characters,
                    const std::optional<v1::Position>& after = std::nullopt);
v1::TextEdit hide(std::initializer_list<v1::Range> ranges);
v1::TextEdit show(std::initializer_list<v1::Range> ranges);
v1::TextEdit fold();

// Commands about words.
v1::Command edit(Id text, std::initializer_list<v1::TextEdit> edits);
v1::Command copy(Id text, Id from_text, std::initializer_list<v1::Range> ranges, Id first_run);
v1::Command salvage(Id about, const std::string& text);

// Commands about ideas, links and groups.
v1::Command set_card(Id card, std::initializer_list<std::string> tags = {});
v1::Command hide_card(Id card, bool hidden = true);
v1::Command link(Id id, Id from, Id to, v1::LinkKind kind = v1::LINK_KIND_BUILDS_ON,
                 const std::string& phrase = "");
v1::Command set_link(Id link, v1::LinkKind kind, const std::string& phrase = "");
v1::Command group(Id id, const std::string& name, std::initializer_list<Id> cards = {});
v1::Command set_group(Id group, const std::string& name);
v1::Command place(Id card, Id group, Id after = 0);
v1::Command withdraw(v1::RecordKind kind, Id id);
v1::Command restore(v1::RecordKind kind, Id id);

// Commands about the evening.
v1::Command go_to_step(Id step);
v1::Command start_round(std::uint32_t minutes, const std::string& question = "");
v1::Command pause_round();
v1::Command resume_round();
v1::Command extend_round(std::uint32_t minutes);
v1::Command end_round();
v1::Command set_table(Id table, const std::string& name, std::uint32_t capacity = 0,
                      std::uint32_t colour = 0);
v1::Command set_cafe(const std::string& theme, const std::string& objective, bool texts_on_screen);
v1::Command take_seat(Id seat, Id participant, Id table);
v1::Command set_retention(std::uint32_t days);

// Commands about links. `give_access` makes a token of its own from `name`.
v1::Command give_access(const std::string& name, v1::Role role, Id table = 0);
v1::Command revoke_access(Id access = 0);

}  // namespace rebond::test
