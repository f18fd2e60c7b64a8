// Holds a JSON document against a schema of docs/: the part of JSON Schema that they use.
#include "tests/cli/json_schema.h"

#include <algorithm>
#include <fstream>
#include <regex>
#include <set>

namespace rebond::testing {
namespace {

using Json = nlohmann::json;

const std::set<std::string>& annotations() {
  static const std::set<std::string> kAnnotations = {"$schema", "$defs", "title", "description"};
  return kAnnotations;
}

std::size_t code_points(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool has_type(const Json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  return type == "null" && value.is_null();
}

std::string inside(std::string where, const char* joint, const std::string& what) {
  where += joint;
  where += what;
  return where;
}

class Validator {
 public:
  explicit Validator(const Json& root) : root_(root) {}

  void hold(const Json& schema, const Json& value, const std::string& where) {
    for (const auto& [keyword, rule] : schema.items()) {
      if (annotations().contains(keyword)) continue;
      if (!hold_structure(keyword, schema, value, where) &&
          !hold_value(keyword, rule, value, where)) {
        broken_.push_back(inside(where, ": not implemented: ", keyword));
      }
    }
  }

  std::vector<std::string> broken() const { return broken_; }

 private:
  void expect(bool holds, const std::string& where, const std::string& keyword, const Json& rule) {
    if (!holds) broken_.push_back(where + ": " + keyword + " " + rule.dump());
  }

  /// Keywords that lead to other schemas; false for others.
  bool hold_structure(const std::string& keyword, const Json& schema, const Json& value,
                      const std::string& where) {
    const Json& rule = schema[keyword];
    if (keyword == "$ref") {
      hold(root_.at(Json::json_pointer(rule.get<std::string>().substr(1))), value, where);
    } else if (keyword == "properties") {
      for (const auto& [name, part] : rule.items()) {
        if (!value.is_object() || !value.contains(name)) continue;
        hold(part, value[name], inside(where, ".", name));
      }
    } else if (keyword == "additionalProperties" && rule == false) {
      const Json fields = schema.value("properties", Json::object());
      for (const auto& [name, part] : value.items()) {
        if (!value.is_object() || fields.contains(name)) continue;
        broken_.push_back(inside(where, ": has no field ", name));
      }
    } else if (keyword == "items") {
      for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
        hold(rule, value[i], inside(where, ".", std::to_string(i)));
      }
    } else if (keyword == "oneOf") {
      const auto fits = std::count_if(rule.begin(), rule.end(), [&](const Json& one) {
        Validator trial(root_);
        trial.hold(one, value, where);
        return trial.broken_.empty();
      });
      expect(fits == 1, where, keyword, rule);
    } else {
      return false;
    }
    return true;
  }

  /// Keywords about the value itself; false for others.
  bool hold_value(const std::string& keyword, const Json& rule, const Json& value,
                  const std::string& where) {
    if (keyword == "type") {
      expect(has_type(value, rule.get<std::string>()), where, keyword, rule);
    } else if (keyword == "required") {
      for (const Json& name : rule) {
        expect(!value.is_object() || value.contains(name.get<std::string>()), where, keyword, name);
      }
    } else if (keyword == "enum") {
      expect(std::find(rule.begin(), rule.end(), value) != rule.end(), where, keyword, rule);
    } else if (keyword == "const") {
      expect(value == rule, where, keyword, rule);
    } else if (keyword == "pattern") {
      const std::regex pattern(rule.get<std::string>());
      expect(!value.is_string() || std::regex_search(value.get<std::string>(), pattern), where,
             keyword, rule);
    } else if (keyword == "minimum") {
      expect(!value.is_number() || value >= rule, where, keyword, rule);
    } else if (keyword == "maximum") {
      expect(!value.is_number() || value <= rule, where, keyword, rule);
    } else if (keyword == "minItems") {
      expect(!value.is_array() || value.size() >= rule, where, keyword, rule);
    } else if (keyword == "maxItems") {
      expect(!value.is_array() || value.size() <= rule, where, keyword, rule);
    } else if (keyword == "minLength") {
      expect(!value.is_string() || code_points(value) >= rule, where, keyword, rule);
    } else if (keyword == "maxLength") {
      expect(!value.is_string() || code_points(value) <= rule, where, keyword, rule);
    } else {
      return false;
    }
    return true;
  }

  const Json& root_;
  std::vector<std::string> broken_;
};

}  // namespace

std::vector<std::string> broken_rules(const Json& schema, const Json& document) {
  Validator validator(schema);
  validator.hold(schema, document, "document");
  return validator.broken();
}

Json schema_of(const std::string& name) {
  std::ifstream file(std::string(REBOND_SOURCE_DIR) + "/docs/" + name + ".schema.json");
  return Json::parse(file);
}

}  // namespace rebond::testing
