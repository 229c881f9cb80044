// A small, strict JSON reader for the benches: whole documents of trusted origin, no comments, no trailing commas.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lembar::bench {

struct Json {
  enum class Kind { null, boolean, number, string, array, object } kind = Kind::null;
  bool truth = false;
  double number = 0;
  std::string text;
  std::vector<Json> items;
  std::map<std::string, Json> members;

  // Throws std::runtime_error where there is no such member.
  const Json& operator[](const std::string& name) const;
  const Json& operator[](std::size_t index) const;
  bool has(const std::string& name) const { return members.count(name) != 0; }
};

// Throws std::runtime_error with the place of the first fault.
Json parse_json(std::string_view text);

}  // namespace lembar::bench
