// Shorthands for tests that begin with XML: read it, check it, name what was said about it.
#pragma once

#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "check/check.h"
#include "read/read_document.h"
#include "support/catch.h"

namespace lembar::testing {

using Disk = std::map<std::string, std::string>;

struct Reading {
  SourceFiles files;
  Outcome<model::Document> outcome;
};

inline Reading read_text(const std::string& xml, const Disk& disk = {}, const std::string& name = "a.xml") {
  Reading reading;
  reading.outcome = read::read_document(reading.files, name, xml, [&](const std::string& path) -> std::optional<std::string> {
    const auto found = disk.find(path);
    return found == disk.end() ? std::nullopt : std::optional<std::string>(found->second);
  });
  return reading;
}

// "2:5 xml-entity; 3:1 xml-unclosed": place and code of each, in order. Whoever looks at faults so also looks whether
// each error says what to do about it, in both languages.
inline std::string summary(const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& d : diagnostics) {
    if (d.severity != Severity::error) continue;
    INFO(d.code << ": " << d.message.en);
    CHECK_FALSE(d.remedies.empty());
    for (const Wording& remedy : d.remedies) CHECK_FALSE((remedy.id.empty() || remedy.en.empty()));
  }
  std::string out;
  for (const Diagnostic& d : diagnostics)
    out += (out.empty() ? "" : "; ") + std::to_string(d.where.line) + ":" + std::to_string(d.where.column) + " " + d.code;
  return out;
}

inline std::string faults_of(const std::string& xml, const Disk& disk = {}) {
  return summary(read_text(xml, disk).outcome.diagnostics);
}

inline std::string file_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline std::optional<std::string> load_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

}  // namespace lembar::testing
