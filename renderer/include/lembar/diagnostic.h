// What Lembar has to say about an input: a fault or a remark, with its place and a remedy.
//
// Every diagnostic carries its words in Indonesian and in English, because it is made deep in a stage that
// knows no locale; whoever prints it chooses.
#pragma once

#include <string>
#include <vector>

namespace lembar {

// One sentence in both languages of the program.
struct Wording {
  std::string id;  // Indonesian
  std::string en;  // English
};

enum class Severity { info, warning, error };

// Who has to act: the author of the file, whoever runs the machine, or the makers of Lembar.
enum class Fault { input, surroundings, ours };

// A place in a text file. Lines and columns count from 1; columns count characters, not bytes.
// Line 0: the file as a whole. An empty file name: no file at all.
struct SourcePlace {
  std::string file;
  int line = 0;
  int column = 0;
  int width = 1;          // characters to underline
  std::string line_text;  // the line itself, without its end; may be empty
};

struct Diagnostic {
  Severity severity = Severity::error;
  Fault fault = Fault::input;
  std::string code;  // "actor-unknown": stable, for scripts and tests
  SourcePlace where;
  Wording message;               // one sentence, in the author's own words
  std::vector<Wording> remedies;  // what to do about it
};

}  // namespace lembar
