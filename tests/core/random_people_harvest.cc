// What random people do with syntheses, answers, dots, actions, costs, and what is their own.
#include "core/founding.h"
#include "tests/core/commands.h"
#include "tests/core/harvest_commands.h"
#include "tests/core/random_people.h"

namespace rebond::test {

v1::Command RandomPeople::about_syntheses(Person& person, std::uint64_t which) {
  const Id table =
      person.member().table == 0 || chance(8) ? any<v1::Table>() : person.member().table;
  const bool of_group = chance(3);
  const auto kind = of_group ? v1::RECORD_KIND_GROUP : v1::RECORD_KIND_CARD;
  const Id about = of_group ? any<v1::Group>() : any<v1::Card>();
  switch (which) {
    case 0:
      return validate(table, !chance(4));
    case 1:
      return set_line(any<v1::SynthesisLine>(), chance(2) ? 0 : any<v1::SynthesisLine>(),
                      {any<v1::Card>()});
    case 2:
      return queue(kind, about, !chance(4));
    case 3:
      return answer(fresh_id(person), kind, about, words(),
                    static_cast<v1::AnswerKind>(random_.below(6)));
    case 4:
      return set_answer(any<v1::ExpertAnswer>(), static_cast<v1::AnswerKind>(random_.below(6)));
    case 5:
      return merge(any<v1::Group>(), any<v1::Group>());
    default:
      return line(fresh_id(person), table, words(), {any<v1::Card>()},
                  chance(2) ? 0 : any<v1::SynthesisLine>());
  }
}

v1::Command RandomPeople::about_decisions(Person& person, std::uint64_t which) {
  const auto some = static_cast<std::uint32_t>(random_.below(6));
  switch (which) {
    case 0:
      return action(fresh_id(person), words(), {any<v1::Card>(), any<v1::Group>()});
    case 1:
      return set_action_state(any<v1::Action>(), static_cast<v1::ActionState>(some));
    case 2:
      return follow_up(any<v1::Action>(), words());
    case 3:
      return cost(fresh_id(person), words(), some, some);
    case 4:
      return set_cost(any<v1::CostLine>(), words(), some, some);
    case 5:
      return task(fresh_id(person), words());
    case 6:
      return task_done(any<v1::Task>());
    case 7:
      return chance(2) ? show_view(static_cast<v1::View>(random_.below(15)))
                       : spotlight(v1::RECORD_KIND_CARD, any<v1::Card>());
    case 8:
      return announce(fresh_id(person), words());
    case 9:
      return chance(3) ? close_support() : open_support(chance(2), some);
    default:
      return set_anonymous(cafe_.state.find<v1::Cafe>(1)->step(), !chance(3));
  }
}

v1::Command RandomPeople::about_ones_own(Person& person, std::uint64_t which) {
  const auto some = static_cast<std::uint32_t>(random_.below(5));
  switch (which) {
    case 0:
      return evaluate({some, some}, chance(4));
    case 1:
      return save_draft(fresh_id(person), words(), chance(2) ? 0 : any<v1::Table>());
    case 2:
      return drop_draft(make_id(person.member().device, 1 + some));
    case 3:
      return cast(any<v1::Card>(), some);
    default:
      return undo();
  }
}

}  // namespace rebond::test
