// Who may do what on what in which step: every combination, against a table that people review.
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <map>
#include <sstream>

#include "core/rights.h"
#include "tests/core/rights_scene.h"

namespace rebond::test {
namespace {

constexpr char kReviewed[] = "../../tests/cases/rights_matrix.txt";
constexpr std::size_t kRoleWidth = 29;
constexpr std::size_t kCellWidth = 5;
constexpr double kGraceIsOverMs = 100'000;

constexpr Who kEverybody[] = {{"facilitator", v1::ROLE_FACILITATOR},
                              {"captain", v1::ROLE_CAPTAIN},
                              {"participant", v1::ROLE_PARTICIPANT},
                              {"remote", v1::ROLE_REMOTE},
                              {"expert", v1::ROLE_EXPERT},
                              {"screen", v1::ROLE_SCREEN},
                              {"joining", v1::ROLE_PARTICIPANT, /*newcomer=*/true},
                              {"joining remote", v1::ROLE_REMOTE, /*newcomer=*/true}};

/// When something is tried. The café is in round 1 before.
struct Moment {
  const char* name;
  const char* step;
  void (*reach)(CafeBuilder&) = [](CafeBuilder&) {};
  /// The device was away since round 1.
  bool away = false;
};

void end_round_1(CafeBuilder& cafe) {
  v1::Command command;
  command.mutable_end_round();
  EXPECT_FALSE(cafe.as_facilitator().send(command).rejection);
}

void lock_round_1(CafeBuilder& cafe) {
  end_round_1(cafe);
  cafe.pass(kGraceIsOverMs);
}

void pause_round_1(CafeBuilder& cafe) {
  v1::Command command;
  command.mutable_pause_round();
  EXPECT_FALSE(cafe.as_facilitator().send(command).rejection);
}

void wait_for_lock(CafeBuilder& cafe) {
  cafe.pass(kGraceIsOverMs);
}

constexpr Moment kMoments[] = {
    {"prep", "preparation", wait_for_lock},     {"welc", "welcome", wait_for_lock},
    {"objc", "objective", wait_for_lock},       {"rnd1", "round-1"},
    {"paus", "round-1", pause_round_1},         {"grac", "round-1", end_round_1},
    {"lock", "round-1", lock_round_1},          {"away", "round-1", lock_round_1, /*away=*/true},
    {"move", "move-1", wait_for_lock},          {"rnd2", "round-2", wait_for_lock},
    {"synt", "table-syntheses", wait_for_lock}, {"mapc", "map-and-convergence", wait_for_lock},
    {"expe", "expert", wait_for_lock},          {"acti", "action-plan", wait_for_lock},
    {"than", "thanks", wait_for_lock},          {"clos", "closed", wait_for_lock}};

/// What the matrix says in one cell.
std::string verdict(const Decision& decision) {
  if (const auto* changes = std::get_if<Changes>(&decision)) {
    for (const v1::Change& change : changes->changes) {
      v1::Card card;
      if (change.put().kind() == v1::RECORD_KIND_CARD &&
          card.ParseFromString(change.put().record()) && card.late()) {
        return "late";
      }
    }
    return "yes";
  }
  switch (std::get<v1::Rejection>(decision).code()) {
    case v1::REJECTION_CODE_FORBIDDEN:
      return "no";
    case v1::REJECTION_CODE_ROUND_CLOSED:
      return "shut";
    case v1::REJECTION_CODE_CONFLICT:
      return "conf";
    default:
      return v1::RejectionCode_Name(std::get<v1::Rejection>(decision).code());
  }
}

/// What becomes of one attempt of one role, moment by moment.
using Row = std::vector<std::string>;

struct Try {
  std::string on;
  /// In the order of kEverybody.
  std::vector<Row> rows;
};

/// What becomes of every command, in the order of the contract.
struct Matrix {
  std::vector<std::pair<v1::Command::KindCase, std::vector<Try>>> commands;
  int combinations = 0;
};

std::vector<v1::Command::KindCase> every_command() {
  const auto& kind = *v1::Command::descriptor()->FindOneofByName("kind");
  std::vector<v1::Command::KindCase> all;
  for (int i = 0; i < kind.field_count(); ++i) {
    all.push_back(static_cast<v1::Command::KindCase>(kind.field(i)->number()));
  }
  return all;
}

/// Tries every command of one role in one moment; deciding changes nothing.
void try_everything(const Who& who, const Moment& moment, Matrix& matrix) {
  Scene scene(who);
  const Seq in_round_1 = scene.cafe.state.seq();
  if (scene.cafe.current_step().slug() != moment.step) scene.cafe.go_to(moment.step);
  moment.reach(scene.cafe);
  for (auto& [kind, tries] : matrix.commands) {
    const std::vector<Attempt> attempts = attempts_with(kind, scene);
    ASSERT_FALSE(attempts.empty()) << "nobody has said who may send command " << kind;
    tries.resize(attempts.size());
    for (std::size_t i = 0; i < attempts.size(); ++i) {
      v1::Command command = attempts[i].command;
      if (moment.away) command.set_base_seq(in_round_1);
      tries[i].on = attempts[i].on;
      tries[i].rows.resize(std::size(kEverybody));
      tries[i].rows[static_cast<std::size_t>(&who - kEverybody)].push_back(
          verdict(scene.cafe.would_decide(scene.me, command)));
      ++matrix.combinations;
    }
  }
}

const Matrix& whole_matrix() {
  static const Matrix matrix = [] {
    Matrix made;
    for (const auto kind : every_command()) made.commands.push_back({kind, {}});
    for (const Who& who : kEverybody) {
      for (const Moment& moment : kMoments) try_everything(who, moment, made);
    }
    return made;
  }();
  return matrix;
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size() + 1, width), ' ');
  return text;
}

