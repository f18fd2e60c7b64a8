// What stands behind an argument: a link, a file, the links of a café.
#include "clients/cli/arguments.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace rebond::cli {
namespace {

using Json = nlohmann::json;

std::string all_of(std::istream& in) {
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The link in `links[key]`, or an error that names the field but never quotes a link.
Result<CafeLink> link_at(const Json& links, const char* key) {
  const auto found = links.find(key);
  if (found == links.end() || !found->is_string()) {
    return Error{ErrorKind::kInvalid, std::string("links.") + key,
                 "this link is missing; give the file that rebond create printed"};
  }
  Result<CafeLink> link = parse_link(found->get<std::string>());
  if (!link) return Error{ErrorKind::kInvalid, std::string("links.") + key, link.error().message};
  return link;
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  if (path == "-") return all_of(std::cin);
  std::ifstream file(path, std::ios::binary);
  std::string text = all_of(file);
  if (!file.is_open() || file.bad()) {
    return Error{ErrorKind::kInvalid, "", "cannot read the file \"" + path + "\""};
  }
  return text;
}

Result<std::string> read_secret(const std::string& argument) {
  std::string text = argument;
  if (argument == "-" || argument.starts_with('@')) {
    Result<std::string> read = read_file(argument == "-" ? argument : argument.substr(1));
    if (!read) return read;
    text = std::move(*read);
  }
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) {
    text.pop_back();
  }
  return text;
}

Result<CafeLink> read_link(const std::string& argument) {
  const Result<std::string> text = read_secret(argument);
  if (!text) return text.error();
  return parse_link(*text);
}

Result<CafeLinkSet> read_link_set(const std::string& path) {
  const Result<std::string> text = read_file(path);
  if (!text) return text.error();
  const Json json = Json::parse(*text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || !json.contains("links") || !json["links"].is_object()) {
    return Error{ErrorKind::kInvalid, "links",
                 "\"" + path + "\" holds no links; give the file that rebond create printed"};
  }
  const Json& links = json["links"];
  CafeLinkSet set;
  for (const auto& [key, link] :
       {std::pair{"facilitator", &set.facilitator}, std::pair{"screen", &set.screen},
        std::pair{"participant", &set.participant}, std::pair{"expert", &set.expert}}) {
    Result<CafeLink> read = link_at(links, key);
    if (!read) return read.error();
    *link = std::move(*read);
  }
  const Json captains = links.value("captains", Json::array());
  for (std::size_t i = 0; i < captains.size(); ++i) {
    const std::string field = "links.captains[" + std::to_string(i) + "]";
    const Result<CafeLink> link = captains[i].is_string()
                                      ? parse_link(captains[i].get<std::string>())
                                      : Error{ErrorKind::kInvalid, field, "this is no link"};
    if (!link) return Error{ErrorKind::kInvalid, field, link.error().message};
    set.captains.push_back(*link);
  }
  return set;
}

}  // namespace rebond::cli
