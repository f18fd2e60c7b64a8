// People who ask for anything at all: sensible things, late things, nonsense.
#include "tests/core/random_people.h"

#include <algorithm>

#include "core/founding.h"
#include "tests/core/commands.h"

namespace rebond::test {

Person& RandomPeople::somebody() {
  switch (random_.below(20)) {
    case 0:
      return cafe_.as_expert();
    case 1:
      return cafe_.as_screen();
    case 2:
      return cafe_.newcomer();
    case 3:
      return cafe_.as_remote("Zoé");
    case 4:
      return cafe_.as_guest("Ana");
    case 5:
      return cafe_.as_guest("Bob");
    case 6:
    case 7:
    case 8:
    case 9:
      return cafe_.as_facilitator();
    default:
      return cafe_.as_captain(static_cast<std::uint32_t>(1 + random_.below(3)));
  }
}

Id RandomPeople::card_for(const Person& person) {
  const Member& member = person.member();
  std::vector<Id> own;
  cafe_.state.records().each<v1::Card>([&](Id id, const v1::Card& card) {
    const bool written = member.participant != 0 && card.scribe() == member.participant;
    if (card.table() == member.table || written) own.push_back(id);
  });
  if (own.empty() || chance(6)) return any<v1::Card>();
  return own[random_.below(std::min<std::size_t>(own.size(), 2))];
}

Id RandomPeople::text_for(const Person& person) {
  if (chance(6)) return any<v1::SynthesisLine>();
  if (person.member().role == v1::ROLE_EXPERT || chance(15)) return any<v1::ExpertAnswer>();
  return card_for(person);
}

Id RandomPeople::fresh_id(Person& person) {
  if (chance(25)) return any<v1::Card>();
  if (chance(40)) return make_id(person.member().device, 0xffff'ffff);
  return person.new_id();
}

std::string RandomPeople::words() {
  static const char* const kWords[] = {
      "eau", "vélo élec\u0301trique", "🙂👩‍👩‍👧", "\u00a0", "composte ,", "l'école",
      "\r\n"};
  if (chance(20)) return chance(2) ? "" : "\xff";
  std::string out = kWords[random_.below(std::size(kWords))];
  if (chance(10)) out.append(random_.below(150), 'm');
  return out;
}

v1::Range RandomPeople::range_of(const Text& text) {
  if (text.pieces().empty() || chance(15)) {
    return range(random_.below(9), static_cast<std::uint32_t>(random_.below(9)),
                 static_cast<std::uint32_t>(random_.below(9)));
  }
  const Text::Piece& piece = text.pieces()[random_.below(text.pieces().size())];
  const auto from = piece.from + static_cast<std::uint32_t>(random_.below(piece.length));
  const std::uint64_t longest = chance(2) ? 3 : piece.length;
  return range(piece.run, from, from + 1 + static_cast<std::uint32_t>(random_.below(longest)));
}

v1::Position RandomPeople::position_in(const Text& text) {
  const v1::Range near = range_of(text);
  return at(near.run(), near.from());
}

v1::TextEdit RandomPeople::edit_of(Person& person, Id id) {
  const Text& text = cafe_.state.text(id);
  switch (random_.below(12)) {
    case 0:
      return fold();
    case 1:
      return v1::TextEdit();
    case 2:
    case 3:
    case 4:
      return hide({range_of(text), range_of(text)});
    case 5:
      return show({range_of(text)});
    default:
      if (chance(3)) return insert(fresh_id(person), words());
      return insert(fresh_id(person), words(), position_in(text));
  }
}

v1::Command RandomPeople::about_words(Person& person, std::uint64_t which) {
  const Id text = text_for(person);
  if (which == 0) return salvage(text, words());
  if (which == 1) {
    const Id source = any<v1::Card>();
    const Text& from = cafe_.state.text(source);
    v1::Command command = copy(text, source, {range_of(from), range_of(from)}, fresh_id(person));
    if (chance(2)) {
      *command.mutable_copy_text()->mutable_after() = position_in(cafe_.state.text(text));
    }
    return command;
  }
  if (which < 4) return edit(text, {edit_of(person, text)});
  if (which < 6) return edit(text, {edit_of(person, text), edit_of(person, text)});
  v1::Command add = person.adding(words());
  v1::AddCard& card = *add.mutable_add_card();
  if (chance(10)) card.set_table(any<v1::Table>());
  if (chance(10)) card.set_card(fresh_id(person));
  if (chance(5)) card.set_group(any<v1::Group>());
  if (chance(5)) card.set_voice(any<v1::Participant>());
  if (chance(4)) {
    card.mutable_rebound()->set_link(fresh_id(person));
    card.mutable_rebound()->set_to(any<v1::Card>());
    card.mutable_rebound()->set_kind(v1::LINK_KIND_BUILDS_ON);
  }
  return add;
}

std::pair<v1::RecordKind, Id> RandomPeople::anything() {
  switch (random_.below(8)) {
    case 0:
      return {v1::RECORD_KIND_LINK, any<v1::Link>()};
    case 1:
      return {v1::RECORD_KIND_GROUP, any<v1::Group>()};
    case 2:
      return {v1::RECORD_KIND_SYNTHESIS_LINE, any<v1::SynthesisLine>()};
    case 3:
      return {v1::RECORD_KIND_EXPERT_ANSWER, any<v1::ExpertAnswer>()};
    case 4:
      return {v1::RECORD_KIND_ACTION, any<v1::Action>()};
    case 5:
      return {static_cast<v1::RecordKind>(random_.below(28)), any<v1::CostLine>()};
    default:
      return {v1::RECORD_KIND_CARD, any<v1::Card>()};
  }
}

v1::Command RandomPeople::about_ideas(Person& person, std::uint64_t which) {
  const auto [kind, id] = anything();
  switch (which) {
    case 0:
      return set_card(any<v1::Card>(), {words()});
    case 1:
      return hide_card(any<v1::Card>(), chance(2));
    case 2:
    case 3:
      return link(fresh_id(person), any<v1::Card>(), any<v1::Card>(),
                  static_cast<v1::LinkKind>(random_.below(9)), words());
    case 4:
      return set_link(any<v1::Link>(), v1::LINK_KIND_ASKS, words());
    case 5:
      return group(fresh_id(person), words(), {any<v1::Card>(), any<v1::Card>()});
    case 6:
      return set_group(any<v1::Group>(), words());
    case 7:
      return place(any<v1::Card>(), chance(4) ? 0 : any<v1::Group>(), any<v1::Card>());
    case 8:
      return withdraw(kind, id);
    default:
      return restore(kind, id);
  }
}

v1::Command RandomPeople::about_the_evening(Person& person, std::uint64_t which) {
  const auto minutes = static_cast<std::uint32_t>(random_.below(300));
  switch (which) {
    case 0:
      // Mostly where people write.
      return go_to_step(chance(3) ? any<v1::Step>() : cafe_.step("round-1"));
    case 1:
      return start_round(minutes, words());
    case 2:
      return pause_round();
    case 3:
      return resume_round();
    case 4:
      return extend_round(minutes);
    case 5:
      return end_round();
    case 6:
      return set_table(any<v1::Table>(), words(), minutes, minutes);
    case 7:
      return set_cafe(words(), words(), chance(2));
    case 8:
      return person.joining(words());
    case 9:
      return v1::Command();
    case 10:
      return give_access(words(), static_cast<v1::Role>(random_.below(8)), any<v1::Table>());
    case 11:
      return revoke_access(random_.below(person.member().access + 3));
    case 12:
      return set_retention(minutes * 20);
    default:
      return take_seat(fresh_id(person), any<v1::Participant>(), any<v1::Table>());
  }
}

v1::Command RandomPeople::command_of(Person& person) {
  const bool leads = person.member().role == v1::ROLE_FACILITATOR;
  v1::Command command;
  if (!leads && chance(2)) {
    command = about_words(person, random_.below(9));
  } else if (leads ? chance(2) : chance(20)) {
    command = about_the_evening(person, random_.below(14));
  } else if (chance(leads ? 4 : 20)) {
    command = about_the_script(person, random_.below(8));
  } else if (chance(8)) {
    command = about_persons(person, random_.below(6));
  } else if (chance(20)) {
    command = asked_of_the_server(person, random_.below(5));
  } else if (chance(10)) {
    command = about_syntheses(person, random_.below(7));
  } else if (chance(leads ? 8 : 20)) {
    command = about_decisions(person, random_.below(14));
  } else if (chance(10)) {
    command = about_ones_own(person, random_.below(6));
  } else if (chance(3)) {
    command = about_ideas(person, random_.below(10));
  } else {
    command = about_words(person, random_.below(9));
  }
  if (person.member().must_join && chance(2)) command = person.joining("Ana");
  if (chance(6)) command.set_base_seq(1 + static_cast<Seq>(random_.below(cafe_.state.seq())));
  return command;
}

}  // namespace rebond::test
