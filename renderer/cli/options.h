// The arguments of the program, understood or refused; nothing is done here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/talk.h"
#include "lembar/render.h"

namespace lembar::cli {

enum class Verb { render, check };
enum class CheckFormat { text, json };

struct Options {
  Verb verb = Verb::render;
  Language language = Language::english;
  std::vector<std::string> files;
  RenderOptions render;
  std::string output;  // empty: beside the source
  bool explain = false;
  CheckFormat check_format = CheckFormat::text;
};

// What to do, or what to say and the status to end with: help and version go to stdout with 0, wrong usage to stderr
// with 2.
struct Parsed {
  std::optional<Options> options;
  int status = 0;
  std::string to_stdout, to_stderr;
};

Parsed parse(const std::vector<std::string>& arguments);

}  // namespace lembar::cli
