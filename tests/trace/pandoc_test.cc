// Pandoc, which people turn Markdown into other documents with, gives every word back.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "tests/trace/hostile_words.h"
#include "tests/trace/told_cafe.h"
#include "trace/markdown_writer.h"

namespace rebond::trace {
namespace {

using ::testing::ElementsAreArray;
using Json = nlohmann::json;

/// Runs a command and gives what it printed.
std::string output_of(const std::string& command) {
  std::FILE* pipe = popen(command.c_str(), "r");
  std::string out;
  std::array<char, 4096> buffer{};
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    out.append(buffer.data(), size);
  }
  pclose(pipe);
  return out;
}

/// Pandoc's own document tree.
Json read_by_pandoc(const std::string& markdown) {
  // Of this process alone: ctest runs several tests at once.
  const std::string path =
      testing::TempDir() + "rebond-pandoc-test-" + std::to_string(getpid()) + ".md";
  std::ofstream(path, std::ios::binary) << markdown;
  Json document = Json::parse(output_of("pandoc -f markdown-smart -t json " + path));
  std::remove(path.c_str());
  return document;
}

/// The characters of a list of inlines.
std::string characters(const Json& inlines) {
  std::string out;
  for (const Json& part : inlines) {
    const std::string type = part["t"];
    if (type == "Str") {
      out += part["c"].get<std::string>();
    } else if (type == "Space") {
      out += ' ';
    } else if (type == "LineBreak") {
      out += '\n';
    } else {
      out += "(" + type + ")";
    }
  }
  return out;
}

/// The items of every list that stands directly below the headings.
std::vector<std::string> items_of(const Json& document) {
  std::vector<std::string> items;
  for (const Json& block : document["blocks"]) {
    if (block["t"] != "BulletList") continue;
    for (const Json& item : block["c"]) {
      items.push_back(item.size() == 1 ? characters(item[0]["c"]) : item.dump());
    }
  }
  return items;
}

class Pandoc : public testing::Test {
 protected:
  void SetUp() override {
    if (std::system("pandoc --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "no pandoc here";
  }
};

TEST_F(Pandoc, GivesBackTheRealCafeWordForWord) {
  const Plan plan = real_plan();
  ToldCafe cafe(plan);
  for (const std::string& words : words_of(plan)) cafe.say(1, words);

  const Json document = read_by_pandoc(write_markdown(cafe.document()));
  EXPECT_THAT(items_of(document), ElementsAreArray(words_of(plan)));
  EXPECT_EQ(characters(document["meta"]["title"]["c"]), plan.theme);
}

TEST_F(Pandoc, GivesBackHostileWordsCharacterForCharacter) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  for (const std::string& words : hostile_words()) cafe.say(1, words);

  const std::vector<std::string> items = items_of(read_by_pandoc(write_markdown(cafe.document())));
  EXPECT_THAT(items, ElementsAreArray(hostile_words()));
}

}  // namespace
}  // namespace rebond::trace
