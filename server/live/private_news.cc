// What private writes mean to those who are connected.
#include "live/private_news.h"

#include <algorithm>

#include "core/personal.h"

namespace rebond {
namespace {

void note_token(const PrivateWrite& write, PrivateNews& news) {
  news.accesses = true;
  v1::TokenRecord token;
  const bool read = write.record && token.ParseFromString(*write.record);
  if (!read || token.revoked()) news.revoked.push_back(write.id);
}

void note_owner(const Owner& owner, PrivateNews& news) {
  const auto known = std::find(news.personal.begin(), news.personal.end(), owner);
  if (known == news.personal.end()) news.personal.push_back(owner);
}

}  // namespace

PrivateNews news_of(const std::vector<PrivateWrite>& writes, const Member& member) {
  PrivateNews news;
  for (const PrivateWrite& write : writes) {
    switch (write.kind) {
      case v1::PRIVATE_KIND_TOKEN:
        note_token(write, news);
        break;
      case v1::PRIVATE_KIND_PERSON:
        news.people = true;
        note_owner(Owner{.participant = write.id}, news);
        break;
      case v1::PRIVATE_KIND_SUPPORT:
        note_owner(supporter_of(member), news);
        break;
      case v1::PRIVATE_KIND_DRAFT:
      case v1::PRIVATE_KIND_AUTHOR:
      case v1::PRIVATE_KIND_ANSWERS:
        note_owner(owner_of(member), news);
        break;
      default:
        break;
    }
  }
  return news;
}

}  // namespace rebond
