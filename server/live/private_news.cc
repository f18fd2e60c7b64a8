// What private writes mean to those who are connected.
#include "live/private_news.h"

namespace rebond {

PrivateNews news_of(const std::vector<PrivateWrite>& writes) {
  PrivateNews news;
  for (const PrivateWrite& write : writes) {
    news.people |= write.kind == v1::PRIVATE_KIND_PERSON;
    if (write.kind != v1::PRIVATE_KIND_TOKEN) continue;
    news.accesses = true;
    v1::TokenRecord token;
    const bool read = write.record && token.ParseFromString(*write.record);
    if (!read || token.revoked()) news.revoked.push_back(write.id);
  }
  return news;
}

}  // namespace rebond