std::string line_of(const std::string& roles, const Row& row) {
  std::string line = "  " + padded(roles, kRoleWidth);
  if (std::all_of(row.begin(), row.end(), [&](const auto& cell) { return cell == row[0]; })) {
    return line + "always " + row[0] + "\n";
  }
  for (const std::string& cell : row) line += padded(cell, kCellWidth);
  line.resize(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

/// Roles with the same answers share a line.
std::string lines_of(const std::vector<Row>& rows) {
  std::vector<std::pair<std::string, Row>> lines;
  for (std::size_t who = 0; who < rows.size(); ++who) {
    const auto same = std::find_if(lines.begin(), lines.end(),
                                   [&](const auto& line) { return line.second == rows[who]; });
    if (same == lines.end()) {
      lines.push_back({kEverybody[who].name, rows[who]});
    } else {
      same->first += std::string(", ") + kEverybody[who].name;
    }
  }
  std::string out;
  for (const auto& [roles, row] : lines) out += line_of(roles, row);
  return out;
}

std::string as_text(const Matrix& matrix) {
  std::string out =
      R"(# Who may do what on what in which step: the whole of it, for people to review.
#
# yes: accepted   late: accepted, filed under round 1 and marked late   no: FORBIDDEN
# shut: ROUND_CLOSED   conf: CONFLICT, since there is nothing of the kind to do now
#
# The steps: preparation, welcome, objective, round 1 while it runs, is paused, is in its grace, is
# locked, and locked for a device that was away since it ran; move 1, round 2, table syntheses, map
# and convergence, expert, action plan, thanks, closed. "joining": with a join link that was not
# exchanged yet. The participants sit at table 1, the own table, in round 1, and nowhere later.
)";
  std::string steps = "  " + padded("", kRoleWidth);
  for (const Moment& moment : kMoments) steps += padded(moment.name, kCellWidth);
  steps.resize(steps.find_last_not_of(' ') + 1);
  for (const auto& [kind, tries] : matrix.commands) {
    out.append("\n").append(command_name(kind)).append("\n").append(steps).append("\n");
    for (const Try& one : tries) out += " " + one.on + ":\n" + lines_of(one.rows);
  }
  return out;
}

TEST(RightsMatrix, RU1EveryCombinationIsAsReviewed) {
  const Matrix& matrix = whole_matrix();
  std::cout << "combinations of role, command, target and step: " << matrix.combinations << "\n";
  std::ifstream file(kReviewed);
  ASSERT_TRUE(file.is_open());
  std::stringstream reviewed;
  reviewed << file.rdbuf();
  const std::string seen = as_text(matrix);
  EXPECT_TRUE(seen == reviewed.str()) << "tests/cases/rights_matrix.txt says otherwise than:\n"
                                      << seen;
}

/// What can only ever be about one's own.
bool is_about_oneself(v1::Command::KindCase kind) {
  return kind == v1::Command::kCastSupport || kind == v1::Command::kEvaluate ||
         kind == v1::Command::kUndo || kind == v1::Command::kSaveDraft ||
         kind == v1::Command::kDropDraft;
}

TEST(RightsMatrix, RU1TheTableOfRightsIsWhatHappens) {
  for (const auto& [kind, tries] : whole_matrix().commands) {
    for (std::size_t i = 0; i < std::size(kEverybody); ++i) {
      const Who& who = kEverybody[i];
      SCOPED_TRACE(std::string(command_name(kind)) + " by " + who.name);
      std::map<bool, int> forbidden;
      for (const Try& one : tries) {
        for (const std::string& cell : one.rows[i]) ++forbidden[cell == "no"];
      }
      const bool may_ever = (kind == v1::Command::kJoin) == who.newcomer;
      const Right right = may_ever ? right_of(who.role, kind) : Right::kNo;
      EXPECT_EQ(forbidden[false] > 0, right != Right::kNo);
      if (right == Right::kOwn && is_about_oneself(kind)) continue;
      const bool bounded = right != Right::kAll && !(right == Right::kOwn && who.newcomer);
      EXPECT_EQ(forbidden[true] > 0, bounded);
    }
  }
}

}  // namespace
}  // namespace rebond::test
