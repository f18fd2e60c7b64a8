// What random people do with the script, the people, the seats and the suggestions.
#include "tests/core/commands.h"
#include "tests/core/evening_commands.h"
#include "tests/core/random_people.h"

namespace rebond::test {

v1::Command RandomPeople::about_the_script(Person& person, std::uint64_t which) {
  const auto act = static_cast<v1::Act>(random_.below(10));
  switch (which) {
    case 0:
      return skip_step(any<v1::Step>(), chance(2));
    case 1:
      return set_rights(any<v1::Step>(), rights({v1::ROLE_CAPTAIN, v1::ROLE_PARTICIPANT},
                                                {{act, {v1::ROLE_CAPTAIN}}}));
    case 2:
      return set_rights(any<v1::Step>(), rights({v1::ROLE_CAPTAIN, v1::ROLE_PARTICIPANT}));
    case 3:
      return add_step(fresh_id(person), chance(2) ? "coffee" : words(), any<v1::Step>());
    case 4: {
      const Id round = fresh_id(person);
      const Id step = fresh_id(person);
      return add_round(round, step, fresh_id(person), words());
    }
    case 5:
      return add_table(fresh_id(person), words(), static_cast<std::uint32_t>(act), chance(4));
    case 6:
      return withdraw_table(any<v1::Table>(), chance(3));
    default:
      return lock_cafe(chance(6));
  }
}

v1::Command RandomPeople::about_persons(Person& person, std::uint64_t which) {
  const Id somebody = chance(3) ? person.participant() : any<v1::Participant>();
  const Id table =
      chance(2) && person.member().table != 0 ? person.member().table : any<v1::Table>();
  switch (which) {
    case 0:
      return add_person(fresh_id(person), words(), static_cast<v1::Role>(random_.below(8)), table);
    case 1:
      return expect_person(fresh_id(person), words());
    case 2:
      return set_name(somebody, words());
    case 3:
      return set_role(somebody, static_cast<v1::Role>(random_.below(8)), table);
    case 4:
      return set_wishes(somebody, wishes_of(words(), {any<v1::Participant>()},
                                            {any<v1::Participant>()}, any<v1::Table>()));
    default:
      return check_in(somebody, static_cast<v1::Attendance>(random_.below(5)));
  }
}

v1::Command RandomPeople::asked_of_the_server(Person& person, std::uint64_t which) {
  switch (which) {
    case 0:
      return plan_seats(chance(2), random_.below(3));
    case 1:
      return ask_suggestions(chance(2));
    case 2:
      return accept_link(any<v1::Suggestion>(), fresh_id(person));
    case 3:
      return accept_group(any<v1::Suggestion>(), chance(2) ? 0 : fresh_id(person), words());
    default:
      return refuse(any<v1::Suggestion>());
  }
}

}  // namespace rebond::test
