// What ideas of different tables have in common: the ideas, and who is like whom.
#include "method/convergence.h"

#include <algorithm>

#include "base/check.h"
#include "method/word_similarity.h"

namespace rebond {
namespace {

/// Best first; ties go to the lower id.
bool better(const Likeness& x, const Likeness& y) {
  return x.score != y.score ? x.score > y.score : x.idea < y.idea;
}

}  // namespace

Convergence::Convergence(std::string_view language)
    : Convergence(language, ThemeList::built_in(language)) {}

Convergence::Convergence(std::string_view language, ThemeList themes)
    : Convergence(std::make_unique<WordSimilarity>(language, std::move(themes))) {}

Convergence::Convergence(std::unique_ptr<Similarity> similarity)
    : similarity_(std::move(similarity)) {}

void Convergence::load(std::vector<ConvergingIdea> ideas) {
  for (const auto& [id, held] : held_) similarity_->drop(id);
  held_.clear();
  for (ConvergingIdea& idea : ideas) {
    similarity_->put(idea.id, idea.text);
    const Id id = idea.id;
    const bool is_new = held_.emplace(id, Held{std::move(idea), {}}).second;
    CHECK(is_new);
  }
  refresh();
}

void Convergence::add(ConvergingIdea idea) {
  similarity_->put(idea.id, idea.text);
  const Id id = idea.id;
  const auto [place, is_new] = held_.emplace(id, Held{std::move(idea), {}});
  CHECK(is_new);
  meet(place->second);
  ++news_;
}

void Convergence::change(Id id, std::string_view text) {
  const auto found = held_.find(id);
  if (found == held_.end()) return;
  Held& held = found->second;
  if (held.idea.text == text) return;
  part(held);
  held.idea.text = std::string(text);
  similarity_->put(id, text);
  meet(held);
  ++news_;
}

void Convergence::mark(Id id, bool unconventional) {
  const auto found = held_.find(id);
  if (found != held_.end()) found->second.idea.unconventional = unconventional;
}

void Convergence::remove(Id id) {
  const auto found = held_.find(id);
  if (found == held_.end()) return;
  part(found->second);
  similarity_->drop(id);
  held_.erase(found);
  ++news_;
}

bool Convergence::refresh_due() const {
  return news_ > 0 && news_ * news_ >= held_.size();
}

void Convergence::refresh() {
  similarity_->refresh();
  news_ = 0;
  for (auto& [id, held] : held_) {
    held.alike.clear();
    for (const Likeness& other : similarity_->alike(id, kConvergenceThreshold)) {
      if (held_.at(other.idea).idea.table != held.idea.table) held.alike.push_back(other);
    }
    std::sort(held.alike.begin(), held.alike.end(), better);
  }
}

/// Compares the idea with all others, and tells those that are like it.
void Convergence::meet(Held& held) {
  held.alike.clear();
  for (const Likeness& other : similarity_->alike(held.idea.id, kConvergenceThreshold)) {
    Held& neighbour = held_.at(other.idea);
    if (neighbour.idea.table == held.idea.table) continue;
    held.alike.push_back(other);
    const Likeness back{held.idea.id, other.score};
    auto& alike = neighbour.alike;
    alike.insert(std::lower_bound(alike.begin(), alike.end(), back, better), back);
  }
  std::sort(held.alike.begin(), held.alike.end(), better);
}

void Convergence::part(const Held& held) {
  for (const Likeness& other : held.alike) {
    std::erase_if(held_.at(other.idea).alike,
                  [&](const Likeness& back) { return back.idea == held.idea.id; });
  }
}

std::vector<ConvergingIdea> Convergence::ideas() const {
  std::vector<ConvergingIdea> out;
  out.reserve(held_.size());
  for (const auto& [id, held] : held_) out.push_back(held.idea);
  return out;
}

double Convergence::score_of(Id a, Id b) const {
  const auto& alike = held_.at(a).alike;
  const auto found = std::find_if(alike.begin(), alike.end(),
                                  [b](const Likeness& other) { return other.idea == b; });
  return found == alike.end() ? 0 : found->score;
}

}  // namespace rebond
