// Somebody in a café with things of their own and of others, and what they may try.
#include "tests/core/rights_scene.h"

#include "core/founding.h"
#include "core/rights.h"
#include "tests/core/commands.h"

namespace rebond::test {
namespace {

using C = v1::Command;

Person& somebody(CafeBuilder& cafe, const Who& who) {
  if (who.newcomer) return cafe.newcomer(who.role);
  switch (who.role) {
    case v1::ROLE_FACILITATOR:
      return cafe.as_facilitator();
    case v1::ROLE_CAPTAIN:
      return cafe.as_captain(1);
    case v1::ROLE_PARTICIPANT:
      return cafe.as_guest("Ana");
    case v1::ROLE_REMOTE:
      return cafe.as_remote("Zoé");
    case v1::ROLE_EXPERT:
      return cafe.as_expert();
    default:
      return cafe.as_screen();
  }
}

C add_at(Scene& s, std::uint32_t table, Id group = 0) {
  C add = s.me.adding("une idée");
  add.mutable_add_card()->set_table(table_id(table));
  add.mutable_add_card()->set_group(group);
  return add;
}

C rebound_at_own_table(Scene& s) {
  C add = add_at(s, 1);
  v1::AddLink& rebound = *add.mutable_add_card()->mutable_rebound();
  rebound.set_link(s.me.new_id());
  rebound.set_to(s.other_card);
  rebound.set_kind(v1::LINK_KIND_BUILDS_ON);
  return add;
}

C insert_in(Scene& s, Id card) {
  return edit(card, {insert(s.me.new_id(), "mot", at(s.run_of(card), 0))});
}

C copy_into(Scene& s, Id card, Id from) {
  return copy(card, from, {range(s.run_of(from), 0, 3)}, s.me.new_id());
}

/// The same on an idea of mine, of a neighbour at the table, and of another table.
template <typename Make>
std::vector<Attempt> on_ideas(const Scene& s, Make make) {
  return {{"own idea", make(s.own_card)},
          {"idea of the same table", make(s.mates_card)},
          {"idea of another table", make(s.other_card)}};
}

template <typename Make>
std::vector<Attempt> on_links(const Scene& s, Make make) {
  return {{"own link", make(s.own_link)},
          {"link of the same table", make(s.mates_link)},
          {"link of another table", make(s.other_link)}};
}

template <typename Make>
std::vector<Attempt> on_everything(const Scene& s, Make make) {
  std::vector<Attempt> all = on_ideas(s, [&](Id id) { return make(v1::RECORD_KIND_CARD, id); });
  for (Attempt& one : on_links(s, [&](Id id) { return make(v1::RECORD_KIND_LINK, id); })) {
    all.push_back(std::move(one));
  }
  all.push_back({"group", make(v1::RECORD_KIND_GROUP, s.group)});
  for (Attempt& one : on_the_harvest(s, make)) all.push_back(std::move(one));
  return all;
}

/// The same on everything that has words.
template <typename Make>
std::vector<Attempt> on_texts(const Scene& s, Make make) {
  std::vector<Attempt> all = on_ideas(s, make);
  all.push_back({"line of the own table", make(s.own_line)});
  all.push_back({"line of another table", make(s.other_line)});
  all.push_back({"own answer, or an expert's", make(s.own_answer)});
  all.push_back({"answer of somebody else", make(s.others_answer)});
  return all;
}

std::vector<Attempt> with_words(C::KindCase kind, Scene& s) {
  switch (kind) {
    case C::kAddCard:
      return {{"at the own table", add_at(s, 1)},
              {"at another table", add_at(s, 2)},
              {"as a rebound", rebound_at_own_table(s)},
              {"into a group", add_at(s, 1, s.group)}};
    case C::kEditText:
      return on_texts(s, [&](Id text) { return insert_in(s, text); });
    case C::kCopyText:
      return {{"from another table into own idea", copy_into(s, s.own_card, s.other_card)},
              {"into an idea of the same table", copy_into(s, s.mates_card, s.other_card)},
              {"into an idea of another table", copy_into(s, s.other_card, s.own_card)},
              {"into a line of the own table", copy_into(s, s.own_line, s.own_card)}};
    case C::kSalvageText:
      return {{"words", salvage(s.other_card, "mots")}};
    case C::kSetCard:
      return on_ideas(s, [](Id card) { return set_card(card, {"eau"}); });
    case C::kHideCard:
      return on_ideas(s, [](Id card) { return hide_card(card); });
    case C::kWithdraw:
      return on_everything(s, [](v1::RecordKind of, Id id) { return withdraw(of, id); });
    case C::kRestore:
      return on_everything(s, [](v1::RecordKind of, Id id) { return restore(of, id); });
    default:
      return {};
  }
}

std::vector<Attempt> with_the_map(C::KindCase kind, Scene& s) {
  switch (kind) {
    case C::kAddLink:
      return {{"from own idea", link(s.me.new_id(), s.own_card, s.other_card)},
              {"between others' ideas", link(s.me.new_id(), s.other_card, s.second_other_card)}};
    case C::kSetLink:
      return on_links(s, [](Id id) { return set_link(id, v1::LINK_KIND_ASKS); });
    case C::kAddGroup:
      return {{"of any ideas", group(s.me.new_id(), "eau", {s.own_card, s.other_card})}};
    case C::kSetGroup:
      return {{"any", set_group(s.group, "eau")}};
    case C::kPlaceCard:
      return on_ideas(s, [&](Id card) { return place(card, s.group); });
    default:
      return {};
  }
}

std::vector<Attempt> with_people(C::KindCase kind, Scene& s) {
  const Id self = s.me.participant() == 0 ? s.mate.participant() : s.me.participant();
  switch (kind) {
    case C::kJoin:
      return {{"the café", s.me.joining("Ana")}};
    case C::kTakeSeat:
      return {
          {"oneself, or a guest, at the own table", take_seat(s.me.new_id(), self, table_id(1))},
          {"somebody else at the own table",
           take_seat(s.me.new_id(), s.mate.participant(), table_id(1))},
          {"oneself, or a guest, at another table", take_seat(s.me.new_id(), self, table_id(2))}};
    case C::kGiveAccess: {
      const v1::Role role = s.me.member().role;
      std::vector<Attempt> gifts = {
          {"own role", give_access("own", role, table_id(1))},
          {"captain of another table", give_access("other", v1::ROLE_CAPTAIN, table_id(2))}};
      for (const auto& [name, other] :
           {std::pair{"facilitator", v1::ROLE_FACILITATOR},
            std::pair{"participant", v1::ROLE_PARTICIPANT}, std::pair{"screen", v1::ROLE_SCREEN}}) {
        gifts.push_back({name, give_access(name, other)});
      }
      return gifts;
    }
    case C::kRevokeAccess:
      return {{"own link", revoke_access()},
              {"a guest's link", revoke_access(s.mate.member().access)},
              {"another captain's link", revoke_access(s.neighbour.member().access)}};
    default:
      return {};
  }
}

std::vector<Attempt> with_the_evening(C::KindCase kind, Scene& s) {
  switch (kind) {
    case C::kGoToStep:
      return {{"any", go_to_step(s.cafe.step("round-2"))}};
    case C::kStartRound:
      return {{"the next", start_round(15)}};
    case C::kPauseRound:
      return {{"the current", pause_round()}};
    case C::kResumeRound:
      return {{"the current", resume_round()}};
    case C::kExtendRound:
      return {{"the current", extend_round(1)}};
    case C::kEndRound:
      return {{"the current", end_round()}};
    case C::kSetTable:
      return {{"own table", set_table(table_id(1), "Une")},
              {"another table", set_table(table_id(2), "Deux")}};
    case C::kSetCafe:
      return {{"theme", set_cafe("Eau", "", true)}};
    case C::kSetRetention:
      return {{"days", set_retention(90)}};
    default:
      return {};
  }
}

}  // namespace

Scene::Scene(const Who& who) : me(somebody(cafe, who)) {
  const bool guest = who.role == v1::ROLE_PARTICIPANT || who.role == v1::ROLE_REMOTE;
  mate.sit_down(1);
  stranger.sit_down(2);
  if (guest && !who.newcomer) me.sit_down(1);
  other_card = neighbour.add_card("ailleurs");
  second_other_card = neighbour.add_card("ailleurs aussi");
  other_link = neighbour.add_link(other_card, second_other_card);
  mates_card = mate.add_card("à côté");
  mates_link = mate.add_link(mates_card, other_card);
  const bool writes = !who.newcomer && right_of(who.role, C::kAddCard) != Right::kNo;
  Person& writer = writes ? me : home;
  own_card = writer.add_card("à moi");
  own_link = writer.add_link(own_card, other_card);
  group = home.add_group("ensemble", {other_card});
  suggestion = suggest_pair(cafe, own_card, second_other_card);
  go_on_with_the_harvest(who);
}

std::vector<Attempt> attempts_with(C::KindCase kind, Scene& scene) {
  for (const auto& ask : {with_words, with_the_map, with_people, with_the_evening,
                          attempts_with_the_script, attempts_with_the_harvest}) {
    if (std::vector<Attempt> attempts = ask(kind, scene); !attempts.empty()) return attempts;
  }
  return {};
}

}  // namespace rebond::test
